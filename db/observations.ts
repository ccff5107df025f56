import type { CalendarDate } from '../domain/calendar-date.ts';
import type { CourseId, EditionId, ObservationId, PersonId } from '../domain/ids.ts';
import {
  findObservationScore,
  type Observation,
  type ObservationDraft,
  type ObservationMark,
} from '../domain/observation.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import {
  all,
  deleteRow,
  findRow,
  insertRow,
  inTransaction,
  type ReadableDb,
  restoreRow,
  type SqlRow,
  updateRow,
  upsertRow,
  type Writer,
} from './database.ts';
import { requireJustWritten } from './just-written.ts';
import type { OwnEditions } from './own-editions.ts';

type NotFound = Refusal<'NOT_FOUND'>;

interface ObservationRow {
  id: ObservationId;
  person_id: PersonId;
  course_id: CourseId;
  course_title: string;
  edition_id: EditionId | null;
  edition_code: string | null;
  observed_on: CalendarDate;
  observer: string;
  remarks: string | null;
  score: number | null;
}

const selectObservations = `
  SELECT o.id, o.person_id, o.course_id, c.title AS course_title, o.edition_id, e.code AS edition_code, o.observed_on,
    o.observer, o.remarks, o.score
  FROM observation o JOIN course c ON c.id = o.course_id LEFT JOIN edition e ON e.id = o.edition_id
  WHERE o.deleted_at IS NULL`;

/** The observations of somebody, the latest first. Whoever sees only some editions is not told of which others they are. */
export function listObservations(db: ReadableDb, personId: PersonId, own: OwnEditions): Observation[] {
  const sql = `${selectObservations} AND o.person_id = ? ORDER BY o.observed_on DESC, o.id DESC`;
  const rows = all<ObservationRow>(db, sql, personId);
  const marksById = listObservationMarks(
    db,
    rows.map(({ id }) => id),
  );
  return rows
    .map((row) => rowToObservation(row, marksById.get(row.id) ?? []))
    .map((observation) => {
      const isOwn = own === null || (observation.editionId !== null && own.has(observation.editionId));
      return isOwn ? observation : { ...observation, editionId: null, editionCode: null };
    });
}

/** One observation, or null where there is none. */
export function findObservation(db: ReadableDb, id: ObservationId): Observation | null {
  const row = findRow<ObservationRow>(db, `${selectObservations} AND o.id = ?`, id);
  return row === undefined ? null : rowToObservation(row, listObservationMarks(db, [id]).get(id) ?? []);
}

/** The marks of some observations in the order of their form; those that have only a score have none. */
export function listObservationMarks(
  db: ReadableDb,
  ids: readonly ObservationId[],
): Map<ObservationId, ObservationMark[]> {
  const rows = all<ObservationMark & { id: ObservationId }>(
    db,
    `SELECT observation_id AS id, text, weight, mark FROM observation_mark
     WHERE observation_id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL
     ORDER BY observation_id, position_in_list`,
    JSON.stringify(ids),
  );
  const marks = rows.map(({ id, ...mark }) => ({ id, mark }));
  return new Map(
    [...Map.groupBy(marks, ({ id }) => id)].map(([id, group]) => [id, group.map(({ mark }) => mark)]),
  );
}

/** Writes down that somebody was observed. Refuses NOT_FOUND (person, course, or edition of it). */
export function addObservation(writer: Writer, draft: ObservationDraft): Observation | NotFound {
  return inTransaction(writer.db, () => {
    if (!isThere(writer.db, draft)) return refuse('NOT_FOUND');
    const id = writer.newId() as ObservationId;
    insertRow(writer, 'observation', { id, ...observationToRow(draft) });
    writeMarks(writer, id, draft.marks);
    return requireJustWritten(findObservation(writer.db, id));
  });
}

/** Corrects an observation; what stays as it was is not written. Refuses NOT_FOUND. */
export function changeObservation(
  writer: Writer,
  { id, draft }: { id: ObservationId; draft: ObservationDraft },
): Observation | NotFound {
  return inTransaction(writer.db, () => {
    if (findObservation(writer.db, id) === null || !isThere(writer.db, draft)) return refuse('NOT_FOUND');
    updateRow(writer, 'observation', { id }, observationToRow(draft));
    writeMarks(writer, id, draft.marks);
    return requireJustWritten(findObservation(writer.db, id));
  });
}

/** Takes an observation out; accreditations are judged without it. Refuses NOT_FOUND. */
export function removeObservation(writer: Writer, { id }: { id: ObservationId }): null | NotFound {
  return inTransaction(writer.db, () => {
    if (findObservation(writer.db, id) === null) return refuse('NOT_FOUND');
    deleteRow(writer, 'observation', { id });
    return null;
  });
}

/** Takes that back, with its marks. Refuses NOT_FOUND. */
export function restoreObservation(writer: Writer, { id }: { id: ObservationId }): null | NotFound {
  return restoreRow(writer, 'observation', { id }) ? null : refuse('NOT_FOUND');
}

function isThere(db: ReadableDb, { personId, courseId, editionId }: ObservationDraft): boolean {
  const sql = `SELECT 1 FROM person p JOIN course c ON c.id = @courseId AND c.deleted_at IS NULL
    WHERE p.id = @personId AND p.deleted_at IS NULL AND (@editionId IS NULL OR EXISTS (
      SELECT 1 FROM edition WHERE id = @editionId AND course_id = c.id AND deleted_at IS NULL))`;
  return findRow(db, sql, { personId, courseId, editionId }) !== undefined;
}

function observationToRow(draft: ObservationDraft): SqlRow {
  return {
    person_id: draft.personId,
    course_id: draft.courseId,
    edition_id: draft.editionId,
    observed_on: draft.observedOn,
    observer: draft.observer,
    remarks: draft.remarks,
    // What follows from marks is computed of them: two PCs may have changed one each.
    score: draft.marks.length === 0 ? draft.score : null,
  };
}

function writeMarks(writer: Writer, id: ObservationId, marks: readonly ObservationMark[]): void {
  const stored = listObservationMarks(writer.db, [id]).get(id) ?? [];
  for (const [index, mark] of marks.entries()) {
    const before = stored[index];
    const isSame = before?.text === mark.text && before.weight === mark.weight && before.mark === mark.mark;
    if (isSame) continue;
    upsertRow(writer, 'observation_mark', { observation_id: id, position_in_list: index }, { ...mark });
  }
  for (let index = marks.length; index < stored.length; index += 1)
    deleteRow(writer, 'observation_mark', { observation_id: id, position_in_list: index });
}

function rowToObservation(row: ObservationRow, marks: readonly ObservationMark[]): Observation {
  return {
    id: row.id,
    personId: row.person_id,
    courseId: row.course_id,
    courseTitle: row.course_title,
    editionId: row.edition_id,
    editionCode: row.edition_code,
    observedOn: row.observed_on,
    observer: row.observer,
    remarks: row.remarks,
    marks: [...marks],
    score: findObservationScore(marks, row.score),
  };
}
