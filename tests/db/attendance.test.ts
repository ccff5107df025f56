import { describe, expect, test } from 'vitest';
import { getAttendanceGrid } from '../../db/attendance-grid.ts';
import { markAttendance } from '../../db/attendance.ts';
import { closeEdition } from '../../db/edition-steps.ts';
import { withdrawEnrolment } from '../../db/enrolling.ts';
import { cancelSession, listSessions } from '../../db/sessions.ts';
import type { AttendanceMark } from '../../domain/attendance.ts';
import type { EditionId, EnrolmentId, SessionId, UserId } from '../../domain/ids.ts';
import { refuse } from '../../domain/refusal.ts';
import {
  accepted,
  createTestCrowd,
  createTestEdition,
  createTestPeople,
  createTestSessions,
  enrolAll,
  runEdition,
} from '../support/edition.ts';
import { createTestOffice } from '../support/office.ts';

const nowhere = '0000000000000000000zzz';

/** A running edition with Ana and Beto and two sessions. */
function createRunningEdition() {
  const office = createTestOffice();
  const { db, writer } = office;
  const { id: editionId } = createTestEdition(writer);
  const [first, second] = createTestSessions(writer, editionId, ['2026-03-02', '2026-03-03']);
  const [ana, beto] = enrolAll(writer, editionId, createTestPeople(writer, ['Arce, Ana', 'Beltrán, Beto']));
  if (!first || !second || !ana || !beto) throw new Error('all were made');
  runEdition(writer, editionId);
  const mark = (sessionId: SessionId, enrolmentId: EnrolmentId, letter: AttendanceMark | null) =>
    markAttendance(writer, { changes: [{ sessionId, enrolmentId, mark: letter }] });
  const grid = () => accepted(getAttendanceGrid(db, { editionId }));
  return { ...office, editionId, first, second, ana, beto, mark, grid };
}

describe('a mark', () => {
  test('says who made it and when, and makes its session held', () => {
    const { first, ana, mark, now } = createRunningEdition();
    expect(mark(first.id, ana, 'P')).toEqual({
      sessions: [{ ...first, state: 'held' }],
      marks: [
        { sessionId: first.id, enrolmentId: ana, mark: 'P', changedAt: now(), changedBy: 'Rosa Quispe' },
      ],
    });
  });

  test('that is made anew keeps who made it first, and a change says who changed it', () => {
    const { db, writer, first, ana, mark, now, passTime } = createRunningEdition();
    accepted(mark(first.id, ana, 'P'));
    const madeAt = now();
    passTime(60_000);
    const changes = (letter: AttendanceMark) => [{ sessionId: first.id, enrolmentId: ana, mark: letter }];
    const other = { ...writer, userId: 'someone' as UserId };
    expect(accepted(markAttendance(other, { changes: changes('P') })).marks).toMatchObject([
      { changedAt: madeAt, changedBy: 'Rosa Quispe' },
    ]);
    expect(accepted(markAttendance(other, { changes: changes('F') })).marks).toMatchObject([
      { mark: 'F', changedAt: now(), changedBy: 'someone' },
    ]);
    expect(db.handle.prepare('SELECT count(*) AS rows FROM attendance_mark').get()).toEqual({ rows: 1 });
  });

  test('that is taken away leaves no trace in the grid, and the last one makes its session planned again', () => {
    const { first, ana, beto, mark, grid } = createRunningEdition();
    accepted(mark(first.id, ana, 'P'));
    accepted(mark(first.id, beto, 'F'));
    expect(accepted(mark(first.id, ana, null))).toEqual({
      sessions: [{ ...first, state: 'held' }],
      marks: [],
    });
    expect(accepted(mark(first.id, beto, null))).toEqual({ sessions: [first], marks: [] });
    expect(grid().marks).toEqual([]);
    expect(accepted(mark(first.id, beto, 'L')).marks).toHaveLength(1);
  });

  test('of a whole column is recorded in one go; the last change of a cell counts', () => {
    const { first, second, ana, beto, writer, grid } = createRunningEdition();
    const changes = [
      { sessionId: first.id, enrolmentId: ana, mark: 'F' as const },
      { sessionId: first.id, enrolmentId: beto, mark: 'P' as const },
      { sessionId: second.id, enrolmentId: beto, mark: 'A' as const },
      { sessionId: first.id, enrolmentId: ana, mark: 'P' as const },
    ];
    const answer = accepted(markAttendance(writer, { changes }));
    expect(answer.sessions.map(({ id, state }) => [id, state])).toEqual([
      [first.id, 'held'],
      [second.id, 'held'],
    ]);
    const cells = grid().marks.map(({ sessionId, enrolmentId, mark }) => [sessionId, enrolmentId, mark]);
    expect(cells.toSorted()).toEqual(
      [
        [first.id, ana, 'P'],
        [first.id, beto, 'P'],
        [second.id, beto, 'A'],
      ].toSorted(),
    );
  });

  test('is refused for a cancelled session, and then none of the others is recorded either', () => {
    const { first, second, ana, writer, grid } = createRunningEdition();
    accepted(cancelSession(writer, { sessionId: second.id, reason: 'Paro' }));
    const changes = [first, second].map(({ id }) => ({
      sessionId: id,
      enrolmentId: ana,
      mark: 'P' as const,
    }));
    expect(markAttendance(writer, { changes })).toEqual(refuse('SESSION_CANCELLED'));
    expect(grid().marks).toEqual([]);
  });

  test('is refused where session and enrolment do not meet in one edition, or one is gone', () => {
    const { first, ana, mark, writer } = createRunningEdition();
    const other = createTestEdition(writer, { code: 'X' }, { code: 'X' });
    const [elsewhere] = createTestSessions(writer, other.id, ['2026-03-02']);
    if (elsewhere === undefined) throw new Error('a session was made');
    expect(mark(elsewhere.id, ana, 'P')).toEqual(refuse('NOT_FOUND'));
    expect(mark(nowhere as SessionId, ana, 'P')).toEqual(refuse('NOT_FOUND'));
    expect(mark(first.id, nowhere as EnrolmentId, 'P')).toEqual(refuse('NOT_FOUND'));
  });

  test('is refused once the edition is closed', () => {
    const { first, ana, mark, writer, editionId } = createRunningEdition();
    accepted(closeEdition(writer, { editionId, acceptsUnrecorded: true }));
    expect(mark(first.id, ana, 'P')).toEqual(refuse('EDITION_CLOSED'));
  });
});

