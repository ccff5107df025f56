import { Button } from '@mantine/core';
import { IconCalendarOff } from '@tabler/icons-react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Booking } from '../../../domain/booking.ts';
import { type CalendarDate } from '../../../domain/calendar-date.ts';
import type { Edition } from '../../../domain/edition.ts';
import {
  type Schedule,
  type ScheduledSession,
  type ScheduleRule,
  scheduleRuleSchema,
  type SkipReason,
} from '../../../domain/schedule.ts';
import { endOfSession } from '../../../domain/time-of-day.ts';
import { useFormat } from '../../lib/format.ts';
import { useDayOffWords } from '../../parts/use-days-off.ts';
import { Notice } from '../../ui/notice.tsx';
import classes from './plan-dialog.module.css';
import type { Planner } from './use-planner.ts';

interface SchedulePreviewProps {
  edition: Edition;
  planner: Planner;
}

/** The sessions that will come out, in order, and between them the days left out, each with the reason. */
export function SchedulePreview({ edition, planner }: SchedulePreviewProps) {
  const { t } = useTranslation('attendance');
  const rule = scheduleRuleSchema.safeParse(useWatch()).data;
  if (rule === undefined) return <p className={classes['none']}>{t('sessions.preview.none')}</p>;
  const schedule = planner.plan(rule);
  const lines = listLines(edition, schedule);
  return (
    <div className={classes['preview']}>
      <Totals edition={edition} rule={rule} schedule={schedule} />
      {lines.length > 0 && (
        <ol className={classes['lines']} aria-label={t('sessions.preview.label')}>
          {lines.map((line) =>
            line.session === null ? (
              <SkippedLine key={line.date} date={line.date} reason={line.reason} planner={planner} />
            ) : (
              <SessionLine
                key={line.date}
                session={line.session}
                total={line.total}
                edition={edition}
                planner={planner}
              />
            ),
          )}
        </ol>
      )}
    </div>
  );
}

type Line =
  | { date: CalendarDate; session: ScheduledSession; total: number }
  | { date: CalendarDate; session: null; reason: SkipReason };

/** Sessions and skipped days by date; `total` is the hours that are planned once the session is. */
function listLines({ hours }: Edition, { sessions, skipped, missing }: Schedule): Line[] {
  let total = hours - missing / 60 - sessions.reduce((sum, { minutes }) => sum + minutes, 0) / 60;
  const made = sessions.map((session): Line => {
    total += session.minutes / 60;
    return { date: session.date, session, total };
  });
  const left = skipped.map(({ date, reason }): Line => ({ date, session: null, reason }));
  return [...made, ...left].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** '6 sesiones, 24 de 24 horas', and what is wrong with that. */
function Totals({ edition, rule, schedule }: { edition: Edition; rule: ScheduleRule; schedule: Schedule }) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  const { sessions, missing } = schedule;
  const hours = { hours: format.number(edition.hours - missing / 60), total: format.number(edition.hours) };
  const left = format.number(Math.abs(missing) / 60);
  const isAlreadyFull = sessions.length === 0 && missing <= 0 && rule.until === 'full';
  return (
    <Notice tone={missing === 0 ? 'success' : missing < 0 ? 'info' : 'warning'}>
      {t('sessions.preview.count', { count: sessions.length })} {t('sessions.preview.hours', hours)}{' '}
      {isAlreadyFull && t('sessions.preview.alreadyFull')}
      {missing > 0 && t('sessions.preview.missing', { hours: left })}
      {missing < 0 && !isAlreadyFull && t('sessions.preview.tooMany', { hours: left })}
    </Notice>
  );
}

interface SessionLineProps {
  session: ScheduledSession;
  total: number;
  edition: Edition;
  planner: Planner;
}

function SessionLine({ session, total, edition, planner }: SessionLineProps) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  const dates = useDateChoice();
  const bookingWords = useTakenWords();
  const clashes = planner.findClashes(session);
  const date = format.weekdayDate(session.date);
  return (
    <li className={classes['line']}>
      <span className={classes['date']}>{date}</span>
      <span className={classes['time']}>
        {session.startsAt}–{endOfSession(session)}
      </span>
      {clashes.length > 0 ? (
        <span className={classes['clash']}>{bookingWords(clashes)}</span>
      ) : (
        <span className={classes['total']}>
          {t('sessions.preview.total', {
            hours: format.number(total),
            total: format.number(edition.hours),
          })}
        </span>
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={t('sessions.preview.skipDay', { date })}
        onClick={() => dates.exclude(session.date)}
      >
        {t('sessions.preview.skip')}
      </Button>
    </li>
  );
}

interface SkippedLineProps {
  date: CalendarDate;
  reason: SkipReason;
  planner: Planner;
}

function SkippedLine({ date: day, reason, planner }: SkippedLineProps) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  const dates = useDateChoice();
  const words = useSkipWords();
  const date = format.weekdayDate(day);
  return (
    <li className={classes['line']} data-skipped>
      <span className={classes['date']}>
        <IconCalendarOff size={15} stroke={1.75} aria-hidden /> {date}
      </span>
      <span className={classes['reason']}>{words(reason, planner)}</span>
      {reason.of !== 'planned' && (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t('sessions.preview.meetOn', { date })}
          onClick={() => dates.include(day)}
        >
          {t('sessions.preview.meet')}
        </Button>
      )}
    </li>
  );
}

function useSkipWords(): (reason: SkipReason, planner: Planner) => string {
  const { t } = useTranslation('attendance');
  const dayOffWords = useDayOffWords();
  const takenWords = useTakenWords();
  return (reason, planner) => {
    if (reason.of === 'dayOff') return dayOffWords(reason.dayOff);
    if (reason.of === 'busy') return takenWords(planner.findClashes(reason.session));
    return t(`sessions.preview.reason.${reason.of}`);
  };
}

/** 'Ocupado: Rojas, Ana (PAN-2026-01, 14:30)'. */
function useTakenWords(): (clashes: readonly Booking[]) => string {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  return (clashes) =>
    t('sessions.preview.reason.busy', {
      list: format.list(
        clashes.map(({ taken, edition, startsAt }) =>
          t('sessions.preview.taken', {
            taken: taken.of === 'room' ? taken.room : taken.name,
            edition: edition?.editionCode ?? t('calendar:booking.otherEdition'),
            time: startsAt,
          }),
        ),
      ),
    });
}

/** Puts a day in or takes it out by hand: the last word counts. */
function useDateChoice() {
  const { getValues, setValue } = useFormContext<ScheduleRule>();
  const choose = (date: CalendarDate, to: 'included' | 'excluded', from: 'included' | 'excluded') => {
    const options = { shouldDirty: true };
    setValue(to, [...getValues(to).filter((one) => one !== date), date], options);
    setValue(
      from,
      getValues(from).filter((one) => one !== date),
      options,
    );
  };
  return {
    include: (date: CalendarDate) => choose(date, 'included', 'excluded'),
    exclude: (date: CalendarDate) => choose(date, 'excluded', 'included'),
  };
}
