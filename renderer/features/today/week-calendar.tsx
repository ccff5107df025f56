import { Title, VisuallyHidden } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, type CalendarDate } from '../../../domain/calendar-date.ts';
import type { Today, TodaySession } from '../../../domain/today.ts';
import { mondayOf } from '../../../domain/weekday.ts';
import { useFormat } from '../../lib/format.ts';
import { useSession } from '../../lib/session.tsx';
import { AddressLink } from '../../ui/address-link.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { roomAddress } from './session-facts.ts';
import classes from './week-calendar.module.css';

const weekdays = [0, 1, 2, 3, 4, 5, 6];

/** The week from Monday to Sunday with its sessions. */
export function WeekCalendar({ today }: { today: Today }) {
  const { t } = useTranslation('today');
  const id = useId();
  const monday = mondayOf(today.today);
  return (
    <aside aria-labelledby={id} className={classes['week']}>
      <div className={classes['head']}>
        <Title order={2} id={id}>
          {t('week.title')}
        </Title>
        <TextLink to="/calendario">{t('calendar:open')}</TextLink>
      </div>
      <ol>
        {weekdays.map((offset) => {
          const date = addDays(monday, offset);
          const sessions = today.week.filter((session) => session.date === date);
          return <WeekDay key={date} date={date} sessions={sessions} isToday={date === today.today} />;
        })}
      </ol>
    </aside>
  );
}

interface WeekDayProps {
  date: CalendarDate;
  sessions: readonly TodaySession[];
  isToday: boolean;
}

function WeekDay({ date, sessions, isToday }: WeekDayProps) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const { can } = useSession();
  return (
    <li className={classes['day']} aria-current={isToday ? 'date' : undefined}>
      <div className={classes['date']}>
        <span aria-hidden>{format.weekday(date)}</span>
        <b aria-hidden>{Number(date.slice(8))}</b>
        <VisuallyHidden>{format.weekdayDate(date)}</VisuallyHidden>
      </div>
      {sessions.length === 0 ? (
        <VisuallyHidden>{t('week.none')}</VisuallyHidden>
      ) : (
        <ul>
          {sessions.map((session) => (
            <li key={session.sessionId}>
              <AddressLink
                to={can('trainer') ? roomAddress(session) : `/ediciones/${session.editionId}`}
                className={classes['session']}
                data-state={session.state}
                title={`${session.editionCode} · ${session.place}`}
              >
                <span>{session.startsAt}</span>
                <span>{session.courseTitle}</span>
                {session.state === 'cancelled' && <VisuallyHidden>{t('sessions.cancelled')}</VisuallyHidden>}
              </AddressLink>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
