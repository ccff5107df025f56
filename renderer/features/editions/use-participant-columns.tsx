import {
  IconAlertTriangle,
  IconCheck,
  IconCircleX,
  IconClock,
  IconFlag,
  IconInbox,
  IconUserOff,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { percentReachable, percentSoFar } from '../../../domain/attendance.ts';
import { judgeAttendanceRisk } from '../../../domain/attendance-risk.ts';
import type { Edition } from '../../../domain/edition.ts';
import { type Enrolment, holdsSeat } from '../../../domain/enrolment.ts';
import { formatIdentityCard, issuedInSchema } from '../../../domain/identity-card.ts';
import { surnamesFirst } from '../../../domain/person-name.ts';
import { useApi } from '../../lib/api.tsx';
import { useFormat } from '../../lib/format.ts';
import { useSession } from '../../lib/session.tsx';
import type { DataColumn } from '../../ui/data-table-model.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { EnrolmentMenu } from './enrolment-menu.tsx';
import classes from './participants-tab.module.css';

/** The columns of the list of participants. */
export function useParticipantColumns(edition: Edition): readonly DataColumn<Enrolment>[] {
  const { t } = useTranslation('editions');
  const api = useApi();
  const { can } = useSession();
  const sessions = useQuery(api.sessions.list.queryOptions({ input: { editionId: edition.id } }));
  const nextMinutes = sessions.data?.find(({ state }) => state === 'planned')?.minutes ?? 0;
  const isChangeable =
    can('registrar') &&
    (edition.status === 'planned' || edition.status === 'open' || edition.status === 'running');
  return useMemo(() => {
    const facts: DataColumn<Enrolment>[] = [
      { id: 'name', header: t('people.column.name'), width: 260, grow: true, value: surnamesFirst },
      { id: 'identityCard', header: t('people.column.identityCard'), width: 140, value: writeCard },
      { id: 'phone', header: t('people.column.phone'), width: 100, value: ({ phone }) => phone },
      {
        id: 'community',
        header: t('people.column.community'),
        width: 150,
        grow: true,
        value: ({ community }) => community,
      },
      {
        id: 'status',
        header: t('people.column.status'),
        width: 170,
        value: ({ status, waitingPosition }) =>
          `${t(`enrolmentStatus.${status}`)} ${waitingPosition ?? ''}`.trim(),
        cell: (enrolment) => <EnrolmentBadge enrolment={enrolment} />,
      },
      {
        id: 'attendance',
        header: t('people.column.attendance'),
        width: 130,
        align: 'end',
        value: ({ share, status }) => (holdsSeat(status) ? percentSoFar(share) : null),
        cell: (enrolment) => <ShareCell enrolment={enrolment} edition={edition} nextMinutes={nextMinutes} />,
      },
    ];
    const actions: DataColumn<Enrolment> = {
      id: 'actions',
      header: t('people.column.actions'),
      width: 84,
      align: 'center',
      sortable: false,
      value: () => null,
      cell: (enrolment) => <EnrolmentMenu edition={edition} enrolment={enrolment} />,
    };
    return isChangeable ? [...facts, actions] : facts;
  }, [t, edition, nextMinutes, isChangeable]);
}

function writeCard({ idNumber: number, idComplement: complement, idIssuedIn }: Enrolment): string {
  return formatIdentityCard({ number, complement, issuedIn: issuedInSchema.nullable().parse(idIssuedIn) });
}

const badges = {
  requested: { tone: 'neutral', icon: IconInbox },
  enrolled: { tone: 'success', icon: IconCheck },
  waiting: { tone: 'warning', icon: IconClock },
  withdrawn: { tone: 'danger', icon: IconUserOff },
  completed: { tone: 'info', icon: IconFlag },
} as const;

function EnrolmentBadge({ enrolment }: { enrolment: Enrolment }) {
  const { t } = useTranslation('editions');
  const { status, waitingPosition, withdrawnReason, exceptionReason } = enrolment;
  const why = withdrawnReason ?? exceptionReason;
  const word =
    waitingPosition === null ? t(`enrolmentStatus.${status}`) : t('waitingPlace', { place: waitingPosition });
  return (
    <span title={why ?? undefined}>
      <StatusBadge {...badges[status]}>{word}</StatusBadge>
    </span>
  );
}

interface ShareCellProps {
  enrolment: Enrolment;
  edition: Edition;
  nextMinutes: number;
}

/** Attendance so far and what is still reachable, with the mark of who is about to lose the minimum. */
function ShareCell({ enrolment, edition, nextMinutes }: ShareCellProps) {
  const { t } = useTranslation('editions');
  const format = useFormat();
  const { share, status } = enrolment;
  const soFar = percentSoFar(share);
  if (!holdsSeat(status) || soFar === null) return null;
  const minimum = edition.minimumAttendance;
  const risk = judgeAttendanceRisk(share, minimum, nextMinutes);
  const isOver = edition.status === 'closed';
  const text = isOver
    ? format.percent(soFar)
    : `${format.percent(soFar)} / ${format.percent(percentReachable(share))}`;
  if (risk === 'none') return <span className={classes['share']}>{text}</span>;
  const Icon = risk === 'atRisk' ? IconAlertTriangle : IconCircleX;
  const why = t(isOver ? 'risk.missed' : `risk.${risk}`, { minimum: format.percent(minimum) });
  return (
    <span className={classes['share']} data-risk={risk} title={why}>
      <span role="img" aria-label={why}>
        <Icon size={16} stroke={2} aria-hidden />
      </span>
      {text}
    </span>
  );
}
