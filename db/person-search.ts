import { surnamesFirst } from '../domain/person-name.ts';
import type { PersonDraft, PersonSummary } from '../domain/person.ts';
import { all, type ReadableDb, runUnstamped, type WritableDb } from './database.ts';
import { type PersonSummaryRow, personSummaryColumns, rowToPersonSummary } from './person-summary.ts';

/** What of a person can be found by its words. */
type Searchable = Pick<
  PersonDraft,
  | 'givenNames'
  | 'paternalSurname'
  | 'maternalSurname'
  | 'marriedSurname'
  | 'idNumber'
  | 'idComplement'
  | 'phone'
>;

/** Puts a person into the search index, or what changed of them. Joins the transaction of the person's row. */
export function indexPerson(db: WritableDb, rowNumber: number, person: Searchable): void {
  const { idNumber, idComplement, phone } = person;
  const words = [surnamesFirst(person), idNumber, idComplement, phone].filter((word) => word !== null);
  runUnstamped(
    db,
    'INSERT OR REPLACE INTO person_search (rowid, words) VALUES (?, ?)',
    rowNumber,
    words.join(' '),
  );
}

/** Takes a person out of the search index. */
export function unindexPerson(db: WritableDb, rowNumber: number): void {
  runUnstamped(db, 'DELETE FROM person_search WHERE rowid = ?', rowNumber);
}

/**
 * What the index is asked for a typed text: every word is the beginning of one of the person's words. Null
 * where there is no word in it. Words go in quotes, so that nothing typed is taken for a search command. A word with
 * marks between its digits is also sought without them: '703-66443', '12.336.143'.
 */
export function toSearchQuery(text: string): string | null {
  const words = text
    .replaceAll('+591', ' ')
    .split(/[\s\p{C}]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.length === 0 ? null : words.map(toSearchTerm).join(' AND ');
}

function toSearchTerm(word: string): string {
  const term = quotePrefix(word);
  const bare = word.replace(/[^\p{L}\p{N}]/gu, '');
  return /\d/.test(word) && bare !== word ? `(${term} OR ${quotePrefix(bare)})` : term;
}

function quotePrefix(word: string): string {
  return `"${word.replaceAll('"', '""')}"*`;
}

/**
 * At most `limit` people whose names, identity number or phone begin with every word of a text, by surname. Which
 * of more than `limit` are answered is left open: ranking them would take ten times as long.
 */
export function searchPeople(
  db: ReadableDb,
  { text, limit }: { text: string; limit: number },
): PersonSummary[] {
  const query = toSearchQuery(text);
  if (query === null) return [];
  // The + keeps SQLite from walking through everyone by surname instead of going to the few that were found.
  const rows = all<PersonSummaryRow>(
    db,
    `SELECT ${personSummaryColumns} FROM person p
      WHERE p.row_number IN (SELECT rowid FROM person_search WHERE words MATCH ? LIMIT ?)
      ORDER BY +p.sort_name, p.row_number`,
    query,
    limit,
  );
  return rows.map(rowToPersonSummary);
}
