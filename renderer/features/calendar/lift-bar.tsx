import { useTranslation } from 'react-i18next';
import { endOfSession } from '../../../domain/time-of-day.ts';
import { useFormat } from '../../lib/format.ts';
import classes from './calendar.module.css';
import type { Lifted } from './use-lift.ts';

/** Where the session that is being moved would go, in words that are read aloud as they change. */
export function LiftBar({ lifted }: { lifted: Lifted | null }) {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  return (
    <div
      role="status"
      aria-live="assertive"
      className={classes['liftBar']}
      data-lifted={lifted !== null || undefined}
    >
      {lifted !== null && (
        <>
          <b>
            {t('move.to', {
              course: lifted.session.courseTitle,
              date: format.weekdayDate(lifted.to.date),
              hours: t('session.hours', {
                from: lifted.to.startsAt,
                to: endOfSession({ ...lifted.session, ...lifted.to }),
              }),
            })}
          </b>{' '}
          {lifted.by === 'keys' && t('move.keys')}
        </>
      )}
    </div>
  );
}
