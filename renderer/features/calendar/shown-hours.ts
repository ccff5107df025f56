import { minutesOf } from '../../../domain/time-of-day.ts';

/** Whole hours of the day, from 0 to 24. */
export interface ShownHours {
  from: number;
  to: number;
}

/** The hours that an office meets in, and those of every session of the week; what goes on past midnight ends there. */
export function findShownHours(sessions: readonly { startsAt: string; minutes: number }[]): ShownHours {
  const starts = sessions.map(({ startsAt }) => Math.floor(minutesOf(startsAt) / 60));
  const ends = sessions.map(({ startsAt, minutes }) => Math.ceil((minutesOf(startsAt) + minutes) / 60));
  return { from: Math.min(7, ...starts), to: Math.min(24, Math.max(20, ...ends)) };
}
