import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AttendanceMark,
  attendanceMarkSchema,
  type AttendanceShare,
  computeAttendanceShare,
  type CountedSession,
  isOutOfReach,
  percentReachable,
  percentSoFar,
  reachesMinimum,
} from '../../domain/attendance.ts';
import type { SessionId } from '../../domain/ids.ts';
import type { AttendancePolicy } from '../../domain/office.ts';

const lenient: AttendancePolicy = { latesPerAbsence: null, leave: 'neutral' };

/** Sessions of an hour, one a letter: P A F L as marked, '.' not yet, 'x' cancelled though marked present. */
function recordSessions(letters: string): {
  sessions: CountedSession[];
  marks: Map<SessionId, AttendanceMark>;
} {
  const sessions: CountedSession[] = [];
  const marks = new Map<SessionId, AttendanceMark>();
  for (const [index, letter] of [...letters].entries()) {
    const id = `session-${index}` as SessionId;
    const mark = letter === 'x' ? 'P' : attendanceMarkSchema.safeParse(letter).data;
    sessions.push({ id, minutes: 60, state: letter === 'x' ? 'cancelled' : mark ? 'held' : 'planned' });
    if (mark !== undefined) marks.set(id, mark);
  }
  return { sessions, marks };
}

function shareOf(letters: string, policy: AttendancePolicy = lenient): AttendanceShare {
  const { sessions, marks } = recordSessions(letters);
  return computeAttendanceShare(sessions, marks, policy);
}

describe('the attendance share', () => {
  test.each([
    ['', lenient, 0, 0, 0],
    ['PPPP', lenient, 240, 0, 240],
    ['PPFF', lenient, 120, 0, 240],
    ['PP..', lenient, 120, 120, 240],
    ['PPxx', lenient, 120, 0, 120],
    ['xxxx', lenient, 0, 0, 0],
    ['PPL.', lenient, 120, 60, 180],
    ['PPL.', { latesPerAbsence: null, leave: 'absent' }, 120, 60, 240],
    ['LLLL', lenient, 0, 0, 0],
    ['AAAA', lenient, 240, 0, 240],
    ['AAAA', { latesPerAbsence: 2, leave: 'neutral' }, 120, 0, 240],
    ['APAPAP', { latesPerAbsence: 3, leave: 'neutral' }, 300, 0, 360],
    ['AA', { latesPerAbsence: 3, leave: 'neutral' }, 120, 0, 120],
  ] satisfies [string, AttendancePolicy, number, number, number][])(
    'of %j under %j is %i attended and %i open of %i minutes',
    (letters, policy, attendedMinutes, openMinutes, totalMinutes) => {
      expect(shareOf(letters, policy)).toEqual({ attendedMinutes, openMinutes, totalMinutes });
    },
  );

  test('counts hours, not meetings', () => {
    const { sessions, marks } = recordSessions('PF');
    const [long, short] = sessions;
    if (long === undefined || short === undefined) throw new Error('two sessions were made');
    const share = computeAttendanceShare([{ ...long, minutes: 240 }, short], marks, lenient);
    expect(percentSoFar(share)).toBe(80);
  });

  test('does not count a late mark in a cancelled session towards the lates that make an absence', () => {
    const { sessions, marks } = recordSessions('AAA');
    const first = sessions[0];
    if (first === undefined) throw new Error('three sessions were made');
    const cancelled: CountedSession = { ...first, state: 'cancelled' };
    const policy: AttendancePolicy = { latesPerAbsence: 3, leave: 'neutral' };
    expect(computeAttendanceShare([cancelled, ...sessions.slice(1)], marks, policy).attendedMinutes).toBe(
      120,
    );
  });
});

