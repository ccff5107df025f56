import type { CalendarDate } from '../domain/calendar-date.ts';
import type { CourseModuleId, EditionId, SessionId } from '../domain/ids.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { Session, SessionDraft, SessionState } from '../domain/session.ts';
import {
  all,
  deleteRow,
  findRow,
  getNumber,
  inTransaction,
  insertRow,
  type ReadableDb,
  restoreRow,
  updateRow,
  type Writer,
} from './database.ts';
import { findObstacle } from './edition-status.ts';
import { requireJustWritten } from './just-written.ts';

interface SessionRow {
  id: SessionId;
  edition_id: EditionId;
  date: CalendarDate;
  starts_at: string;
  minutes: number;
  room: string | null;
  topic: string | null;
  module_id: CourseModuleId | null;
  state: SessionState;
  cancel_reason: string | null;
}

type Closed = Refusal<'NOT_FOUND'> | Refusal<'EDITION_CLOSED'>;

const columns = 'id, edition_id, date, starts_at, minutes, room, topic, module_id, state, cancel_reason';

function rowToSession(row: SessionRow): Session {
  return {
    id: row.id,
    editionId: row.edition_id,
    date: row.date,
    startsAt: row.starts_at,
    minutes: row.minutes,
    room: row.room,
    topic: row.topic,
    moduleId: row.module_id,
    state: row.state,
    cancelReason: row.cancel_reason,
  };
}

/** The sessions of an edition, cancelled ones too, in the order of date and hour. */
export function listSessions(db: ReadableDb, editionId: EditionId): Session[] {
  return all<SessionRow>(
    db,
    `SELECT ${columns} FROM session WHERE edition_id = ? AND deleted_at IS NULL ORDER BY date, starts_at, id`,
    editionId,
  ).map(rowToSession);
}

/** The sessions with the given ids, in the order of date and hour; those that are gone are left out. */
export function listSessionsById(db: ReadableDb, sessionIds: readonly SessionId[]): Session[] {
  return all<SessionRow>(
    db,
    `SELECT ${columns} FROM session WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL
     ORDER BY date, starts_at, id`,
    JSON.stringify(sessionIds),
  ).map(rowToSession);
}

/** The sessions of all editions between two days, both included, cancelled ones too, in the order of date and hour. */
export function listSessionsBetween(db: ReadableDb, from: CalendarDate, to: CalendarDate): Session[] {
  return all<SessionRow>(
    db,
    `SELECT ${columns} FROM session WHERE date BETWEEN ? AND ? AND deleted_at IS NULL ORDER BY date, starts_at, id`,
    from,
    to,
  ).map(rowToSession);
}

/** One session, or null where it is gone. */
function findSession(db: ReadableDb, sessionId: SessionId): Session | null {
  const sql = `SELECT ${columns} FROM session WHERE id = ? AND deleted_at IS NULL`;
  const row = findRow<SessionRow>(db, sql, sessionId);
  return row === undefined ? null : rowToSession(row);
}

/** Adds a session. Refuses NOT_FOUND (edition, or a module of another course) and EDITION_CLOSED. */
export function createSession(
  writer: Writer,
  { editionId, draft }: { editionId: EditionId; draft: SessionDraft },
): Session | Closed {
  return inTransaction(writer.db, () => {
    const obstacle = findObstacle(writer.db, editionId) ?? findModuleObstacle(writer.db, editionId, draft);
    return obstacle ?? insertSession(writer, editionId, draft);
  });
}

/**
 * Makes the sessions of a plan and answers those it made; a day that has a session already, even a cancelled one, is
 * left alone. Refuses NOT_FOUND and EDITION_CLOSED.
 */
export function planSessions(
  writer: Writer,
  { editionId, drafts }: { editionId: EditionId; drafts: readonly SessionDraft[] },
): Session[] | Closed {
  return inTransaction(writer.db, () => {
    const obstacle =
      findObstacle(writer.db, editionId) ??
      drafts.map((draft) => findModuleObstacle(writer.db, editionId, draft)).find((each) => each !== null);
    if (obstacle !== undefined) return obstacle;
    const taken = new Set(listSessions(writer.db, editionId).map(({ date }) => date));
    return drafts
      .filter(({ date }) => !taken.has(date))
      .map((draft) => insertSession(writer, editionId, draft));
  });
}

/** Changes day, hour, length, room, topic and module. Refuses NOT_FOUND and EDITION_CLOSED. */
export function updateSession(
  writer: Writer,
  { sessionId, draft }: { sessionId: SessionId; draft: SessionDraft },
): Session | Closed {
  return changeSession(writer, sessionId, (session) => {
    const obstacle = findModuleObstacle(writer.db, session.editionId, draft);
    if (obstacle !== null) return obstacle;
    updateRow(writer, 'session', { id: sessionId }, draftToRow(draft));
    return requireJustWritten(findSession(writer.db, sessionId));
  });
}

