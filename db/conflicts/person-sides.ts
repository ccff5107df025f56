import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { PersonSide } from '../../domain/conflict.ts';
import type { PersonId } from '../../domain/ids.ts';
import { all, type ReadableDb } from '../database.ts';
import { type PersonSummaryRow, personSummaryColumns, rowToPersonSummary } from '../person-summary.ts';
import { readNames, stampColumns, type StampRow } from './done.ts';

interface SideRow extends PersonSummaryRow, StampRow {
  birth_date: CalendarDate | null;
  deleted_at: number | null;
  enrolments: number;
  taught: number;
  certificates: number;
}

/** People as sides of a conflict, by id; deleted ones too. */
export function listPersonSides(db: ReadableDb, ids: Iterable<PersonId>): Map<PersonId, PersonSide> {
  const names = readNames(db);
  const count = (table: string) =>
    `(SELECT count(*) FROM ${table} x WHERE x.person_id = p.id AND x.deleted_at IS NULL)`;
  const rows = all<SideRow>(
    db,
    `SELECT ${personSummaryColumns}, p.birth_date, p.deleted_at, ${stampColumns('p')},
       ${count('enrolment')} AS enrolments, ${count('trainer_assignment')} AS taught,
       ${count('certificate')} AS certificates
     FROM person p WHERE p.id IN (SELECT value FROM json_each(?))`,
    JSON.stringify([...new Set(ids)]),
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        person: rowToPersonSummary(row),
        birthDate: row.birth_date,
        isDeleted: row.deleted_at !== null,
        enrolments: row.enrolments,
        taught: row.taught,
        certificates: row.certificates,
        made: names.made(row),
        changed: names.changed(row),
      },
    ]),
  );
}

/** The sides of one conflict in the order of its ids. */
export function pickSides(sides: ReadonlyMap<PersonId, PersonSide>, ids: readonly PersonId[]): PersonSide[] {
  return ids.flatMap((id) => sides.get(id) ?? []);
}
