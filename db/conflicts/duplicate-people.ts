import { conflictKey, type ConflictOf } from '../../domain/conflict.ts';
import type { PersonId } from '../../domain/ids.ts';
import {
  createPeopleIndex,
  findMatch,
  type EditDistance,
  type MatchablePerson,
} from '../../domain/person-matching.ts';
import { findSimilarity, type SimilarReason, similarReasons } from '../../domain/similar-person.ts';
import { all, type ReadableDb } from '../database.ts';
import type { ConflictFinder } from './conflict-finder.ts';
import { listPersonSides, pickSides } from './person-sides.ts';
import { listWords } from './words.ts';

interface Candidate extends MatchablePerson {
  id: PersonId;
  createdOn: string;
  changedOn: string;
  importId: string | null;
}

interface FoundPair {
  key: string;
  reason: SimilarReason;
  ids: [PersonId, PersonId];
}

/** A name, date or phone that more people than this share says nothing: the office's own number, 1 January. */
const mostSharing = 50;

/**
 * Pairs of people who may be one human, of those that did not come about under one pair of eyes: made on different
 * PCs or by different lists, or last changed on different ones. What was typed on one PC was asked about there.
 */
export const duplicatePeople: ConflictFinder<FoundPair, ConflictOf<'duplicatePeople'>> = {
  kind: 'duplicatePeople',
  reads: ['person', 'resolution'],
  find: (db, { editDistance }) => findPairs(db, editDistance),
  describe: (db, found) => {
    const sides = listPersonSides(
      db,
      found.flatMap(({ ids }) => ids),
    );
    return found.map(({ key, reason, ids }) => ({
      kind: 'duplicatePeople',
      key,
      choices: ['merge', 'twoPeople'],
      reason,
      people: pickSides(sides, ids),
    }));
  },
};

function findPairs(db: ReadableDb, editDistance: EditDistance): FoundPair[] {
  const groups = sharedValues.flatMap(({ value, most }) => listGroups(db, value, most));
  const personById = listCandidates(db, groups);
  const words = listWords(db);
  const pairs = new Map<string, FoundPair>();
  for (const [a, b] of groups.flatMap(listPairs)) {
    const key = conflictKey('duplicatePeople', [a, b]);
    const [first, second] = [personById.get(a), personById.get(b)];
    if (first === undefined || second === undefined || pairs.has(key) || words.has(key)) continue;
    const reason = areApart(first, second) ? findReason(first, second, editDistance) : null;
    if (reason !== null) pairs.set(key, { key, reason, ids: [a, b] });
  }
  return [...pairs.values()].toSorted(
    (a, b) => similarReasons.indexOf(a.reason) - similarReasons.indexOf(b.reason) || (a.key < b.key ? -1 : 1),
  );
}

/** What two people must share to be compared at all, and how many may share it. */
const sharedValues: readonly { value: string; most: number }[] = [
  { value: 'id_number', most: mostSharing },
  { value: 'folded_name', most: 4 * mostSharing },
  { value: 'phone', most: mostSharing },
  { value: 'birth_date || substr(sort_name, 1, 1)', most: mostSharing },
];

/** The ids of those who share a value, in their order, where they did not all come about on one PC by one list. */
function listGroups(db: ReadableDb, value: string, most: number): PersonId[][] {
  const rows = all<{ ids: string }>(
    db,
    `SELECT group_concat(id, ' ') AS ids FROM person WHERE deleted_at IS NULL AND ${value} IS NOT NULL
     GROUP BY ${value} HAVING count(*) BETWEEN 2 AND ? AND (min(created_on) <> max(created_on)
       OR min(changed_on) <> max(changed_on) OR min(coalesce(import_id, '')) <> max(coalesce(import_id, '')))`,
    most,
  );
  return rows.map(({ ids }) => ids.split(' ').toSorted() as PersonId[]);
}

/** In the order of ids, so that every PC asks the same question of each pair. */
function listPairs(ids: readonly PersonId[]): [PersonId, PersonId][] {
  return ids.flatMap((a, index) => ids.slice(index + 1).map((b): [PersonId, PersonId] => [a, b]));
}

function areApart(a: Candidate, b: Candidate): boolean {
  return a.createdOn !== b.createdOn || a.importId !== b.importId || a.changedOn !== b.changedOn;
}

function findReason(a: Candidate, b: Candidate, editDistance: EditDistance): SimilarReason | null {
  const alike = () => findMatch(a, createPeopleIndex([{ key: b.id, person: b }]), editDistance);
  return findSimilarity(a, b) ?? alike()?.reason ?? null;
}

function listCandidates(db: ReadableDb, groups: readonly PersonId[][]): Map<PersonId, Candidate> {
  const rows = all<Candidate>(
    db,
    `SELECT id, given_names AS givenNames, paternal_surname AS paternalSurname, maternal_surname AS maternalSurname,
       married_surname AS marriedSurname, id_number AS idNumber, id_complement AS idComplement, sex,
       birth_date AS birthDate, phone, created_on AS createdOn, changed_on AS changedOn, import_id AS importId
     FROM person WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify([...new Set(groups.flat())]),
  );
  return new Map(rows.map((row) => [row.id, row]));
}
