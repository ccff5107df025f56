import { distance } from 'fastest-levenshtein';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import { emptyEnterprise } from '../../domain/enterprise.ts';
import { type ImportedPerson, readRows, type RowReading } from '../../domain/import-row.ts';
import type { ImportField } from '../../domain/import-columns.ts';
import type { importDecisionSchema } from '../../domain/import.ts';
import type { PersonId } from '../../domain/ids.ts';
import { matchRows, type RowMatch } from '../../domain/list-matching.ts';
import { createPeopleIndex } from '../../domain/person-matching.ts';
import type { PersonDraft } from '../../domain/person.ts';
import type { SheetTable } from '../../domain/sheet-table.ts';
import type { z } from 'zod';
import type { ReadableDb } from '../../db/database.ts';
import type { ImportEntry } from '../../db/imports.ts';
import { type KnownPerson, listMatchablePeople } from '../../db/matchable-people.ts';

type Decision = z.infer<typeof importDecisionSchema>;

/** A list understood row by row, with what each row will become. */
export interface SettledList {
  readings: RowReading[];
  matches: RowMatch<PersonId>[];
  knownById: ReadonlyMap<PersonId, KnownPerson>;
  entries: ImportEntry[];
}

/**
 * Reads a list as its columns are mapped, finds who is known already, and settles each row: a new person, a
 * known one, or an earlier row again. What is surely the same is taken as such unless a decision says otherwise.
 */
export function settleList(
  db: ReadableDb,
  table: SheetTable,
  { fields, decisions }: { fields: readonly ImportField[]; decisions: readonly Decision[] },
  today: CalendarDate,
): SettledList {
  const mapping = table.columns.map(({ column, field }, index) => ({
    column,
    field: fields[index] ?? field,
  }));
  const readings = readRows(table.rows, mapping, { today });
  const people = readings.flatMap(({ row, person }) => (person === null ? [] : [{ row, person }]));
  const known = listMatchablePeople(
    db,
    people.map(({ person }) => person),
  );
  const matches = matchRows(people, createPeopleIndex(known), distance);
  return {
    readings,
    matches,
    knownById: new Map(known.map((each) => [each.key, each])),
    entries: settleEntries(people, matches, decisions),
  };
}

function settleEntries(
  people: readonly { row: number; person: ImportedPerson }[],
  matches: readonly RowMatch<PersonId>[],
  decisions: readonly Decision[],
): ImportEntry[] {
  const decisionByRow = new Map(decisions.map(({ row, decision }) => [row, decision]));
  const matchByRow = new Map(matches.map((match) => [match.row, match]));
  const indexByRow = new Map<number, number>();
  const entries: ImportEntry[] = [];
  for (const { row, person } of people) {
    const decision = decisionByRow.get(row) ?? null;
    if (decision === 'skip') continue;
    const match = matchByRow.get(row) ?? null;
    indexByRow.set(row, entries.length);
    entries.push(findKnown(match, decision, indexByRow) ?? { draft: toDraft(person) });
  }
  return entries;
}

/** Who a row is already; null where it is somebody new, or the row it repeats was left out. */
function findKnown(
  match: RowMatch<PersonId> | null,
  decision: 'same' | 'different' | null,
  indexByRow: ReadonlyMap<number, number>,
): ImportEntry | null {
  if (match === null || decision === 'different') return null;
  if (match.kind !== 'same' && decision !== 'same') return null;
  if ('known' in match.with) return { personId: match.with.known };
  const sameAs = indexByRow.get(match.with.row);
  return sameAs === undefined ? null : { sameAs };
}

/** A list says nothing of consent, so it is not taken for given. */
function toDraft(person: ImportedPerson): PersonDraft {
  const { trade, enterpriseName, nit, ...identity } = person;
  return {
    ...identity,
    municipalityCode: null,
    hasConsented: false,
    enterprise: { ...emptyEnterprise, trade, name: enterpriseName, nit },
  };
}
