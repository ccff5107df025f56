import { readTravellingTables } from '../../db/change-log/travelling-tables.ts';
import type { ReadableDb } from '../../db/database.ts';

/** What is of one person, so that what points to it is about them too. */
const ofPeople = new Set(['person', 'enrolment', 'observation']);

/** The tables of which rows are about a person: that of people, and those that point to it or to what is of one. Read off the schema. */
export function listTablesAboutPeople(db: ReadableDb): string[] {
  const tables = [...readTravellingTables(db.handle).values()];
  const pointing = tables.filter(({ parents }) => parents.some(({ table }) => ofPeople.has(table)));
  return [...new Set(['person', ...pointing.map(({ name }) => name)])];
}
