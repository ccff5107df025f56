/** So many seconds before a window locks it says so. */
export const warningSeconds = 30;

/** How a window stands after so many idle milliseconds: `warn` holds the seconds that are left. */
export type IdleStage = { stage: 'active' } | { stage: 'warn'; seconds: number } | { stage: 'lock' };

/** What follows from having been idle so long, where a window locks after so many minutes. */
export function findIdleStage(idleMs: number, idleMinutes: number): IdleStage {
  const left = idleMinutes * 60 - idleMs / 1000;
  if (left <= 0) return { stage: 'lock' };
  return left <= warningSeconds ? { stage: 'warn', seconds: Math.ceil(left) } : { stage: 'active' };
}
