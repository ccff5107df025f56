import { useMemo } from 'react';
import type { Edition } from '../../../domain/edition.ts';
import { lastDayOf, planSchedule, type Schedule, type ScheduleRule } from '../../../domain/schedule.ts';
import type { Session } from '../../../domain/session.ts';
import { useDaysOff } from '../../parts/use-days-off.ts';

/** What a rule makes of an edition. */
export type Planner = (rule: ScheduleRule) => Schedule;

/** Plans the sessions of an edition as a rule says; null while it is not known which days are free. */
export function usePlanner(edition: Edition, sessions: readonly Session[]): Planner | null {
  const daysOffBetween = useDaysOff();
  return useMemo(() => {
    if (daysOffBetween === null) return null;
    return (rule) =>
      planSchedule(rule, {
        needed: Math.round(edition.hours * 60),
        planned: sessions,
        daysOff: daysOffBetween(rule.from, lastDayOf(rule)),
        isBusy: () => false,
      });
  }, [daysOffBetween, edition.hours, sessions]);
}
