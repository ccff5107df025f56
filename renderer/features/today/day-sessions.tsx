import { Button } from '@mantine/core';
import { IconBan, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { endOfSession } from '../../../domain/time-of-day.ts';
import type { Task, Today, TodaySession } from '../../../domain/today.ts';
import { useFormat } from '../../lib/format.ts';
import { useSession } from '../../lib/session.tsx';
import { AddressLink } from '../../ui/address-link.tsx';
import { Section } from '../../ui/section.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { roomAddress } from './session-facts.ts';
import classes from './today.module.css';
import { isToMark } from './urgent.ts';

interface DaySessionsProps {
  today: Today;
  /** What carries the accent. */
  urgent: TodaySession | Task | null;
}

/** The sessions of the day, by hour, each with its attendance. */
export function DaySessions({ today, urgent }: DaySessionsProps) {
  const { t } = useTranslation('today');
  return (
    <Section title={t('sessions.title')}>
      {today.sessions.length === 0 ? (
        <NoSessions today={today} />
      ) : (
        <ul className={classes['rows']}>
          {today.sessions.map((session) => (
            <SessionRow key={session.sessionId} session={session} isUrgent={session === urgent} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function NoSessions({ today }: { today: Today }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const next = today.week.find(({ date, state }) => date > today.today && state === 'planned');
  return (
    <p className={classes['none']}>
      {t('sessions.none')}
      {next !== undefined &&
        ` ${t('sessions.next', { date: format.weekdayDate(next.date), time: next.startsAt, course: next.courseTitle })}`}
    </p>
  );
}

function SessionRow({ session, isUrgent }: { session: TodaySession; isUrgent: boolean }) {
  const { t } = useTranslation('today');
  const { can } = useSession();
  const { courseTitle, editionCode, place, startsAt } = session;
  return (
    <li className={classes['row']}>
      <div className={classes['time']}>
        <b>{startsAt}</b>
        <span>{t('sessions.until', { time: endOfSession(session) })}</span>
      </div>
      <div className={classes['what']}>
        <AddressLink className={classes['course']} to={`/ediciones/${session.editionId}`}>
          {courseTitle}
        </AddressLink>
        <span className={classes['detail']}>
          {editionCode} · {place}
        </span>
      </div>
      <MarkedState session={session} />
      {can('trainer') && session.state !== 'cancelled' && (
        <Button
          component={AddressLink}
          to={roomAddress(session)}
          variant={isUrgent ? 'filled' : 'default'}
          aria-label={t(isToMark(session) ? 'sessions.markOf' : 'sessions.seeOf', {
            course: courseTitle,
            time: startsAt,
          })}
        >
          {t(isToMark(session) ? 'sessions.mark' : 'sessions.see')}
        </Button>
      )}
    </li>
  );
}

/** Whether it took place, and how many are marked of how many. */
function MarkedState({ session }: { session: TodaySession }) {
  const { t } = useTranslation('today');
  if (session.state === 'cancelled') {
    return (
      <StatusBadge tone="neutral" icon={IconBan}>
        {t('sessions.cancelled')}
      </StatusBadge>
    );
  }
  const counts = { marked: session.markedCount, count: session.enrolledCount };
  if (session.markedCount === 0 && session.state === 'planned') {
    return <span className={classes['detail']}>{t('sessions.enrolled', counts)}</span>;
  }
  return (
    <StatusBadge
      tone={isToMark(session) ? 'warning' : 'success'}
      {...(isToMark(session) ? {} : { icon: IconCheck })}
    >
      {t('sessions.marked', counts)}
    </StatusBadge>
  );
}
