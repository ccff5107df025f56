import { describe, expect, test } from 'vitest';
import { markAttendance } from '../../db/attendance.ts';
import { closeEdition } from '../../db/edition-steps.ts';
import {
  cancelSession,
  createSession,
  listSessions,
  planSessions,
  removeSession,
  restoreSession,
  uncancelSession,
  updateSession,
} from '../../db/sessions.ts';
import type { CourseModuleId, EditionId, SessionId } from '../../domain/ids.ts';
import { refuse } from '../../domain/refusal.ts';
import type { Session } from '../../domain/session.ts';
import {
  accepted,
  createTestEdition,
  createTestPeople,
  createTestSessions,
  draftSession,
  enrolAll,
  runEdition,
} from '../support/edition.ts';
import { createTestOffice } from '../support/office.ts';

const nowhere = '0000000000000000000zzz';

/** A running edition with one person and one session. */
function createRunningEdition() {
  const office = createTestOffice();
  const { writer } = office;
  const { id: editionId } = createTestEdition(writer);
  const [session] = createTestSessions(writer, editionId, ['2026-03-02']);
  const [enrolmentId] = enrolAll(writer, editionId, createTestPeople(writer, ['Arce, Ana']));
  if (session === undefined || enrolmentId === undefined) throw new Error('both were made');
  runEdition(writer, editionId);
  const mark = () =>
    accepted(markAttendance(writer, { changes: [{ sessionId: session.id, enrolmentId, mark: 'P' }] }));
  return { ...office, editionId, session, mark };
}

describe('sessions', () => {
  test('are listed in the order of date and hour', () => {
    const { db, writer } = createTestOffice();
    const { id: editionId } = createTestEdition(writer);
    const drafts = [
      draftSession('2026-03-04'),
      draftSession('2026-03-02', { startsAt: '18:00' }),
      draftSession('2026-03-02', { startsAt: '08:00', minutes: 90, topic: 'Masas' }),
    ];
    const made = drafts.map((draft) => accepted(createSession(writer, { editionId, draft })));
    expect(listSessions(db, editionId)).toEqual([made[2], made[1], made[0]]);
    const last = made[2];
    expect(last).toEqual({
      id: last?.id,
      editionId,
      date: '2026-03-02',
      startsAt: '08:00',
      minutes: 90,
      topic: 'Masas',
      moduleId: null,
      room: null,
      state: 'planned',
      cancelReason: null,
    } satisfies Record<keyof Session, unknown>);
  });

  test('of a plan leave days alone that have one, and the rest are answered', () => {
    const { db, writer } = createTestOffice();
    const { id: editionId } = createTestEdition(writer);
    const [taken] = createTestSessions(writer, editionId, ['2026-03-04']);
    if (taken === undefined) throw new Error('a session was made');
    accepted(cancelSession(writer, { sessionId: taken.id, reason: 'Paro' }));
    const drafts = ['2026-03-02', '2026-03-04', '2026-03-09'].map((date) =>
      draftSession(date, { startsAt: '09:00', minutes: 180 }),
    );
    const made = accepted(planSessions(writer, { editionId, drafts }));
    expect(made.map(({ date, startsAt, minutes }) => [date, startsAt, minutes])).toEqual([
      ['2026-03-02', '09:00', 180],
      ['2026-03-09', '09:00', 180],
    ]);
    expect(listSessions(db, editionId).map(({ date }) => date)).toEqual([
      '2026-03-02',
      '2026-03-04',
      '2026-03-09',
    ]);
    expect(accepted(planSessions(writer, { editionId, drafts }))).toEqual([]);
  });

  test('teach only a module of their own course', () => {
    const { writer } = createTestOffice();
    const { id: editionId } = createTestEdition(writer);
    const draft = draftSession('2026-03-02', { moduleId: nowhere as CourseModuleId });
    expect(createSession(writer, { editionId, draft })).toEqual(refuse('NOT_FOUND'));
    const drafts = [draftSession('2026-03-03'), draft];
    expect(planSessions(writer, { editionId, drafts })).toEqual(refuse('NOT_FOUND'));
    expect(listSessions(writer.db, editionId)).toEqual([]);
  });

  test('are changed as a draft says', () => {
    const { db, session, writer, editionId } = createRunningEdition();
    const draft = draftSession('2026-03-05', { startsAt: '10:00', minutes: 60, topic: 'Horno' });
    expect(updateSession(writer, { sessionId: session.id, draft })).toEqual({ ...session, ...draft });
    expect(listSessions(db, editionId)).toEqual([{ ...session, ...draft }]);
  });

  test('that are not there or have no edition are not found', () => {
    const { writer } = createTestOffice();
    const sessionId = nowhere as SessionId;
    const draft = draftSession('2026-03-02');
    expect(createSession(writer, { editionId: nowhere as EditionId, draft })).toEqual(refuse('NOT_FOUND'));
    expect(updateSession(writer, { sessionId, draft })).toEqual(refuse('NOT_FOUND'));
    expect(cancelSession(writer, { sessionId, reason: 'Paro' })).toEqual(refuse('NOT_FOUND'));
    expect(removeSession(writer, { sessionId })).toEqual(refuse('NOT_FOUND'));
    expect(restoreSession(writer, { sessionId })).toEqual(refuse('NOT_FOUND'));
  });
});

