import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { LoggedValue } from '../../domain/change-log.ts';
import type { HistoryAbout } from '../../domain/history.ts';
import type { PersonId } from '../../domain/ids.ts';
import { fullName, type PersonName } from '../../domain/person-name.ts';
import { all, type ReadableDb } from '../database.ts';
import { findParentOf, type TravellingTable } from '../change-log/travelling-tables.ts';

const nobody: HistoryAbout = { person: null, personId: null, date: null, title: null };

const personColumns = `p.id AS person_id, p.given_names, p.paternal_surname, p.maternal_surname, p.married_surname`;

/** What the rows of a table are called: of whom they are, on which day, or a title. Deleted ones have names too. */
const nameQueries: Readonly<Record<string, string>> = {
  person: `SELECT p.id, ${personColumns} FROM person p WHERE p.id IN`,
  enterprise: `SELECT x.id, x.name AS title, ${personColumns} FROM enterprise x JOIN person p ON p.id = x.person_id WHERE x.id IN`,
  enrolment: `SELECT x.id, ${personColumns} FROM enrolment x JOIN person p ON p.id = x.person_id WHERE x.id IN`,
  certificate: `SELECT x.id, x.folio AS title, ${personColumns} FROM certificate x JOIN person p ON p.id = x.person_id WHERE x.id IN`,
  accreditation_word: `SELECT x.id, c.title, ${personColumns} FROM accreditation_word x JOIN person p ON p.id = x.person_id JOIN course c ON c.id = x.course_id WHERE x.id IN`,
  observation: `SELECT x.id, c.title, x.observed_on AS date, ${personColumns} FROM observation x JOIN person p ON p.id = x.person_id JOIN course c ON c.id = x.course_id WHERE x.id IN`,
  observation_criterion: 'SELECT id, text AS title FROM observation_criterion WHERE id IN',
  session: 'SELECT id, date FROM session WHERE id IN',
  edition: 'SELECT id, code AS title FROM edition WHERE id IN',
  course: 'SELECT id, title FROM course WHERE id IN',
  course_module: 'SELECT id, title FROM course_module WHERE id IN',
  assessment: 'SELECT id, title FROM assessment WHERE id IN',
  organisation: 'SELECT id, name AS title FROM organisation WHERE id IN',
  programme: 'SELECT id, name AS title FROM programme WHERE id IN',
  theme: 'SELECT id, name AS title FROM theme WHERE id IN',
  trade: 'SELECT id, name AS title FROM trade WHERE id IN',
  office_day: 'SELECT id, name AS title FROM office_day WHERE id IN',
  signatory: 'SELECT id, name AS title FROM signatory WHERE id IN',
  user_account: 'SELECT id, name AS title FROM user_account WHERE id IN',
  device: 'SELECT id, name AS title FROM device WHERE id IN',
  office: 'SELECT id, name AS title FROM office WHERE id IN',
  import: 'SELECT id, file_name AS title FROM import WHERE id IN',
};

interface NameRow {
  id: string;
  title?: string | null;
  date?: CalendarDate;
  person_id?: PersonId;
  given_names?: string;
  paternal_surname?: string | null;
  maternal_surname?: string | null;
  married_surname?: string | null;
}

/** Names that were looked up, by table and id. */
export type RowNames = ReadonlyMap<string, ReadonlyMap<string, HistoryAbout>>;

/** Looks up what ids stand for, one query a table. */
export function lookUpNames(db: ReadableDb, idsByTable: ReadonlyMap<string, ReadonlySet<string>>): RowNames {
  return new Map([...idsByTable].map(([table, ids]) => [table, listNames(db, table, ids)]));
}

function listNames(db: ReadableDb, table: string, ids: ReadonlySet<string>): Map<string, HistoryAbout> {
  const query = nameQueries[table];
  if (query === undefined || ids.size === 0) return new Map();
  const rows = all<NameRow>(db, `${query} (SELECT value FROM json_each(?))`, JSON.stringify([...ids]));
  return new Map(rows.map((row) => [row.id, rowToAbout(row)]));
}

function rowToAbout(row: NameRow): HistoryAbout {
  return {
    person: row.person_id === undefined ? null : fullName(toPersonName(row)),
    personId: row.person_id ?? null,
    date: row.date ?? null,
    title: row.title ?? null,
  };
}

function toPersonName(row: NameRow): PersonName {
  return {
    givenNames: row.given_names ?? '',
    paternalSurname: row.paternal_surname ?? null,
    maternalSurname: row.maternal_surname ?? null,
    marriedSurname: row.married_surname ?? null,
  };
}

/** The ids a row's key is made of, each with the table it points to: itself, or the rows that meet in it. */
export function listKeyIds(table: TravellingTable, key: string): { table: string; id: string }[] {
  if (table.key.length === 1) return [{ table: table.name, id: key }];
  const parts: unknown = JSON.parse(key);
  if (!Array.isArray(parts)) return [];
  return table.key.flatMap(({ name }, index) => {
    const parent = findParentOf(table, name);
    return parent === null ? [] : [{ table: parent, id: String(parts[index]) }];
  });
}

/** What a row is about: what its own name says, or those of the rows that meet in it. */
export function nameRow(names: RowNames, table: TravellingTable, key: string): HistoryAbout {
  return listKeyIds(table, key).reduce((about, { table: parent, id }) => {
    const found = names.get(parent)?.get(id) ?? nobody;
    return {
      person: about.person ?? found.person,
      personId: about.personId ?? found.personId,
      date: about.date ?? found.date,
      title: about.title ?? found.title,
    };
  }, nobody);
}

/** What the value of a column stands for, where it is an id. */
export function nameValue(
  names: RowNames,
  table: TravellingTable,
  column: string,
  value: LoggedValue,
): string | null {
  const parent = findParentOf(table, column);
  if (parent === null || typeof value !== 'string') return null;
  const found = names.get(parent)?.get(value);
  return found?.person ?? found?.title ?? found?.date ?? null;
}
