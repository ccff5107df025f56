import {
  IconAlertTriangle,
  IconCheck,
  IconCircleX,
  IconClock,
  IconFlag,
  IconInbox,
  IconUserOff,
  IconX,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { percentReachable, percentSoFar } from '../../../domain/attendance.ts';
import { judgeAttendanceRisk } from '../../../domain/attendance-risk.ts';
import type { Edition } from '../../../domain/edition.ts';
import { type Enrolment, hasLeft, holdsSeat } from '../../../domain/enrolment.ts';
import { formatIdentityCard, issuedInSchema } from '../../../domain/identity-card.ts';
import { surnamesFirst } from '../../../domain/person-name.ts';
import { useApi } from '../../lib/api.tsx';
import { useFormat } from '../../lib/format.ts';
import type { DataColumn } from '../../ui/data-table-model.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { EnrolmentMenu } from './enrolment-menu.tsx';
import { isUnexcused } from './participant-filters.tsx';
import classes from './participants-tab.module.css';
import type { Missing } from './use-missing.ts';

const wide = { name: { grow: true }, community: { grow: true } } as const;
/** Remarks are as long as somebody wrote them: they take what the names can spare. */
const narrow = { name: { width: 218 }, community: { width: 116 } } as const;

interface ParticipantColumns {
  edition: Edition;
  enrolments: readonly Enrolment[];
  missing: Missing;
  isChangeable: boolean;
  onTransfer(people: readonly Enrolment[]): void;
}

/** The columns of the list of participants; one for remarks where there are any. */
export function useParticipantColumns(list: ParticipantColumns): readonly DataColumn<Enrolment>[] {
  const { edition, enrolments, missing, isChangeable, onTransfer } = list;
  const { t } = useTranslation('editions');
  const api = useApi();
  const remark = useRemark(missing);
  const sessions = useQuery(api.sessions.list.queryOptions({ input: { editionId: edition.id } }));
  const nextMinutes = sessions.data?.find(({ state }) => state === 'planned')?.minutes ?? 0;
  const hasRemarks = enrolments.some((one) => remark(one) !== null);
  return useMemo(() => {
    const widths = hasRemarks ? narrow : wide;
    const facts: DataColumn<Enrolment>[] = [
      { id: 'name', header: t('people.column.name'), ...widths.name, value: surnamesFirst },
      { id: 'identityCard', header: t('people.column.identityCard'), width: 122, value: writeCard },
      { id: 'phone', header: t('people.column.phone'), width: 92, value: ({ phone }) => phone },
      {
        id: 'community',
        header: t('people.column.community'),
        ...widths.community,
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
        width: 116,
        align: 'end',
        value: ({ share, status }) => (holdsSeat(status) ? percentSoFar(share) : null),
        cell: (enrolment) => <ShareCell enrolment={enrolment} edition={edition} nextMinutes={nextMinutes} />,
      },
    ];
    const remarks: DataColumn<Enrolment> = {
      id: 'remark',
      header: t('people.column.remark'),
      grow: true,
      value: remark,
      cell: (enrolment) => <span title={remark(enrolment) ?? undefined}>{remark(enrolment)}</span>,
    };
    const actions: DataColumn<Enrolment> = {
      id: 'actions',
      header: t('people.column.actions'),
      width: 84,
      align: 'center',
      sortable: false,
      value: () => null,
      cell: (enrolment) => (
        <EnrolmentMenu
          edition={edition}
          enrolment={enrolment}
          isUnexcused={isUnexcused(enrolment, missing)}
          onTransfer={() => onTransfer([enrolment])}
        />
      ),
    };
    return [...facts, ...(hasRemarks ? [remarks] : []), ...(isChangeable ? [actions] : [])];
  }, [t, edition, nextMinutes, isChangeable, hasRemarks, remark, missing, onTransfer]);
}

/** What there is to say of someone besides: where they come from, why they left, what they lack, and whose word there is. */
function useRemark(missing: Missing) {
  const { t } = useTranslation('editions');
  const format = useFormat();
  return useCallback(
    (enrolment: Enrolment): string | null => {
      const { personId, status, withdrawnReason, exceptionReason, prerequisiteReason, transferredFrom } =
        enrolment;
      const courses = hasLeft(status) ? [] : (missing.get(personId) ?? []);
      const lacks = { courses: format.list(courses.map(({ title }) => title)), reason: prerequisiteReason };
      const parts = [
        withdrawnReason,
        courses.length === 0 ? null : t(prerequisiteReason === null ? 'lacks.short' : 'lacks.excused', lacks),
        exceptionReason === null ? null : t('remark.exception', { reason: exceptionReason }),
        transferredFrom === null ? null : t('remark.from', { code: transferredFrom.editionCode }),
      ];
      const said = parts.filter((part) => part !== null);
      return said.length === 0 ? null : said.join(' · ');
    },
    [t, format, missing],
  );
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
  declined: { tone: 'neutral', icon: IconX },
} as const;

function EnrolmentBadge({ enrolment }: { enrolment: Enrolment }) {
  const { t } = useTranslation('editions');
  const { status, waitingPosition } = enrolment;
  const word =
    waitingPosition === null ? t(`enrolmentStatus.${status}`) : t('waitingPlace', { place: waitingPosition });
  return <StatusBadge {...badges[status]}>{word}</StatusBadge>;
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
