import { type Instant, toInstant } from '../domain/calendar-date.ts';
import type { EditionId, EnrolmentId, ImportId, PersonId } from '../domain/ids.ts';
import { duplicateKey, twoPeople } from '../domain/duplicate.ts';
import type { ImportSummary } from '../domain/import.ts';
import type { PersonDraft } from '../domain/person.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import type { Role } from '../domain/role.ts';
import {
  all,
  deleteRow,
  findRow,
  inTransaction,
  insertRow,
  type ReadableDb,
  updateRow,
  type Writer,
} from './database.ts';
import { giveWord } from './conflicts/words.ts';
import { enrolPeople } from './enrolling.ts';
import { requireJustWritten } from './just-written.ts';
import { deletePerson, insertPerson } from './people.ts';
import { inTransactionUnlessRefused } from './refusable-transaction.ts';
import { fillFreeSeats } from './seats.ts';

/** Someone of a list: a new person, of whom it may have been said that they are not somebody else, or a known one. */
export type ImportEntry =
  { readonly draft: PersonDraft; readonly apartFrom?: KnownEntry | null } | KnownEntry;

/** Someone stored already, or whoever an earlier entry of the list is. */
export type KnownEntry = { readonly personId: PersonId } | { readonly sameAs: number };

export interface ImportOrder {
  fileName: string;
  sheetName: string;
  /** Where to enrol everyone, or null to register people only. */
  editionId: EditionId | null;
  /** Rows of the list, those left out included. */
  rowCount: number;
  /** In the order of the list; `sameAs` is the index of an earlier entry. */
  entries: readonly ImportEntry[];
  /** Of whoever imports. */
  role: Role;
}

interface ImportRow {
  id: ImportId;
  file_name: string;
  edition_id: EditionId | null;
  edition_code: string | null;
  row_count: number;
  created_count: number;
  matched_count: number;
  enrolled_count: number;
  waiting_count: number;
  created_at: number;
  created_by_name: string | null;
  undone_at: number | null;
}

type CommitRefusal = Refusal<'NOT_FOUND'> | Refusal<'EDITION_CLOSED'>;

/**
 * Stores a whole list in one transaction: new people, and enrolments of all where an edition is given. Refuses
 * EDITION_CLOSED and NOT_FOUND (of the edition, or of a person deleted meanwhile); then nothing is stored.
 */
export function commitImport(writer: Writer, order: ImportOrder): ImportSummary | CommitRefusal {
  const id = writer.newId() as ImportId;
  return inTransactionUnlessRefused(writer, () => {
    insertImport(writer, id, order);
    const personIds: PersonId[] = [];
    for (const entry of order.entries) personIds.push(settleEntry(writer, entry, personIds, id));
    const enrolment = enrolAll(writer, order, personIds, id);
    if (isRefusal(enrolment)) return enrolment;
    updateRow(writer, 'import', { id }, enrolment);
    return requireJustWritten(findImport(writer.db, id));
  });
}

function insertImport(writer: Writer, id: ImportId, order: ImportOrder): void {
  const createdCount = order.entries.filter((entry) => 'draft' in entry).length;
  insertRow(writer, 'import', {
    id,
    file_name: order.fileName,
    sheet_name: order.sheetName,
    edition_id: order.editionId,
    row_count: order.rowCount,
    created_count: createdCount,
    matched_count: order.entries.length - createdCount,
    enrolled_count: 0,
    waiting_count: 0,
  });
}

function settleEntry(writer: Writer, entry: ImportEntry, earlier: PersonId[], importId: ImportId): PersonId {
  if ('draft' in entry) {
    const id = insertPerson(writer, entry.draft, importId);
    const { apartFrom = null } = entry;
    if (apartFrom !== null) giveWord(writer, [duplicateKey([id, findKnown(apartFrom, earlier)])], twoPeople);
    return id;
  }
  return findKnown(entry, earlier);
}

function findKnown(entry: KnownEntry, earlier: readonly PersonId[]): PersonId {
  if ('personId' in entry) return entry.personId;
  const personId = earlier[entry.sameAs];
  if (personId === undefined) throw new Error(`entry ${entry.sameAs} does not come earlier in the list`);
  return personId;
}

function enrolAll(
  writer: Writer,
  { editionId, role }: ImportOrder,
  personIds: PersonId[],
  importId: ImportId,
) {
  if (editionId === null || personIds.length === 0) return { enrolled_count: 0, waiting_count: 0 };
  const order = { editionId, personIds, exceptionReason: null, prerequisiteReason: null, role, importId };
  const outcome = enrolPeople(writer, order);
  if (!isRefusal(outcome)) {
    return { enrolled_count: outcome.enrolled.length, waiting_count: outcome.waiting.length };
  }
  if (outcome.refused === 'COORDINATOR_NEEDED') throw new Error('an import asks for no exception');
  return refuse(outcome.refused);
}

/**
 * Takes a whole import back: its people, enterprises, organisations and enrolments. Refuses ALREADY_UNDONE, and
 * IMPORT_IN_USE with names where marks, grades or certificates rest upon its enrolments, or its people were
 * enrolled elsewhere or teach.
 */