describe('a cancelled session', () => {
  test('says why, and is planned again when that is taken back', () => {
    const { session, writer } = createRunningEdition();
    expect(cancelSession(writer, { sessionId: session.id, reason: 'Bloqueo de caminos' })).toEqual({
      ...session,
      state: 'cancelled',
      cancelReason: 'Bloqueo de caminos',
    });
    expect(uncancelSession(writer, { sessionId: session.id })).toEqual(session);
  });

  test('keeps its marks, with which it is held again', () => {
    const { session, writer, mark } = createRunningEdition();
    mark();
    accepted(cancelSession(writer, { sessionId: session.id, reason: 'Error' }));
    expect(uncancelSession(writer, { sessionId: session.id })).toEqual({ ...session, state: 'held' });
  });
});

describe('a deleted session', () => {
  test('is gone until it is restored; one with marks cannot be deleted', () => {
    const { db, session, writer, editionId, mark } = createRunningEdition();
    const { id: sessionId } = session;
    expect(removeSession(writer, { sessionId })).toBeNull();
    expect(listSessions(db, editionId)).toEqual([]);
    expect(updateSession(writer, { sessionId, draft: draftSession('2026-03-05') })).toEqual(
      refuse('NOT_FOUND'),
    );
    expect(restoreSession(writer, { sessionId })).toEqual(session);
    mark();
    expect(removeSession(writer, { sessionId })).toEqual(refuse('SESSION_MARKED', { marks: 1 }));
  });
});

describe('a closed edition', () => {
  test('takes no session, changes none and gets none back', () => {
    const { session, writer, editionId } = createRunningEdition();
    const [deleted] = createTestSessions(writer, editionId, ['2026-03-09']);
    if (deleted === undefined) throw new Error('a session was made');
    accepted(removeSession(writer, { sessionId: deleted.id }));
    accepted(closeEdition(writer, { editionId, acceptsUnrecorded: true }));
    const closed = refuse('EDITION_CLOSED');
    const draft = draftSession('2026-03-05');
    const { id: sessionId } = session;
    expect(createSession(writer, { editionId, draft })).toEqual(closed);
    expect(planSessions(writer, { editionId, drafts: [draft] })).toEqual(closed);
    expect(updateSession(writer, { sessionId, draft })).toEqual(closed);
    expect(cancelSession(writer, { sessionId, reason: 'Paro' })).toEqual(closed);
    expect(uncancelSession(writer, { sessionId })).toEqual(closed);
    expect(removeSession(writer, { sessionId })).toEqual(closed);
    expect(restoreSession(writer, { sessionId: deleted.id })).toEqual(refuse('EDITION_CLOSED'));
  });
});
