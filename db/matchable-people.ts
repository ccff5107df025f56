import type { PersonId } from '../domain/ids.ts';
import type { IndexedPerson, MatchablePerson } from '../domain/person-matching.ts';
import type { PersonSummary } from '../domain/person.ts';
import { nameWordsKey } from '../domain/similar-person.ts';
import { all, type ReadableDb } from './database.ts';
import { type PersonSummaryRow, personSummaryColumns, rowToPersonSummary } from './person-summary.ts';

interface MatchableRow extends PersonSummaryRow {
  sex: MatchablePerson['sex'];
  birth_date: MatchablePerson['birthDate'];
}

/** Someone stored, as a list is compared with them and as they are shown beside it. */
export interface KnownPerson extends IndexedPerson<PersonId> {
  summary: PersonSummary;
}

/**
 * Everyone stored who shares an identity number, a birth date, a phone or a name with someone of a list: all who
 * could be one of them, in one pass over the people.
 */
export function listMatchablePeople(db: ReadableDb, people: readonly MatchablePerson[]): KnownPerson[] {
  const valuesOf = (pick: (person: MatchablePerson) => string | null) =>
    JSON.stringify([...new Set(people.map(pick).filter((value) => value !== null))]);
  const rows = all<MatchableRow>(
    db,
    `SELECT ${personSummaryColumns}, p.sex, p.birth_date FROM person p
      WHERE p.deleted_at IS NULL AND (
        p.id_number IN (SELECT value FROM json_each(?)) OR p.birth_date IN (SELECT value FROM json_each(?))
        OR p.phone IN (SELECT value FROM json_each(?)) OR p.folded_name IN (SELECT value FROM json_each(?)))
      ORDER BY p.row_number`,
    valuesOf((person) => person.idNumber),
    valuesOf((person) => person.birthDate),
    valuesOf((person) => person.phone),
    valuesOf(nameWordsKey),
  );
  return rows.map((row) => {
    const summary = rowToPersonSummary(row);
    return { key: summary.id, summary, person: { ...summary, sex: row.sex, birthDate: row.birth_date } };
  });
}
