import { distance } from 'fastest-levenshtein';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import { emptyEnterprise } from '../../domain/enterprise.ts';
import { type ImportedPerson, readRows, type RowReading } from '../../domain/import-row.ts';
import type { ImportField } from '../../domain/import-columns.ts';
import type { importDecisionSchema } from '../../domain/import.ts';
import type { PersonId } from '../../domain/ids.ts';
import { matchRows, type RowMatch } from '../../domain/list-matching.ts';
import { noConsent, type PersonDraft, type PersonSummary } from '../../domain/person.ts';
import type { SheetTable } from '../../domain/sheet-table.ts';
import { findSection, type Trade } from '../../domain/trade.ts';
import type { z } from 'zod';
import type { ReadableDb } from '../../db/database.ts';
import type { ImportEntry, KnownEntry } from '../../db/imports.ts';
import { listSummaries } from '../../db/duplicates.ts';
import { listTrades } from '../../db/trades.ts';
import { getPeopleIndex } from '../../db/people-register.ts';

type Decision = z.infer<typeof importDecisionSchema>;

/** A list understood row by row, with what each row will become. */
export interface SettledList {
  readings: RowReading[];
  matches: RowMatch<PersonId>[];
  knownById: ReadonlyMap<PersonId, PersonSummary>;
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
  const matches = matchRows(people, getPeopleIndex(db, distance), distance);
  return {
    readings,
    matches,
    knownById: listSummaries(
      db,
      matches.flatMap((match) => ('known' in match.with ? [match.with.known] : [])),
    ),
    entries: settleEntries(people, matches, { decisions, trades: listTrades(db) }),
  };
}

function settleEntries(
  people: readonly { row: number; person: ImportedPerson }[],
  matches: readonly RowMatch<PersonId>[],
  { decisions, trades }: { decisions: readonly Decision[]; trades: readonly Trade[] },
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
    const known = match === null ? null : toKnown(match, indexByRow);
    const apartFrom = decision === 'different' ? known : null;
    const isKnown = match !== null && isTakenAsSame(match, decision);
    entries.push((isKnown ? known : null) ?? { draft: toDraft(person, trades), apartFrom });
  }
  return entries;
}

function isTakenAsSame({ kind }: RowMatch<PersonId>, decision: 'same' | 'different' | null): boolean {
  return decision === 'same' || (decision === null && kind === 'same');
}

/** Whom a row is like; null where the row it repeats was left out. */
function toKnown(match: RowMatch<PersonId>, indexByRow: ReadonlyMap<number, number>): KnownEntry | null {
  if ('known' in match.with) return { personId: match.with.known };
  const sameAs = indexByRow.get(match.with.row);
  return sameAs === undefined ? null : { sameAs };
}

/** A list says nothing of consent, so it is not taken for given; the section follows from the office's trades. */
function toDraft(person: ImportedPerson, trades: readonly Trade[]): PersonDraft {
  const { trade, enterpriseName, nit, ...identity } = person;
  return {
    ...identity,
    municipalityCode: null,
    ...noConsent,
    enterprise: { ...emptyEnterprise, trade, section: findSection(trades, trade), name: enterpriseName, nit },
    otherEnterprises: [],
  };
}
