import type { CalendarDate } from '../../domain/calendar-date.ts';
import { formatIdentityCard } from '../../domain/identity-card.ts';
import type { ImportField } from '../../domain/import-columns.ts';
import type { RowReading } from '../../domain/import-row.ts';
import type { ImportMatch, ImportProblem, ImportReview } from '../../domain/import.ts';
import { foreseeSeats } from '../../domain/enrolment.ts';
import type { EditionId, ImportId, PersonId } from '../../domain/ids.ts';
import type { RowMatch } from '../../domain/list-matching.ts';
import { surnamesFirst } from '../../domain/person-name.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { columnLetter } from '../../domain/sheet-table.ts';
import type { ReadableDb } from '../../db/database.ts';
import { listEnrolments } from '../../db/enrolments.ts';
import type { ImportEntry } from '../../db/imports.ts';
import { listMissingPrerequisites, listRequiredBy } from '../../db/prerequisites.ts';
import { getSeats } from '../../db/seats.ts';
import type { Service } from '../service.ts';
import { type SettledList, settleList } from './settle.ts';

export interface ReviewOrder {
  uploadId: ImportId;
  editionId: EditionId | null;
  /** The field of each column, in the order of the upload's columns. */
  fields: readonly ImportField[];
  decisions: readonly { row: number; decision: 'same' | 'different' | 'skip' }[];
}

/** What committing an upload would do and what needs a word first; changes nothing. */
export function reviewUpload(
  { db, uploads }: Service,
  order: ReviewOrder,
  today: CalendarDate,
): ImportReview | Refusal<'UPLOAD_GONE'> {
  const kept = uploads.get(order.uploadId);
  if (kept === undefined) return refuse('UPLOAD_GONE');
  const list = settleList(db, kept.table, order, today);
  const toCreate = list.entries.filter((entry) => 'draft' in entry).length;
  return {
    rows: list.readings.length,
    toCreate,
    toMatch: list.entries.length - toCreate,
    skipped: list.readings.length - list.entries.length,
    ...countSeats(db, order.editionId, list.entries),
    problems: list.readings.flatMap(describeProblems),
    matches: describeMatches(list),
  };
}

/** How many of the list would get a seat, must wait, were enrolled before, or lack what the course asks for. */
function countSeats(db: ReadableDb, editionId: EditionId | null, entries: readonly ImportEntry[]) {
  if (editionId === null) return { toEnrol: 0, toWait: 0, alreadyEnrolled: 0, lacking: 0 };
  const enrolled = new Set(listEnrolments(db, editionId).map(({ personId }) => personId));
  const known = new Set(entries.flatMap((entry) => ('personId' in entry ? [entry.personId] : [])));
  const alreadyEnrolled = [...known].filter((id) => enrolled.has(id)).length;
  const newPeople = entries.filter((entry) => 'draft' in entry).length;
  const newcomers = newPeople + known.size - alreadyEnrolled;
  const personIds = [...known].filter((id) => !enrolled.has(id));
  // Somebody whom the office does not know has passed nothing here.
  const lacking =
    listMissingPrerequisites(db, { editionId, personIds }).length +
    (listRequiredBy(db, editionId).length > 0 ? newPeople : 0);
  return { ...foreseeSeats(newcomers, getSeats(db, editionId).free), alreadyEnrolled, lacking };
}

function describeProblems({ row, problems }: RowReading): ImportProblem[] {
  return problems.map(({ field, column, value, code }) => ({
    row,
    column: columnLetter(column),
    field,
    value,
    code,
  }));
}

function describeMatches({ readings, matches, knownById }: SettledList): ImportMatch[] {
  const readingByRow = new Map(readings.map((reading) => [reading.row, reading]));
  return matches.map((match) => describeMatch(match, readingByRow, knownById));
}

function describeMatch(
  { row, kind, evidence, with: other }: RowMatch<PersonId>,
  readingByRow: ReadonlyMap<number, RowReading>,
  knownById: SettledList['knownById'],
): ImportMatch {
  const person = readingByRow.get(row)?.person;
  const nameOf = (otherRow: number): string => {
    const found = readingByRow.get(otherRow)?.person;
    return found ? surnamesFirst(found) : '';
  };
  return {
    row,
    name: nameOf(row),
    identityCard: person?.idNumber
      ? formatIdentityCard({
          number: person.idNumber,
          complement: person.idComplement,
          issuedIn: person.idIssuedIn,
        })
      : null,
    kind,
    evidence,
    person: 'known' in other ? (knownById.get(other.known) ?? null) : null,
    otherRow: 'row' in other ? { row: other.row, name: nameOf(other.row) } : null,
  };
}
