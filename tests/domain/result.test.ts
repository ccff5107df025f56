import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AttendanceMark, attendanceMarkSchema, type CountedSession } from '../../domain/attendance.ts';
import { earnedCertificate } from '../../domain/certificate.ts';
import { enrolmentStatusSchema } from '../../domain/enrolment.ts';
import type { SessionId } from '../../domain/ids.ts';
import {
  computeResult,
  hasMissedLastSessions,
  type ResultInput,
  type ResultKind,
  type ResultReason,
} from '../../domain/result.ts';

/** Ten hours, of which the given ones were attended and are open; 80 % and 51 points are asked for. */
function input(attended: number, open: number, given: Partial<ResultInput> = {}): ResultInput {
  return {
    enrolmentStatus: 'enrolled',
    share: { attendedMinutes: attended * 60, openMinutes: open * 60, totalMinutes: 600 },
    missedLastSessions: false,
    grade: null,
    minimumAttendance: 80,
    passMark: 51,
    isFinal: true,
    ...given,
  };
}

const noHours = { attendedMinutes: 0, openMinutes: 0, totalMinutes: 0 };

describe('a result', () => {
  test.each([
    ['with attendance and grade', input(8, 0, { grade: 51 }), 'approved', 'attendanceAndGradeReached', true],
    [
      'with attendance, of no graded course',
      input(8, 0, { passMark: null }),
      'approved',
      'attendanceReached',
      true,
    ],
    ['one point below', input(10, 0, { grade: 50 }), 'failed', 'gradeBelowPassMark', true],
    ['without a grade', input(10, 0), 'failed', 'gradeMissing', true],
    ['below the attendance', input(7, 0, { grade: 100 }), 'failed', 'attendanceBelowMinimum', false],
    [
      'of who stopped coming',
      input(5, 0, { missedLastSessions: true }),
      'abandoned',
      'missedLastSessions',
      false,
    ],
    [
      'of who came enough and then stopped',
      input(8, 0, { grade: 60, missedLastSessions: true }),
      'approved',
      'attendanceAndGradeReached',
      true,
    ],
    [
      'of who withdrew',
      input(10, 0, { grade: 100, enrolmentStatus: 'withdrawn' }),
      'withdrawn',
      'withdrawn',
      false,
    ],
    ['of who waits', input(10, 0, { enrolmentStatus: 'waiting' }), 'pending', 'notEnrolled', false],
    ['of who only asked', input(10, 0, { enrolmentStatus: 'requested' }), 'pending', 'notEnrolled', false],
    ['with leave for everything', input(0, 0, { share: noHours }), 'failed', 'noHoursCounted', false],
    ['with sessions nobody recorded', input(7, 3, { grade: 80 }), 'failed', 'attendanceBelowMinimum', false],
  ] satisfies [string, ResultInput, ResultKind, ResultReason, boolean][])(
    '%s is final when the edition is closed',
    (_, given, kind, reason, hasParticipated) => {
      expect(computeResult(given)).toMatchObject({ kind, reason, hasParticipated });
    },
  );

  test.each([
    ['that can still be reached', input(2, 8), 'pending', 'stillRunning'],
    ['whose attendance is reached but goes on', input(8, 2, { grade: 100 }), 'pending', 'stillRunning'],
    ['out of reach', input(2, 5), 'failed', 'attendanceOutOfReach'],
    ['recorded to the end, without a grade', input(9, 0), 'pending', 'gradeMissing'],
    ['recorded to the end', input(9, 0, { grade: 90 }), 'approved', 'attendanceAndGradeReached'],
    ['before there are sessions', input(0, 0, { share: noHours }), 'pending', 'stillRunning'],
  ] satisfies [string, ResultInput, ResultKind, ResultReason][])(
    '%s, while the edition runs',
    (_, given, kind, reason) => {
      expect(computeResult({ ...given, isFinal: false })).toMatchObject({ kind, reason });
    },
  );

  test('says the figures its reason speaks of', () => {
    expect(computeResult(input(7, 2, { grade: 66, isFinal: false }))).toEqual({
      kind: 'pending',
      reason: 'stillRunning',
      percentSoFar: 70,
      percentReachable: 90,
      minimumAttendance: 80,
      grade: 66,
      passMark: 51,
      hasParticipated: false,
    });
  });

  test('reaches no further than it is once the edition is closed: what is not recorded was missed', () => {
    expect(computeResult(input(7, 2))).toMatchObject({ percentSoFar: 70, percentReachable: 70 });
  });
});

