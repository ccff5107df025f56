import { Button } from '@mantine/core';
import { IconBan, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type CalendarSession, findMoveObstacle, nameWhere } from '../../../domain/calendar.ts';
import { endOfSession } from '../../../domain/time-of-day.ts';
import { useFormat } from '../../lib/format.ts';
import { useSession } from '../../lib/session.tsx';
import { AddressLink } from '../../ui/address-link.tsx';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Facts } from '../../ui/facts.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import classes from './calendar.module.css';

const looks = {
  planned: { tone: 'neutral', icon: IconCircleDashed },
  held: { tone: 'success', icon: IconCircleCheck },
  cancelled: { tone: 'danger', icon: IconBan },
} as const;

interface SessionCardProps {
  session: CalendarSession;
  /** Asks for another day and hour. */
  onMove(): void;
  onClose(): void;
}

/** One session: when, where, who teaches, how it stands, and the way to its attendance and edition. */
export function SessionCard({ session, onMove, onClose }: SessionCardProps) {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const { can } = useSession();
  const { date, startsAt, state, trainers, editionId } = session;
  const obstacle = findMoveObstacle(session);
  const edition = `/ediciones/${editionId}`;
  return (
    <Dialog opened onClose={onClose} title={session.courseTitle} size={560}>
      <Facts
        items={[
          { label: t('card.date'), value: format.weekdayDate(date) },
          {
            label: t('card.hours'),
            value: t('session.hours', { from: startsAt, to: endOfSession(session) }),
          },
          { label: t('card.edition'), value: session.editionCode },
          { label: t('card.place'), value: nameWhere(session) },
          { label: t('card.trainers'), value: format.list(trainers.map(({ name }) => name)) },
          { label: t('card.topic'), value: session.topic },
          {
            label: t('card.state'),
            value: (
              <>
                <StatusBadge {...looks[state]}>{t(`attendance:sessionState.${state}`)}</StatusBadge>
                {session.cancelReason !== null && <div>{session.cancelReason}</div>}
              </>
            ),
          },
        ]}
      />
      {can('registrar') && obstacle !== null && (
        <p className={classes['obstacle']}>{t(`move.obstacle.${obstacle}`)}</p>
      )}
      <DialogActions>
        {can('registrar') && obstacle === null && <Button onClick={onMove}>{t('move.button')}</Button>}
        <Button component={AddressLink} to={edition}>
          {t('card.seeEdition')}
        </Button>
        {can('trainer') && state !== 'cancelled' && (
          <Button component={AddressLink} variant="filled" to={`${edition}/asistencia/${session.id}`}>
            {t('today:sessions.mark')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
