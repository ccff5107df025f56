import { type Instant, toInstant } from '../../../domain/calendar-date.ts';

/** The time of a story: it goes on by itself and leaps where the story says that time passes. */
export interface StoryClock {
  now(): Instant;
  /** Makes it eight in the morning of a day in Bolivia. To be called while nothing runs that has read the clock. */
  leapTo(day: string): void;
}

export function createStoryClock(day: string): StoryClock {
  const distanceTo = (to: string) => Date.parse(`${to}T12:00:00.000Z`) - Date.now();
  let distance = distanceTo(day);
  return {
    now: () => toInstant(Date.now() + distance),
    leapTo: (to) => {
      distance = distanceTo(to);
    },
  };
}
