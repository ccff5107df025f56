import { type AttendanceShare, isOutOfReach } from './attendance.ts';

export type AttendanceRisk = 'none' | 'atRisk' | 'outOfReach';

/**
 * How close someone is to losing the minimum of attendance while the edition runs: out of reach, or at risk where
 * they have missed hours already and missing another session of so many minutes would put it out of reach.
 */
export function judgeAttendanceRisk(
  share: AttendanceShare,
  minimumPercent: number,
  nextSessionMinutes: number,
): AttendanceRisk {
  if (isOutOfReach(share, minimumPercent)) return 'outOfReach';
  const hasMissed = share.attendedMinutes + share.openMinutes < share.totalMinutes;
  const missed = Math.min(nextSessionMinutes, share.openMinutes);
  const afterNext = { ...share, openMinutes: share.openMinutes - missed };
  return hasMissed && isOutOfReach(afterNext, minimumPercent) ? 'atRisk' : 'none';
}
