import { z } from 'zod';
import { instantSchema } from './calendar-date.ts';
import { enrolmentIdSchema, type SessionId, sessionIdSchema } from './ids.ts';
import type { AttendancePolicy } from './office.ts';
import type { SessionState } from './session.ts';

/** P presente, A atraso, F falta, L licencia. */
export const attendanceMarkSchema = z.enum(['P', 'A', 'F', 'L']);
export type AttendanceMark = z.infer<typeof attendanceMarkSchema>;

/** One enrolment in one session; a null mark takes the mark away. */
export const markChangeSchema = z.object({
  sessionId: sessionIdSchema,
  enrolmentId: enrolmentIdSchema,
  mark: attendanceMarkSchema.nullable(),
});
export type MarkChange = z.infer<typeof markChangeSchema>;

export const recordedMarkSchema = z.object({
  sessionId: sessionIdSchema,
  enrolmentId: enrolmentIdSchema,
  mark: attendanceMarkSchema,
  changedAt: instantSchema,
  changedBy: z.string(),
});
export type RecordedMark = z.infer<typeof recordedMarkSchema>;

/** Minutes of one enrolment over all sessions that were not cancelled and not left out by a leave. */
export const attendanceShareSchema = z.object({
  attendedMinutes: z.number(),
  /** Minutes of sessions without a mark yet: they could still be attended. */
  openMinutes: z.number(),
  totalMinutes: z.number(),
});
export type AttendanceShare = z.infer<typeof attendanceShareSchema>;

export interface CountedSession {
  id: SessionId;
  minutes: number;
  state: SessionState;
}

/**
 * Counts attendance in minutes over all sessions that were not cancelled, not only those already recorded.
 * Present counts; a late mark counts unless it is the N-th late of a policy by which N lates make one absence;
 * a leave is left out of the total, or counts as absent, as the policy says. `sessions` come in the order
 * they were held, since the N-th late depends on it.
 */
export function computeAttendanceShare(
  sessions: readonly CountedSession[],
  markBySession: ReadonlyMap<SessionId, AttendanceMark>,
  policy: AttendancePolicy,
): AttendanceShare {
  const share = { attendedMinutes: 0, openMinutes: 0, totalMinutes: 0 };
  let lates = 0;
  for (const session of sessions) {
    if (session.state === 'cancelled') continue;
    const mark = markBySession.get(session.id);
    if (mark === 'L' && policy.leave === 'neutral') continue;
    if (mark === 'A') lates += 1;
    const isLateAbsence =
      mark === 'A' && policy.latesPerAbsence !== null && lates % policy.latesPerAbsence === 0;
    share.totalMinutes += session.minutes;
    if (mark === undefined) share.openMinutes += session.minutes;
    if (mark === 'P' || (mark === 'A' && !isLateAbsence)) share.attendedMinutes += session.minutes;
  }
  return share;
}

/** Attended hours of all planned hours in percent, with one decimal rounded down; null where there are none. */
export function percentSoFar(share: AttendanceShare): number | null {
  return percentOf(share.attendedMinutes, share.totalMinutes);
}

/** The percentage if every session without a mark were attended, with one decimal rounded down. */
export function percentReachable(share: AttendanceShare): number | null {
  return percentOf(share.attendedMinutes + share.openMinutes, share.totalMinutes);
}

/** Rounded down, so that 79.96 % never reads as the 80 % it is not. */
function percentOf(minutes: number, total: number): number | null {
  return total === 0 ? null : Math.floor((minutes * 1000) / total) / 10;
}

/** Whether the minimum can no longer be reached; compared in minutes, not in rounded percents. */
export function isOutOfReach(share: AttendanceShare, minimumPercent: number): boolean {
  return (share.attendedMinutes + share.openMinutes) * 100 < hundredfoldMinimum(share, minimumPercent);
}

/** Whether the minimum is reached already; false where no hours count. */
export function reachesMinimum(share: AttendanceShare, minimumPercent: number): boolean {
  return share.totalMinutes > 0 && share.attendedMinutes * 100 >= hundredfoldMinimum(share, minimumPercent);
}

/** A hundred times the minutes that a minimum asks for, without the error of binary fractions: 16.1 × 1000 is 16100. */
function hundredfoldMinimum({ totalMinutes }: AttendanceShare, minimumPercent: number): number {
  return Math.round(minimumPercent * totalMinutes * 1e6) / 1e6;
}
