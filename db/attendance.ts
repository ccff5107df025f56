import type { AttendanceMark, AttendanceShare, MarkChange, RecordedMark } from '../domain/attendance.ts';
import { computeAttendanceShare } from '../domain/attendance.ts';
import { toInstant } from '../domain/calendar-date.ts';
import { type EditionStatus, takesChanges } from '../domain/edition.ts';
import type { EditionId, EnrolmentId, SessionId } from '../domain/ids.ts';
import type { AttendancePolicy } from '../domain/office.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { Session } from '../domain/session.ts';
import {
  all,
  deleteRow,
  findRow,
  inTransaction,
  type ReadableDb,
  upsertRow,
  type Writer,
} from './database.ts';
import { listSessions, listSessionsById, settleSessionState } from './sessions.ts';

interface MarkRow {
  session_id: SessionId;
  enrolment_id: EnrolmentId;
  mark: AttendanceMark;
  changed_at: number;
  changed_by: string;
}

/** All that was recorded in an edition, and how it counts. */
export interface EditionAttendance {
  readonly policy: AttendancePolicy;
  /** In the order of date and hour. */
  readonly sessions: Session[];
  readonly marks: RecordedMark[];
  readonly markBySessionByEnrolment: ReadonlyMap<EnrolmentId, ReadonlyMap<SessionId, AttendanceMark>>;
}

/** Nobody marked anything: one map for all whose row is empty. */
const noMarks: ReadonlyMap<SessionId, AttendanceMark> = new Map();

/** Loads sessions, marks and policy of an edition in three queries, or null where there is no such edition. */
export function findAttendance(db: ReadableDb, editionId: EditionId): EditionAttendance | null {
  const policy = findPolicy(db, editionId);
  if (policy === null) return null;
  const marks = listMarks(db, editionId);
  const markBySessionByEnrolment = new Map<EnrolmentId, Map<SessionId, AttendanceMark>>();
  for (const { enrolmentId, sessionId, mark } of marks) {
    const markBySession = markBySessionByEnrolment.get(enrolmentId);
    if (markBySession === undefined) markBySessionByEnrolment.set(enrolmentId, new Map([[sessionId, mark]]));
    else markBySession.set(sessionId, mark);
  }
  return { policy, sessions: listSessions(db, editionId), marks, markBySessionByEnrolment };
}

/** The marks of one enrolment by session. */
export function getMarks(
  attendance: EditionAttendance,
  enrolmentId: EnrolmentId,
): ReadonlyMap<SessionId, AttendanceMark> {
  return attendance.markBySessionByEnrolment.get(enrolmentId) ?? noMarks;
}

/** How much of an edition one enrolment attended, in minutes. */
export function getShare(attendance: EditionAttendance, enrolmentId: EnrolmentId): AttendanceShare {
  return computeAttendanceShare(attendance.sessions, getMarks(attendance, enrolmentId), attendance.policy);
}

function findPolicy(db: ReadableDb, editionId: EditionId): AttendancePolicy | null {
  const row = findRow<{ lates_per_absence: number | null; leave_policy: AttendancePolicy['leave'] }>(
    db,
    'SELECT lates_per_absence, leave_policy FROM edition WHERE id = ? AND deleted_at IS NULL',
    editionId,
  );
  return row === undefined ? null : { latesPerAbsence: row.lates_per_absence, leave: row.leave_policy };
}

function listMarks(db: ReadableDb, editionId: EditionId): RecordedMark[] {
  const rows = all<MarkRow>(
    db,
    `SELECT m.session_id, m.enrolment_id, m.mark, m.changed_at, m.changed_by
     FROM session s JOIN attendance_mark m ON m.session_id = s.id JOIN enrolment n ON n.id = m.enrolment_id
     WHERE s.edition_id = ? AND s.deleted_at IS NULL AND m.deleted_at IS NULL AND n.deleted_at IS NULL`,
    editionId,
  );
  return rowsToMarks(db, rows);
}

function rowsToMarks(db: ReadableDb, rows: readonly MarkRow[]): RecordedMark[] {
  const users = all<{ id: string; name: string }>(db, 'SELECT id, name FROM user_account');
  const nameById = new Map(users.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    sessionId: row.session_id,
    enrolmentId: row.enrolment_id,
    mark: row.mark,
    changedAt: toInstant(row.changed_at),
    changedBy: nameById.get(row.changed_by) ?? row.changed_by,
  }));
}

type MarkRefusal = Refusal<'NOT_FOUND'> | Refusal<'EDITION_CLOSED'> | Refusal<'SESSION_CANCELLED'>;