describe('the last sessions', () => {
  /** One held session a letter; '.' has no mark, 'x' was cancelled, 'o' is still planned. */
  function hasMissed(letters: string): boolean {
    const marks = new Map<SessionId, AttendanceMark>();
    const sessions = [...letters].map((letter, index): CountedSession => {
      const id = `session-${index}` as SessionId;
      const mark = attendanceMarkSchema.safeParse(letter).data;
      if (mark !== undefined) marks.set(id, mark);
      return { id, minutes: 60, state: letter === 'x' ? 'cancelled' : letter === 'o' ? 'planned' : 'held' };
    });
    return hasMissedLastSessions(sessions, marks);
  }

  test.each([
    ['', false],
    ['ooo', false],
    ['PPPFFF', true],
    ['PPPF.F', true],
    ['PPPPFF', false],
    ['FFFFFP', false],
    ['PFFxF', true],
    ['PFFFooo', true],
    ['FF', true],
    ['PF', false],
    ['PFFA', false],
    ['PFFL', false],
  ])('of %j: missed is %s', (letters, missed) => {
    expect(hasMissed(letters)).toBe(missed);
  });
});

describe('the certificate a result earns', () => {
  const all = { givesApproval: true, givesParticipation: true };

  test.each([
    ['approved', true, all, 'approval'],
    ['approved', true, { ...all, givesApproval: false }, 'participation'],
    ['failed', true, all, 'participation'],
    ['failed', true, { ...all, givesParticipation: false }, null],
    ['failed', false, all, null],
    ['withdrawn', false, all, null],
    ['approved', true, { givesApproval: false, givesParticipation: false }, null],
  ])(
    'of %s with participation %s where the course gives %j is %s',
    (kind, hasParticipated, course, earned) => {
      expect(earnedCertificate({ kind, hasParticipated }, course)).toBe(earned);
    },
  );
});

const inputs = fc
  .record({
    enrolmentStatus: fc.constantFrom(...enrolmentStatusSchema.options, 'enrolled', 'completed'),
    attended: fc.integer({ min: 0, max: 12 }),
    open: fc.integer({ min: 0, max: 4 }),
    missed: fc.integer({ min: 0, max: 6 }),
    missedLastSessions: fc.boolean(),
    grade: fc.option(fc.integer({ min: 0, max: 100 })),
    minimumAttendance: fc.constantFrom(0, 50, 80, 100),
    passMark: fc.option(fc.constantFrom(0, 51, 100)),
    isFinal: fc.boolean(),
  })
  .map(({ attended, open, missed, ...rest }): ResultInput => {
    const totalMinutes = (attended + open + missed) * 45;
    return { ...rest, share: { attendedMinutes: attended * 45, openMinutes: open * 45, totalMinutes } };
  });

describe('whatever is recorded', () => {
  test('only attendance and, where asked for, the grade approve, and a closed edition leaves nobody pending', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(inputs, (given) => {
        const result = computeResult(given);
        seen.set(result.kind, (seen.get(result.kind) ?? 0) + 1);
        seen.set(result.reason, (seen.get(result.reason) ?? 0) + 1);
        if (result.kind === 'approved') {
          expect(result.percentSoFar).toBeGreaterThanOrEqual(given.minimumAttendance);
          if (given.passMark !== null) expect(given.grade).toBeGreaterThanOrEqual(given.passMark);
          expect(result.hasParticipated).toBe(true);
        }
        if (given.isFinal && result.kind === 'pending') expect(result.reason).toBe('notEnrolled');
        if (!given.isFinal) expect(result.kind).not.toBe('abandoned');
        if (result.hasParticipated) {
          expect(result.percentSoFar).toBeGreaterThanOrEqual(given.minimumAttendance);
        }
      }),
      { seed: 20_260_305, numRuns: 6000 },
    );
    // Five kinds and eleven reasons; 'withdrawn' is both.
    expect(seen.size).toBe(15);
    for (const times of seen.values()) expect(times).toBeGreaterThan(5);
  });

  test('more attendance or a better grade never makes a final result worse', () => {
    const rank = { withdrawn: 0, pending: 0, abandoned: 0, failed: 1, approved: 2 };
    let better = 0;
    fc.assert(
      fc.property(inputs, fc.integer({ min: 0, max: 50 }), (given, points) => {
        const { share, grade } = given;
        const missed = share.totalMinutes - share.attendedMinutes;
        const improved: ResultInput = {
          ...given,
          isFinal: true,
          grade: grade === null ? points : Math.min(100, grade + points),
          share: { ...share, attendedMinutes: share.attendedMinutes + missed, openMinutes: 0 },
        };
        const before = computeResult({ ...given, isFinal: true });
        const after = computeResult(improved);
        expect(rank[after.kind]).toBeGreaterThanOrEqual(rank[before.kind]);
        if (rank[after.kind] > rank[before.kind]) better += 1;
      }),
      { seed: 20_260_306, numRuns: 2000 },
    );
    expect(better).toBeGreaterThan(200);
  });
});
