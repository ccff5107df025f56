import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '../../../domain/calendar-date.ts';
import { type CalendarSession, nameWhere } from '../../../domain/calendar.ts';
import { endOfSession } from '../../../domain/time-of-day.ts';
import { useFormat } from '../../lib/format.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './calendar.module.css';
import type { CalendarGridProps } from './calendar-grid.ts';

interface DayDialogProps extends Pick<CalendarGridProps, 'hueByCourse'> {
  date: CalendarDate;
  sessions: readonly CalendarSession[];
  dayOff: string | null;
  onOpen(session: CalendarSession): void;
  onClose(): void;
}

/** All sessions of one day, each of which can be opened. */
export function DayDialog({ date, sessions, dayOff, hueByCourse, onOpen, onClose }: DayDialogProps) {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  return (
    <Dialog opened onClose={onClose} title={format.weekdayDate(date)} size={560}>
      {dayOff !== null && <Notice tone="warning">{dayOff}</Notice>}
      {sessions.length === 0 && <p>{t('noSessions')}</p>}
      <ul className={classes['dayList']}>
        {sessions.map((session) => (
          <li key={session.id}>
            <button
              type="button"
              className={classes['dayLine']}
              data-hue={hueByCourse.get(session.courseId)}
              data-state={session.state}
              onClick={() => onOpen(session)}
            >
              <span>{`${session.startsAt}–${endOfSession(session)}`}</span>
              <b>{session.courseTitle}</b>
              <small>
                {[session.editionCode, nameWhere(session)].join(' · ')}
                {session.state !== 'planned' && ` · ${t(`attendance:sessionState.${session.state}`)}`}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