/**
 * Records marks, all or none; a null mark takes one away. A planned session with a mark becomes held, and planned
 * again when its last mark is taken away. A mark that says what was recorded already keeps who recorded it.
 * Answers the sessions touched and the marks as they are now. Refuses NOT_FOUND, EDITION_CLOSED and
 * SESSION_CANCELLED.
 */
export function markAttendance(
  writer: Writer,
  { changes }: { changes: readonly MarkChange[] },
): { sessions: Session[]; marks: RecordedMark[] } | MarkRefusal {
  return inTransaction(writer.db, () => {
    const refusal = refuseMarks(writer.db, changes);
    if (refusal !== null) return refusal;
    const markByKey = new Map(listMarksOf(writer.db, changes).map((mark) => [keyOf(mark), mark.mark]));
    for (const change of changes) writeMark(writer, change, markByKey);
    const sessionIds = [...new Set(changes.map(({ sessionId }) => sessionId))];
    for (const sessionId of sessionIds) settleSessionState(writer, sessionId);
    return {
      sessions: listSessionsById(writer.db, sessionIds),
      marks: listMarksOf(writer.db, changes),
    };
  });
}

function writeMark(writer: Writer, change: MarkChange, markByKey: Map<string, AttendanceMark>): void {
  const { sessionId, enrolmentId, mark } = change;
  const before = markByKey.get(keyOf(change)) ?? null;
  if (before === mark) return;
  const key = { session_id: sessionId, enrolment_id: enrolmentId };
  if (mark === null) {
    deleteRow(writer, 'attendance_mark', key);
    markByKey.delete(keyOf(change));
  } else {
    upsertRow(writer, 'attendance_mark', key, { mark });
    markByKey.set(keyOf(change), mark);
  }
}

function keyOf({ sessionId, enrolmentId }: Pick<MarkChange, 'sessionId' | 'enrolmentId'>): string {
  return sessionId + enrolmentId;
}

/** What is recorded now at the places that changes speak of. */
function listMarksOf(db: ReadableDb, changes: readonly MarkChange[]): RecordedMark[] {
  const keys = new Set(changes.map(keyOf));
  const rows = all<MarkRow>(
    db,
    `SELECT session_id, enrolment_id, mark, changed_at, changed_by FROM attendance_mark
     WHERE session_id IN (SELECT value FROM json_each(?)) AND enrolment_id IN (SELECT value FROM json_each(?))
       AND deleted_at IS NULL`,
    idsOf(changes, 'sessionId'),
    idsOf(changes, 'enrolmentId'),
  );
  return rowsToMarks(db, rows).filter((mark) => keys.has(keyOf(mark)));
}

function idsOf(changes: readonly MarkChange[], part: 'sessionId' | 'enrolmentId'): string {
  return JSON.stringify([...new Set(changes.map((change) => change[part]))]);
}

/** A session and an enrolment that meet in one edition, which takes changes, in a session that was not cancelled. */
function refuseMarks(db: ReadableDb, changes: readonly MarkChange[]): MarkRefusal | null {
  const sessionById = findMarkedSessions(db, changes);
  const editionByEnrolment = findMarkedEnrolments(db, changes);
  for (const { sessionId, enrolmentId } of changes) {
    const session = sessionById.get(sessionId);
    if (session === undefined || session.edition_id !== editionByEnrolment.get(enrolmentId)) {
      return refuse('NOT_FOUND');
    }
    if (!takesChanges(session.edition_status)) return refuse('EDITION_CLOSED');
    if (session.state === 'cancelled') return refuse('SESSION_CANCELLED');
  }
  return null;
}

interface MarkedSessionRow {
  id: SessionId;
  edition_id: string;
  state: string;
  edition_status: EditionStatus;
}

function findMarkedSessions(
  db: ReadableDb,
  changes: readonly MarkChange[],
): Map<SessionId, MarkedSessionRow> {
  const rows = all<MarkedSessionRow>(
    db,
    `SELECT s.id, s.edition_id, s.state, e.status AS edition_status
     FROM session s JOIN edition e ON e.id = s.edition_id
     WHERE s.id IN (SELECT value FROM json_each(?)) AND s.deleted_at IS NULL AND e.deleted_at IS NULL`,
    idsOf(changes, 'sessionId'),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function findMarkedEnrolments(db: ReadableDb, changes: readonly MarkChange[]): Map<EnrolmentId, string> {
  const rows = all<{ id: EnrolmentId; edition_id: string }>(
    db,
    `SELECT id, edition_id FROM enrolment
     WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL`,
    idsOf(changes, 'enrolmentId'),
  );
  return new Map(rows.map(({ id, edition_id }) => [id, edition_id]));
}
