import type { EnrolmentId, SessionId } from '../../domain/ids.ts';
import { markAttendance } from '../../db/attendance.ts';
import { all, type Writer } from '../../db/database.ts';
import { getCurrentAction, type Undoer } from '../../db/history/undo.ts';
import {
  accepted,
  createTestCrowd,
  createTestEdition,
  createTestSessions,
  enrolAll,
  runEdition,
} from './edition.ts';
import type { TestOffice } from './office.ts';

const tables = [
  'person',
  'enterprise',
  'organisation',
  'course',
  'edition',
  'session',
  'enrolment',
  'attendance_mark',
  'grade',
  'import',
  'user_account',
];
const stamps = new Set(['created_at', 'created_by', 'created_on', 'changed_at', 'changed_by', 'changed_on']);

/** Every row that stands, whole but for who stamped it when. */
export function readStanding({ db }: TestOffice): Record<string, unknown[]> {
  return Object.fromEntries(
    tables.map((table) => [
      table,
      all(db, `SELECT * FROM ${table} WHERE deleted_at IS NULL ORDER BY 1, 2`).map((row) =>
        Object.fromEntries(Object.entries(row).filter(([column]) => !stamps.has(column))),
      ),
    ]),
  );
}

/** Whoever may take back all that can be. */
export const coordinator = (office: TestOffice): Undoer => ({ user: office.user, ownEditions: null });

/** Does something and answers its place in the log. */
export function act(office: TestOffice, work: () => unknown) {
  accepted(work());
  return getCurrentAction(office.db);
}

/** A running edition with two sessions and so many people enrolled. */
export function createRunning(writer: Writer, people: number, capacity = 30) {
  const { id: editionId } = createTestEdition(writer, { capacity });
  const sessions = createTestSessions(writer, editionId, ['2026-03-03', '2026-03-04']);
  const personIds = createTestCrowd(writer, people);
  const enrolmentIds = enrolAll(writer, editionId, personIds);
  runEdition(writer, editionId);
  const [first, second] = sessions;
  if (first === undefined || second === undefined) throw new Error('two sessions were made');
  return { editionId, personIds, enrolmentIds, first: first.id, second: second.id };
}

/** Marks everyone of a session alike. */
export function markAll(
  writer: Writer,
  sessionId: SessionId,
  enrolmentIds: readonly EnrolmentId[],
  mark: 'P' | 'F',
) {
  const changes = enrolmentIds.map((enrolmentId) => ({ sessionId, enrolmentId, mark }));
  return markAttendance(writer, { changes });
}
