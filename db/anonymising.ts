import { anonymousName, type AnonymisingReview, blurBirthDate, listErasures } from '../domain/anonymising.ts';
import { type CalendarDate, dayInBolivia } from '../domain/calendar-date.ts';
import type { EditionId, PersonId } from '../domain/ids.ts';
import { nameSortKey, nameWordsKey } from '../domain/person-name.ts';
import type { Person } from '../domain/person.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import {
  all,
  findRow,
  getNumber,
  inTransaction,
  type ReadableDb,
  type TableName,
  updateRow,
  type Writer,
} from './database.ts';
import { redactErased } from './change-log/erasing.ts';
import { listOtherDevices } from './exchange.ts';
import { requireJustWritten } from './just-written.ts';
import { findPerson } from './people.ts';
import { listMergedIds } from './person-record.ts';
import { indexPerson } from './person-search.ts';

/** The rows of each table that are about some people, deleted ones too; `@ids` is a JSON array. */
const rowsAbout = {
  enterprise: 'SELECT id FROM enterprise WHERE person_id IN (SELECT value FROM json_each(@ids))',
  enrolment: 'SELECT id FROM enrolment WHERE person_id IN (SELECT value FROM json_each(@ids))',
  accreditation_word:
    'SELECT id FROM accreditation_word WHERE person_id IN (SELECT value FROM json_each(@ids))',
  observation: 'SELECT id FROM observation WHERE person_id IN (SELECT value FROM json_each(@ids))',
} as const satisfies Partial<Record<TableName, string>>;

/**
 * What anonymising somebody would take away and leave, and what stands in its way: editions that are not over yet in
 * which they take part or teach, and the user they sign in as. Refuses NOT_FOUND.
 */
export function reviewAnonymising(db: ReadableDb, id: PersonId): AnonymisingReview | Refusal<'NOT_FOUND'> {
  const person = findPerson(db, id);
  if (person === null) return refuse('NOT_FOUND');
  const ids = [id, ...listMergedIds(db, id)];
  const about = (table: keyof typeof rowsAbout) =>
    getNumber(db, `SELECT count(*) FROM ${table} WHERE id IN (${rowsAbout[table]}) AND deleted_at IS NULL`, {
      ids: JSON.stringify(ids),
    });
  return {
    records: ids.length,
    enterprises: about('enterprise'),
    enrolments: about('enrolment'),
    taught: getNumber(
      db,
      'SELECT count(*) FROM trainer_assignment WHERE person_id = ? AND deleted_at IS NULL',
      id,
    ),
    folios: all<{ folio: string }>(
      db,
      `SELECT folio FROM certificate WHERE person_id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL
        ORDER BY year, series, number`,
      JSON.stringify(ids),
    ).map(({ folio }) => folio),
    otherPcs: listOtherDevices(db).length,
    running: listRunning(db, id),
    userName: findUserName(db, id),
    isBehind: person.anonymisedAt !== null && hasLeft(db, ids),
  };
}

/**
 * Takes from a person, and from whoever became them by merging, all that says who they were: for good, here and on
 * every PC that hears of it. What figures count stays. Also what came of them since, where they were anonymised before.
 * Refuses STILL_ACTIVE while they take part or teach somewhere, or may sign in.
 */
export function anonymisePerson(
  writer: Writer,
  id: PersonId,
): Person | Refusal<'NOT_FOUND'> | Refusal<'STILL_ACTIVE'> {
  return inTransaction(writer.db, () => {
    const review = reviewAnonymising(writer.db, id);
    if ('refused' in review) return review;
    if (review.running.length > 0 || review.userName !== null) return refuse('STILL_ACTIVE');
    const ids = [id, ...listMergedIds(writer.db, id)];
    const days = listCountedDays(writer, ids);
    for (const each of ids) erasePerson(writer, each, days);
    for (const table of Object.keys(rowsAbout) as (keyof typeof rowsAbout)[]) eraseRows(writer, table, ids);
    redactErased(writer.db, writer.now());
    return requireJustWritten(findPerson(writer.db, id));
  });
}

/** Whether any of these people, or a row about them, is not anonymised. */
function hasLeft(db: ReadableDb, ids: readonly PersonId[]): boolean {
  const queries = { person: 'SELECT value FROM json_each(@ids)', ...rowsAbout };
  return Object.entries(queries).some(([table, about]) => {
    const sql = `SELECT 1 FROM ${table} WHERE erased_at IS NULL AND id IN (${about}) LIMIT 1`;
    return findRow(db, sql, { ids: JSON.stringify(ids) }) !== undefined;
  });
}

function listRunning(db: ReadableDb, id: PersonId): { editionId: EditionId; editionCode: string }[] {
  return all<{ editionId: EditionId; editionCode: string }>(
    db,
    `SELECT id AS editionId, code AS editionCode FROM edition
      WHERE deleted_at IS NULL AND status NOT IN ('closed', 'cancelled') AND id IN (
        SELECT edition_id FROM enrolment WHERE person_id = @id AND deleted_at IS NULL AND status NOT IN ('withdrawn', 'declined')
        UNION SELECT edition_id FROM trainer_assignment WHERE person_id = @id AND deleted_at IS NULL)
      ORDER BY starts_on, code`,
    { id },
  );
}

function findUserName(db: ReadableDb, id: PersonId): string | null {
  const sql =
    'SELECT name FROM user_account WHERE person_id = ? AND is_active = 1 AND deleted_at IS NULL ORDER BY id LIMIT 1';
  return findRow<{ name: string }>(db, sql, id)?.name ?? null;
}

/** The days of which figures may have told somebody's age: today, and when their editions began and ended. */
function listCountedDays({ db, now }: Writer, ids: readonly PersonId[]): CalendarDate[] {
  const rows = all<{ starts_on: CalendarDate; ends_on: CalendarDate }>(
    db,
    `SELECT starts_on, ends_on FROM edition WHERE id IN (
       SELECT edition_id FROM enrolment WHERE person_id IN (SELECT value FROM json_each(@ids))
       UNION SELECT edition_id FROM trainer_assignment WHERE person_id IN (SELECT value FROM json_each(@ids)))`,
    { ids: JSON.stringify(ids) },
  );
  return [dayInBolivia(now()), ...rows.flatMap(({ starts_on, ends_on }) => [starts_on, ends_on])];
}

function erasePerson(writer: Writer, id: PersonId, days: readonly CalendarDate[]): void {
  const row = findRow<{ birth_date: CalendarDate | null; erased_at: number | null }>(
    writer.db,
    'SELECT birth_date, erased_at FROM person WHERE id = ?',
    id,
  );
  if (row === undefined || row.erased_at !== null) return;
  const kept = row.birth_date === null ? null : blurBirthDate(row.birth_date, days);
  const values = { ...listErasures('person', kept), kept_birth_date: kept };
  const name = { ...anonymousName, maternalSurname: null, marriedSurname: null };
  const computed = { sort_name: nameSortKey(name), folded_name: nameWordsKey(name) };
  updateRow(writer, 'person', { id }, { ...values, ...computed, erased_at: Date.parse(writer.now()) });
  indexPerson(writer.db, id);
}

function eraseRows(writer: Writer, table: keyof typeof rowsAbout, ids: readonly PersonId[]): void {
  const rows = all<{ id: string }>(
    writer.db,
    `SELECT id FROM ${table} WHERE erased_at IS NULL AND id IN (${rowsAbout[table]})`,
    {
      ids: JSON.stringify(ids),
    },
  );
  for (const { id } of rows) {
    updateRow(writer, table, { id }, { ...listErasures(table), erased_at: Date.parse(writer.now()) });
  }
}
