import { z } from 'zod';
import {
  type AttendanceMark,
  type AttendanceShare,
  type CountedSession,
  isOutOfReach,
  percentReachable,
  percentSoFar,
  reachesMinimum,
} from './attendance.ts';
import { type EnrolmentStatus, hasBeenIn } from './enrolment.ts';
import type { SessionId } from './ids.ts';

export const resultKindSchema = z.enum(['approved', 'failed', 'abandoned', 'withdrawn', 'pending']);
export type ResultKind = z.infer<typeof resultKindSchema>;

export const resultReasonSchema = z.enum([
  'attendanceAndGradeReached',
  'attendanceReached',
  'attendanceBelowMinimum',
  'attendanceOutOfReach',
  'gradeBelowPassMark',
  'gradeMissing',
  'noHoursCounted',
  'missedLastSessions',
  'withdrawn',
  'notEnrolled',
  'stillRunning',
]);
export type ResultReason = z.infer<typeof resultReasonSchema>;

/** What came of one enrolment, why, and the figures that the reason speaks of. */
export const resultSchema = z.object({
  kind: resultKindSchema,
  reason: resultReasonSchema,
  percentSoFar: z.number().nullable(),
  percentReachable: z.number().nullable(),
  minimumAttendance: z.number(),
  grade: z.number().nullable(),
  passMark: z.number().nullable(),
  /** Attended enough for a certificate of participation, whatever the grade. */
  hasParticipated: z.boolean(),
});
export type Result = z.infer<typeof resultSchema>;

export interface ResultInput {
  enrolmentStatus: EnrolmentStatus;
  share: AttendanceShare;
  /** Present in none of the last sessions held, three or all there were. */
  missedLastSessions: boolean;
  grade: number | null;
  minimumAttendance: number;
  passMark: number | null;
  /** The edition is closed: what is not recorded counts as missed. */
  isFinal: boolean;
}

/** So many last sessions missed in a row read as having abandoned the course. */
export const sessionsToAbandon = 3;

/**
 * Whether someone came to none of the last sessions held, three or all there were, and had no leave for any of
 * them. `sessions` come in the order they were held; where none was held nobody missed any.
 */
export function hasMissedLastSessions(
  sessions: readonly CountedSession[],
  markBySession: ReadonlyMap<SessionId, AttendanceMark>,
): boolean {
  const last = sessions.filter(({ state }) => state === 'held').slice(-sessionsToAbandon);
  return last.length > 0 && last.every(({ id }) => (markBySession.get(id) ?? 'F') === 'F');
}

/**
 * Approved if attendance reaches the course's minimum and, where the course is graded, the grade its pass
 * mark. Otherwise withdrawn (said so), abandoned (below the minimum and absent from the last sessions) or
 * failed. While the edition runs a result is pending unless the minimum is out of reach.
 */
export function computeResult(input: ResultInput): Result {
  const { kind, reason } = judge(input);
  return {
    kind,
    reason,
    percentSoFar: percentSoFar(input.share),
    percentReachable: input.isFinal ? percentSoFar(input.share) : percentReachable(input.share),
    minimumAttendance: input.minimumAttendance,
    grade: input.grade,
    passMark: input.passMark,
    hasParticipated:
      (kind === 'approved' || reason === 'gradeBelowPassMark' || reason === 'gradeMissing') &&
      reachesMinimum(input.share, input.minimumAttendance),
  };
}

function judge(input: ResultInput): { kind: ResultKind; reason: ResultReason } {
  const { enrolmentStatus, share, minimumAttendance, passMark, grade, isFinal } = input;
  if (enrolmentStatus === 'withdrawn') return { kind: 'withdrawn', reason: 'withdrawn' };
  if (!hasBeenIn(enrolmentStatus)) return { kind: 'pending', reason: 'notEnrolled' };
  if (!reachesMinimum(share, minimumAttendance)) return judgeAttendance(input);
  if (!isFinal && share.openMinutes > 0) return { kind: 'pending', reason: 'stillRunning' };
  if (passMark === null) return { kind: 'approved', reason: 'attendanceReached' };
  if (grade === null) return { kind: isFinal ? 'failed' : 'pending', reason: 'gradeMissing' };
  return grade >= passMark
    ? { kind: 'approved', reason: 'attendanceAndGradeReached' }
    : { kind: 'failed', reason: 'gradeBelowPassMark' };
}

function judgeAttendance(input: ResultInput): { kind: ResultKind; reason: ResultReason } {
  const { share, minimumAttendance, isFinal, missedLastSessions } = input;
  if (share.totalMinutes === 0) {
    return { kind: isFinal ? 'failed' : 'pending', reason: isFinal ? 'noHoursCounted' : 'stillRunning' };
  }
  if (isFinal) {
    return missedLastSessions
      ? { kind: 'abandoned', reason: 'missedLastSessions' }
      : { kind: 'failed', reason: 'attendanceBelowMinimum' };
  }
  return isOutOfReach(share, minimumAttendance)
    ? { kind: 'failed', reason: 'attendanceOutOfReach' }
    : { kind: 'pending', reason: 'stillRunning' };
}
