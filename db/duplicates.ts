import {
  type DuplicatePair,
  duplicateKey,
  type Duplicates,
  readDuplicateKey,
  type ToldApart,
  twoPeople,
} from '../domain/duplicate.ts';
import type { PersonId } from '../domain/ids.ts';
import { compareSurest, type Identity, type Likeness, toComparedPerson } from '../domain/person-likeness.ts';
import type { PersonSummary, SimilarPerson } from '../domain/person.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { EditDistance } from '../domain/word-likeness.ts';
import { readNames, stampColumns, type StampRow } from './conflicts/done.ts';
import { listPersonSides, pickSides } from './conflicts/person-sides.ts';
import { giveWord, listWords } from './conflicts/words.ts';
import { all, getNumber, inTransaction, type ReadableDb, type Writer } from './database.ts';
import { getPeopleIndex, howFarCompared, listPairs } from './people-register.ts';
import { type PersonSummaryRow, personSummaryColumns, rowToPersonSummary } from './person-summary.ts';

interface FoundPair {
  key: string;
  ids: [PersonId, PersonId];
  likeness: Likeness;
}

/**
 * The pairs of the whole register that may be one human, as far as it was gone through (`comparePeopleOn`), the surest
 * first, without those of whom somebody said that they are two. Of all that is known alike every PC lists the same.
 */
export function listDuplicates(db: ReadableDb, limit: number): Duplicates {
  const found = withoutWords(
    db,
    listPairs(db).map((pair) => ({ ...pair, key: duplicateKey(pair.ids) })),
  );
  return { looked: howFarCompared(db), count: found.length, pairs: describe(db, found.slice(0, limit)) };
}

/** The pairs one person is in. */
export function listDuplicatesOf(db: ReadableDb, id: PersonId, editDistance: EditDistance): Duplicates {
  const index = getPeopleIndex(db, editDistance);
  const person = index.find(id);
  const like = person === undefined ? [] : index.findLike(person, (other) => other !== id);
  const pairs = like.map(({ key, ...likeness }): FoundPair => {
    const ids: FoundPair['ids'] = key < id ? [key, id] : [id, key];
    return { ids, likeness, key: duplicateKey(ids) };
  });
  const found = withoutWords(db, pairs);
  const total = index.size;
  return { looked: { done: total, total }, count: found.length, pairs: describe(db, found) };
}

function withoutWords(db: ReadableDb, pairs: readonly FoundPair[]): FoundPair[] {
  const words = listWords(db);
  return pairs
    .filter(({ key }) => !words.has(key))
    .toSorted((a, b) => compareSurest(a.likeness, b.likeness) || (a.key < b.key ? -1 : 1));
}

function describe(db: ReadableDb, found: readonly FoundPair[]): DuplicatePair[] {
  const sides = listPersonSides(
    db,
    found.flatMap(({ ids }) => ids),
  );
  return found.map(({ key, ids, likeness }) => ({ key, ...likeness, people: pickSides(sides, ids) }));
}

/** More would help nobody: whoever types looks at a few. */
const mostSimilar = 10;

/** Who is stored already and may be the human of a draft, the surest first. */
export function listSimilarPeople(
  db: ReadableDb,
  draft: Identity,
  editDistance: EditDistance,
): SimilarPerson[] {
  const found = getPeopleIndex(db, editDistance).findLike(toComparedPerson(draft)).slice(0, mostSimilar);
  const summaries = listSummaries(
    db,
    found.map(({ key }) => key),
  );
  return found.flatMap(({ key, ...likeness }) => {
    const person = summaries.get(key);
    return person === undefined ? [] : [{ ...likeness, person }];
  });
}

/** The lines about people who are there, by id. */
export function listSummaries(db: ReadableDb, ids: readonly PersonId[]): Map<PersonId, PersonSummary> {
  const rows = all<PersonSummaryRow>(
    db,
    `SELECT ${personSummaryColumns} FROM person p WHERE p.id IN (SELECT value FROM json_each(?)) AND p.deleted_at IS NULL`,
    JSON.stringify(ids),
  );
  return new Map(rows.map((row) => [row.id, rowToPersonSummary(row)]));
}

/**
 * Records somebody's word that two records are two people: the pair is not listed again, here or on any PC that hears
 * of it, until the word is taken back. Refuses NOT_FOUND where either is gone.
 */
export function tellPeopleApart(
  writer: Writer,
  ids: readonly [PersonId, PersonId],
): { words: string[] } | Refusal<'NOT_FOUND'> {
  return inTransaction(writer.db, () => {
    const sql = `SELECT count(*) FROM person WHERE id IN (?, ?) AND deleted_at IS NULL`;
    if (getNumber(writer.db, sql, ...ids) < 2) return refuse('NOT_FOUND');
    const words = [duplicateKey(ids)];
    giveWord(writer, words, twoPeople);
    return { words };
  });
}

/** So many words are shown; older ones can still be taken back by what they were given for. */
const mostToldApart = 200;

/** The pairs of which somebody said that they are two people, the last first, where both are still there. */
export function listToldApart(db: ReadableDb): ToldApart[] {
  const rows = all<StampRow & { conflict_key: string }>(
    db,
    `SELECT r.conflict_key, ${stampColumns('r')} FROM resolution r
     WHERE r.choice = ? AND r.deleted_at IS NULL ORDER BY r.changed_at DESC, r.conflict_key LIMIT ?`,
    twoPeople,
    mostToldApart,
  );
  const names = readNames(db);
  const idsOf = rows.map((row) => readDuplicateKey(row.conflict_key) ?? []);
  const summaries = listSummaries(db, idsOf.flat());
  return rows.flatMap((row, index) => {
    const people = (idsOf[index] ?? []).flatMap((id) => summaries.get(id) ?? []);
    return people.length < 2 ? [] : [{ key: row.conflict_key, people, done: names.changed(row) }];
  });
}
