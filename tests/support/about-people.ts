import { readTravellingTables } from '../../db/change-log/travelling-tables.ts';
import type { ReadableDb } from '../../db/database.ts';

/** The tables of which rows are about a person: that of people, and those that point to it or to an enrolment. Read off the schema. */
export function listTablesAboutPeople(db: ReadableDb): string[] {
  const tables = [...readTravellingTables(db.handle).values()];
  const pointing = tables.filter(({ parents }) =>
    parents.some(({ table }) => table === 'person' || table === 'enrolment'),
  );
  return [...new Set(['person', ...pointing.map(({ name }) => name)])];
}