describe('the percentages', () => {
  test.each([
    ['', null, null],
    ['....', 0, 100],
    ['P...', 25, 100],
    ['PF..', 25, 75],
    ['PPF', 66.6, 66.6],
    ['PPPPF', 80, 80],
    ['PxxF', 50, 50],
  ])('of %j are %s so far and %s reachable', (letters, soFar, reachable) => {
    const share = shareOf(letters);
    expect(percentSoFar(share)).toBe(soFar);
    expect(percentReachable(share)).toBe(reachable);
  });

  test('are rounded down, so that 79.96 % does not read as 80 %', () => {
    const share = { attendedMinutes: 7996, openMinutes: 0, totalMinutes: 10_000 };
    expect(percentSoFar(share)).toBe(79.9);
    expect(reachesMinimum(share, 80)).toBe(false);
  });

  test('reach a minimum exactly, also one with a decimal that binary fractions cannot write', () => {
    for (let tenths = 1; tenths <= 1000; tenths += 1) {
      const share = { attendedMinutes: tenths, openMinutes: 0, totalMinutes: 1000 };
      expect(reachesMinimum(share, tenths / 10), `${tenths / 10} %`).toBe(true);
      expect(isOutOfReach(share, tenths / 10), `${tenths / 10} %`).toBe(false);
    }
  });

  test('reach nothing where no hours count', () => {
    const share = shareOf('LLL');
    expect(reachesMinimum(share, 0)).toBe(false);
    expect(isOutOfReach(share, 80)).toBe(false);
  });
});

const letters = fc.string({
  unit: fc.constantFrom('P', 'A', 'F', 'L', '.', 'x'),
  minLength: 1,
  maxLength: 24,
});
const policies = fc.record({
  latesPerAbsence: fc.option(fc.integer({ min: 2, max: 5 })),
  leave: fc.constantFrom('neutral', 'absent'),
}) satisfies fc.Arbitrary<AttendancePolicy>;

describe('whatever is recorded', () => {
  test('attended and open minutes fit into the total, and so far never passes what is reachable', () => {
    const seen = { late: 0, leave: 0, open: 0, cancelled: 0, nothingCounts: 0 };
    fc.assert(
      fc.property(letters, policies, (recorded, policy) => {
        const share = shareOf(recorded, policy);
        expect(share.attendedMinutes + share.openMinutes).toBeLessThanOrEqual(share.totalMinutes);
        const soFar = percentSoFar(share);
        const reachable = percentReachable(share);
        expect(soFar === null).toBe(share.totalMinutes === 0);
        expect(reachable === null).toBe(share.totalMinutes === 0);
        expect(soFar ?? 0).toBeLessThanOrEqual(reachable ?? 0);
        if (recorded.includes('A') && policy.latesPerAbsence !== null) seen.late += 1;
        if (recorded.includes('L')) seen.leave += 1;
        if (recorded.includes('.')) seen.open += 1;
        if (recorded.includes('x')) seen.cancelled += 1;
        if (share.totalMinutes === 0) seen.nothingCounts += 1;
      }),
      { seed: 20_260_302, numRuns: 2000 },
    );
    for (const times of Object.values(seen)) expect(times).toBeGreaterThan(50);
  });

  test('attending all that is open reaches exactly what was reachable, missing it leaves what was so far', () => {
    let open = 0;
    fc.assert(
      fc.property(letters, policies, (recorded, policy) => {
        const before = shareOf(recorded, policy);
        const attended = shareOf(recorded.replaceAll('.', 'P'), policy);
        const missed = shareOf(recorded.replaceAll('.', 'F'), policy);
        expect(percentSoFar(attended)).toBe(percentReachable(before));
        expect(percentSoFar(missed)).toBe(percentSoFar(before));
        if (before.openMinutes > 0) open += 1;
      }),
      { seed: 20_260_303, numRuns: 1000 },
    );
    expect(open).toBeGreaterThan(500);
  });

  test('a minimum is never both reached and out of reach', () => {
    const seen = { reached: 0, lost: 0, undecided: 0 };
    fc.assert(
      fc.property(letters, policies, fc.integer({ min: 1, max: 1000 }), (recorded, policy, tenths) => {
        const share = shareOf(recorded, policy);
        const reached = reachesMinimum(share, tenths / 10);
        const lost = isOutOfReach(share, tenths / 10);
        expect(reached && lost).toBe(false);
        if (share.totalMinutes > 0 && share.openMinutes === 0) expect(reached || lost).toBe(true);
        seen[reached ? 'reached' : lost ? 'lost' : 'undecided'] += 1;
      }),
      { seed: 20_260_304, numRuns: 2000 },
    );
    for (const times of Object.values(seen)) expect(times).toBeGreaterThan(100);
  });
});