/** Says that a session did not happen, and why; its marks stay, but count no more. */
export function cancelSession(
  writer: Writer,
  { sessionId, reason }: { sessionId: SessionId; reason: string },
): Session | Closed {
  return changeSession(writer, sessionId, () => {
    updateRow(writer, 'session', { id: sessionId }, { state: 'cancelled', cancel_reason: reason });
    return requireJustWritten(findSession(writer.db, sessionId));
  });
}

/** Takes a cancellation back: the session is held again if it has marks, else planned. */
export function uncancelSession(writer: Writer, { sessionId }: { sessionId: SessionId }): Session | Closed {
  return changeSession(writer, sessionId, () => {
    settleSessionState(writer, sessionId);
    return requireJustWritten(findSession(writer.db, sessionId));
  });
}

/** Deletes a session without marks. Refuses SESSION_MARKED with their number, NOT_FOUND and EDITION_CLOSED. */
export function removeSession(
  writer: Writer,
  { sessionId }: { sessionId: SessionId },
): null | Closed | Refusal<'SESSION_MARKED', { marks: number }> {
  return changeSession(writer, sessionId, () => {
    const marks = countMarks(writer.db, sessionId);
    if (marks > 0) return refuse('SESSION_MARKED', { marks });
    deleteRow(writer, 'session', { id: sessionId });
    return null;
  });
}

/** Takes a deletion back. Refuses NOT_FOUND and EDITION_CLOSED. */
export function restoreSession(writer: Writer, { sessionId }: { sessionId: SessionId }): Session | Closed {
  return inTransaction(writer.db, () => {
    const row = findRow<{ edition_id: EditionId }>(
      writer.db,
      'SELECT edition_id FROM session WHERE id = ?',
      sessionId,
    );
    if (row === undefined) return refuse('NOT_FOUND');
    const obstacle = findObstacle(writer.db, row.edition_id);
    if (obstacle !== null) return obstacle;
    restoreRow(writer, 'session', { id: sessionId });
    return requireJustWritten(findSession(writer.db, sessionId));
  });
}

/** A session with marks is held, one without is planned: brings the state of a session in line with its marks. */
export function settleSessionState(writer: Writer, sessionId: SessionId): void {
  const state = countMarks(writer.db, sessionId) > 0 ? 'held' : 'planned';
  if (findSession(writer.db, sessionId)?.state === state) return;
  updateRow(writer, 'session', { id: sessionId }, { state, cancel_reason: null });
}

function changeSession<Answer>(
  writer: Writer,
  sessionId: SessionId,
  change: (session: Session) => Answer,
): Answer | Closed {
  return inTransaction(writer.db, () => {
    const session = findSession(writer.db, sessionId);
    if (session === null) return refuse('NOT_FOUND');
    return findObstacle(writer.db, session.editionId) ?? change(session);
  });
}

function insertSession(writer: Writer, editionId: EditionId, draft: SessionDraft): Session {
  const id = writer.newId() as SessionId;
  insertRow(writer, 'session', {
    id,
    edition_id: editionId,
    ...draftToRow(draft),
    state: 'planned',
    cancel_reason: null,
  });
  return { ...draft, id, editionId, state: 'planned', cancelReason: null };
}

function draftToRow({ date, startsAt, minutes, room, topic, moduleId }: SessionDraft) {
  return { date, starts_at: startsAt, minutes, room, topic, module_id: moduleId };
}

/** A session can teach only a module of its edition's course. */
function findModuleObstacle(
  db: ReadableDb,
  editionId: EditionId,
  { moduleId }: SessionDraft,
): Refusal<'NOT_FOUND'> | null {
  if (moduleId === null) return null;
  const row = findRow(
    db,
    `SELECT 1 FROM course_module m JOIN edition e ON e.course_id = m.course_id
     WHERE m.id = ? AND e.id = ? AND m.deleted_at IS NULL`,
    moduleId,
    editionId,
  );
  return row === undefined ? refuse('NOT_FOUND') : null;
}

function countMarks(db: ReadableDb, sessionId: SessionId): number {
  const sql = `SELECT count(*) FROM attendance_mark m JOIN enrolment n ON n.id = m.enrolment_id
    WHERE m.session_id = ? AND m.deleted_at IS NULL AND n.deleted_at IS NULL`;
  return getNumber(db, sql, sessionId);
}
