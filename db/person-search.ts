import type { OrganisationId, PersonId } from '../domain/ids.ts';
import { surnamesFirst } from '../domain/person-name.ts';
import type { PersonSummary } from '../domain/person.ts';
import { foldText } from '../domain/text.ts';
import { all, findRow, type ReadableDb, runUnstamped, type WritableDb } from './database.ts';
import { type PersonSummaryRow, personSummaryColumns, rowToPersonSummary } from './person-summary.ts';

/** From so many letters on, what is typed is sought within words too; fewer are in almost every word. */
const shortestPart = 3;
/** Of phone numbers and cards, so many digits. */
const shortestDigits = 4;

interface SearchableRow {
  row_number: number;
  given_names: string;
  paternal_surname: string | null;
  maternal_surname: string | null;
  married_surname: string | null;
  id_number: string | null;
  id_complement: string | null;
  phone: string | null;
  community: string | null;
  organisation_name: string | null;
  deleted_at: number | null;
}

const searchableQuery = `SELECT p.row_number, p.given_names, p.paternal_surname, p.maternal_surname,
    p.married_surname, p.id_number, p.id_complement, p.phone, p.community, o.name AS organisation_name, p.deleted_at
  FROM person p LEFT JOIN organisation o ON o.id = p.organisation_id AND o.deleted_at IS NULL`;

/** Brings the search index up to a person's row: in it as they are now, or out of it. Joins the transaction of the row. */
export function indexPerson(db: WritableDb, id: PersonId): void {
  const row = findRow<SearchableRow>(db, `${searchableQuery} WHERE p.id = ?`, id);
  if (row !== undefined) indexRow(db, row);
}

/** The same of everyone who belongs to an organisation, of which the name may have changed. */
export function indexMembers(db: WritableDb, id: OrganisationId): void {
  for (const row of all<SearchableRow>(db, `${searchableQuery} WHERE p.organisation_id = ?`, id))
    indexRow(db, row);
}

/** The same of everyone, for an index that is new: a hundred thousand people take some seconds. */
export function indexEveryone(db: WritableDb): void {
  for (const row of all<SearchableRow>(db, searchableQuery)) indexRow(db, row);
}

function indexRow(db: WritableDb, row: SearchableRow): void {
  if (row.deleted_at !== null) {
    runUnstamped(db, 'DELETE FROM person_search WHERE rowid = ?', row.row_number);
    return;
  }
  const names = takeApart(
    surnamesFirst({
      givenNames: row.given_names,
      paternalSurname: row.paternal_surname,
      maternalSurname: row.maternal_surname,
      marriedSurname: row.married_surname,
    }),
  );
  const others = [row.id_number, row.id_complement, row.phone, row.community, row.organisation_name];
  const words = [...names, ...others.flatMap((text) => takeApart(text ?? ''))];
  const parts = [
    ...names.flatMap((word) => listLaterParts(word, shortestPart)),
    ...takeApart(row.phone ?? '').flatMap((word) => listLaterParts(word, shortestDigits)),
  ];
  const sql = 'INSERT OR REPLACE INTO person_search (rowid, words, parts) VALUES (?, ?, ?)';
  runUnstamped(db, sql, row.row_number, words.join(' '), parts.join(' '));
}

/** The words of a text as the index holds them: letters and digits alone, without case and accents. */
function takeApart(text: string): string[] {
  return foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** A word from its second letter on, from its third, and so on: 'uispe', 'ispe', 'spe'. */
function listLaterParts(word: string, shortest: number): string[] {
  const letters = [...word];
  return letters.slice(1, letters.length - shortest + 1).map((_, index) => letters.slice(index + 1).join(''));
}

/**
 * What the index is asked for a typed text: every word is a part of one of the person's words, a short one its
 * beginning. Null where there is no word in it. Words go in quotes, so that nothing typed is taken for a search
 * command. One with marks or blanks between its digits is also sought without them: '703-66443', '12.336.143'.
 */
export function toSearchQuery(text: string): string | null {
  const words = text
    .replaceAll('+591', ' ')
    // What is one number is one word, however its digits are grouped.
    .replace(/(?<=\d)\s+(?=\d)/g, '-')
    .split(/[\s\p{C}]+/u)
    .map(takeApart)
    .filter((parts) => parts.length > 0);
  return words.length === 0 ? null : words.map(toSearchTerm).join(' AND ');
}

function toSearchTerm(parts: readonly string[]): string {
  const term = parts.map(quotePart).join(' AND ');
  const bare = parts.join('');
  return parts.length > 1 && /\d/.test(bare) ? `((${term}) OR ${quotePart(bare)})` : term;
}

function quotePart(part: string): string {
  const column = [...part].length < shortestPart ? 'words : ' : '';
  return `${column}"${part}"*`;
}

/**
 * At most `limit` people of whom every word of a text is a part, by surname; those first of whom each begins a word.
 * Which of more than `limit` are answered is left open: ranking them would take ten times as long.
 */
export function searchPeople(
  db: ReadableDb,
  { text, limit }: { text: string; limit: number },
): PersonSummary[] {
  const query = toSearchQuery(text);
  if (query === null) return [];
  const beginning = listFound(db, `words : (${query})`, limit);
  if (beginning.length === limit) return beginning.map(rowToPersonSummary);
  const known = new Set(beginning.map(({ id }) => id));
  const within = listFound(db, query, limit).filter(({ id }) => !known.has(id));
  return [...beginning, ...within].slice(0, limit).map(rowToPersonSummary);
}

function listFound(db: ReadableDb, query: string, limit: number): PersonSummaryRow[] {
  // The + keeps SQLite from walking through everyone by surname instead of going to the few that were found.
  return all<PersonSummaryRow>(
    db,
    `SELECT ${personSummaryColumns} FROM person p
      WHERE p.row_number IN (SELECT rowid FROM person_search WHERE person_search MATCH ? LIMIT ?)
      ORDER BY +p.sort_name, p.row_number`,
    query,
    limit,
  );
}