describe('the grid', () => {
  test('shows everyone with their hours so far, withdrawn people with what was marked', () => {
    const { first, second, ana, beto, mark, grid, writer } = createRunningEdition();
    accepted(mark(first.id, ana, 'P'));
    accepted(mark(first.id, beto, 'P'));
    accepted(withdrawEnrolment(writer, { enrolmentId: beto, reason: 'Viaje' }));
    const { sessions, enrolments, marks } = grid();
    expect(sessions).toEqual([{ ...first, state: 'held' }, second]);
    expect(enrolments.map(({ id, status, share }) => [id, status, share])).toEqual([
      [ana, 'enrolled', { attendedMinutes: 120, openMinutes: 120, totalMinutes: 240 }],
      [beto, 'withdrawn', { attendedMinutes: 120, openMinutes: 120, totalMinutes: 240 }],
    ]);
    expect(marks).toHaveLength(2);
  });

  test('counts by the policy of the edition', () => {
    const { db, writer } = createTestOffice();
    const attendancePolicy = { latesPerAbsence: 2, leave: 'absent' } as const;
    const { id: editionId } = createTestEdition(writer, { attendancePolicy });
    const sessions = createTestSessions(writer, editionId, ['2026-03-02', '2026-03-03', '2026-03-04']);
    const [enrolmentId] = enrolAll(writer, editionId, createTestPeople(writer, ['Arce, Ana']));
    if (enrolmentId === undefined) throw new Error('Ana was enrolled');
    const letters = ['A', 'L', 'A'] as const;
    const changes = sessions.map(({ id }, index) => ({
      sessionId: id,
      enrolmentId,
      mark: letters[index] ?? null,
    }));
    accepted(markAttendance(writer, { changes }));
    const [ana] = accepted(getAttendanceGrid(db, { editionId })).enrolments;
    expect(ana?.share).toEqual({ attendedMinutes: 120, openMinutes: 0, totalMinutes: 360 });
  });

  test('of an edition that is not there is not found', () => {
    const { db } = createTestOffice();
    expect(getAttendanceGrid(db, { editionId: nowhere as EditionId })).toEqual(refuse('NOT_FOUND'));
  });

  test('of two hundred people and twenty sessions is whole', () => {
    const { db, writer } = createTestOffice();
    const { id: editionId } = createTestEdition(writer, { capacity: 200 });
    const dates = Array.from({ length: 20 }, (_, index) => `2026-03-${String(index + 1).padStart(2, '0')}`);
    createTestSessions(writer, editionId, dates);
    const enrolmentIds = enrolAll(writer, editionId, createTestCrowd(writer, 200));
    for (const { id: sessionId } of listSessions(db, editionId)) {
      const changes = enrolmentIds.map((enrolmentId) => ({ sessionId, enrolmentId, mark: 'P' as const }));
      accepted(markAttendance(writer, { changes }));
    }
    const grid = accepted(getAttendanceGrid(db, { editionId }));
    expect([grid.sessions.length, grid.enrolments.length, grid.marks.length]).toEqual([20, 200, 4000]);
    expect(grid.enrolments.every(({ share }) => share.attendedMinutes === 2400)).toBe(true);
  });
});
