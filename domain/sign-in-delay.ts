/** So many wrong passwords in a row cost nothing: fingers slip. */
const freeTries = 3;
const firstDelay = 5;
const longestDelay = 300;

/** Wrong tries in a row, and when the last one was, in milliseconds since 1970. */
export interface WrongTries {
  count: number;
  lastAt: number;
}

/** How many seconds must pass after so many wrong tries in a row: 5 after the third, then twice as many each time. */
export function delayAfter(count: number): number {
  return count < freeTries ? 0 : Math.min(longestDelay, firstDelay * 2 ** (count - freeTries));
}

/**
 * Whole seconds until the next try is taken, 0 if it is now. A clock that was set back begins the delay anew: it is
 * never longer than it was.
 */
export function secondsToWait({ count, lastAt }: WrongTries, now: number): number {
  const passed = Math.max(0, now - lastAt);
  return Math.max(0, Math.ceil(delayAfter(count) - passed / 1000));
}