export function undoImport(
  writer: Writer,
  id: ImportId,
):
  | ImportSummary
  | Refusal<'NOT_FOUND'>
  | Refusal<'ALREADY_UNDONE'>
  | Refusal<'IMPORT_IN_USE', { names: string[] }> {
  return inTransaction(writer.db, () => {
    const stored = findImport(writer.db, id);
    if (stored === null) return refuse('NOT_FOUND');
    if (stored.undoneAt !== null) return refuse('ALREADY_UNDONE');
    const names = listPeopleInUse(writer.db, id);
    if (names.length > 0) return refuse('IMPORT_IN_USE', { names });
    takeBack(writer, id);
    if (stored.editionId !== null) fillFreeSeats(writer, stored.editionId);
    updateRow(writer, 'import', { id }, { undone_at: Date.parse(writer.now()) });
    return requireJustWritten(findImport(writer.db, id));
  });
}

function takeBack(writer: Writer, importId: ImportId): void {
  const idsOf = (table: 'enrolment' | 'enterprise' | 'organisation' | 'person') =>
    all<{ id: string }>(
      writer.db,
      `SELECT id FROM ${table} WHERE import_id = ? AND deleted_at IS NULL`,
      importId,
    ).map(({ id }) => id);
  for (const id of idsOf('enrolment')) deleteRow(writer, 'enrolment', { id: id as EnrolmentId });
  for (const id of idsOf('enterprise')) deleteRow(writer, 'enterprise', { id });
  for (const id of idsOf('person')) deletePerson(writer, id as PersonId);
  for (const id of idsOf('organisation')) {
    const member = findRow(
      writer.db,
      'SELECT 1 FROM person WHERE organisation_id = ? AND deleted_at IS NULL',
      id,
    );
    if (member === undefined) deleteRow(writer, 'organisation', { id });
  }
}

/** Names, at most ten, of those whose history would be lost. */
function listPeopleInUse(db: ReadableDb, importId: ImportId): string[] {
  const rows = all<{ name: string }>(
    db,
    `WITH used (person_id) AS (
       SELECT person_id FROM enrolment e
        WHERE e.import_id = ? AND e.deleted_at IS NULL AND (
          EXISTS (SELECT 1 FROM attendance_mark m WHERE m.enrolment_id = e.id AND m.deleted_at IS NULL)
          OR EXISTS (SELECT 1 FROM grade g WHERE g.enrolment_id = e.id AND g.deleted_at IS NULL)
          OR EXISTS (SELECT 1 FROM certificate c WHERE c.enrolment_id = e.id AND c.deleted_at IS NULL))
       UNION
       SELECT p.id FROM person p
        WHERE p.import_id = ? AND p.deleted_at IS NULL AND (
          EXISTS (SELECT 1 FROM enrolment e
                   WHERE e.person_id = p.id AND e.deleted_at IS NULL AND e.import_id IS NOT ?)
          OR EXISTS (SELECT 1 FROM trainer_assignment t WHERE t.person_id = p.id AND t.deleted_at IS NULL))
     )
     SELECT trim(p.given_names || ' ' || coalesce(p.paternal_surname, '') || ' ' || coalesce(p.maternal_surname, '')) AS name
       FROM used JOIN person p ON p.id = used.person_id ORDER BY p.sort_name LIMIT 10`,
    importId,
    importId,
    importId,
  );
  return rows.map(({ name }) => name);
}

const importColumns = `
  SELECT i.id, i.file_name, i.edition_id, e.code AS edition_code, i.row_count, i.created_count, i.matched_count,
         i.enrolled_count, i.waiting_count, i.created_at, u.name AS created_by_name, i.undone_at
    FROM import i
    LEFT JOIN edition e ON e.id = i.edition_id
    LEFT JOIN user_account u ON u.id = i.created_by`;

/** Committed imports, undone ones too, newest first. */
export function listImports(db: ReadableDb): ImportSummary[] {
  return all<ImportRow>(db, `${importColumns} WHERE i.deleted_at IS NULL ORDER BY i.id DESC LIMIT 200`).map(
    rowToImport,
  );
}

function findImport(db: ReadableDb, id: ImportId): ImportSummary | null {
  const row = findRow<ImportRow>(db, `${importColumns} WHERE i.id = ? AND i.deleted_at IS NULL`, id);
  return row === undefined ? null : rowToImport(row);
}

function rowToImport(row: ImportRow): ImportSummary {
  const instant = (milliseconds: number | null): Instant | null =>
    milliseconds === null ? null : toInstant(milliseconds);
  return {
    id: row.id,
    fileName: row.file_name,
    editionId: row.edition_id,
    editionCode: row.edition_code,
    rows: row.row_count,
    created: row.created_count,
    matched: row.matched_count,
    enrolled: row.enrolled_count,
    waiting: row.waiting_count,
    committedAt: toInstant(row.created_at),
    committedBy: row.created_by_name ?? '',
    undoneAt: instant(row.undone_at),
  };
}
