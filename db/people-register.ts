import type { PersonId } from '../domain/ids.ts';
import { createPeopleIndex, type PeopleIndex } from '../domain/people-index.ts';
import { type Identity, type Likeness, toComparedPerson } from '../domain/person-likeness.ts';
import type { EditDistance } from '../domain/word-likeness.ts';
import { createLogWatch, type LogWatch, type NewEntry, takeNewEntries } from './change-log/log-watch.ts';
import { all, type ReadableDb } from './database.ts';

/**
 * Everyone of a database in memory, to find who may be the same human, and the pairs found so far. It follows the log,
 * so that only who was written since is looked at again. It holds no more than the tables say: where it is lost it is
 * made anew (20,000 people: half a second).
 */
interface Register {
  readonly watch: LogWatch;
  readonly index: PeopleIndex<PersonId>;
  /** The row number up to which everyone was read; null: everyone was. */
  readUpTo: number | null;
  /** Who was written since and has to be read again. */
  readonly toRead: Set<PersonId>;
  /** Who has to be compared with all others, or with all but those who are still to be. */
  readonly toCompare: Set<PersonId>;
  /** Each pair under both of its people. */
  readonly likenessOf: Map<PersonId, Map<PersonId, Likeness>>;
}

const registerByDatabase = new WeakMap<ReadableDb['handle'], Register>();

/** So many people are read, or compared, before whoever asked is let go. */
const mostAtOnce = { read: 500, compare: 25 };

/**
 * Takes a step towards having everyone of a database in memory as the tables have them; false where nothing was left
 * to do. Throws within a transaction, since what it writes may be taken back.
 */
export function readPeopleOn(db: ReadableDb, editDistance: EditDistance): boolean {
  if (db.handle.inTransaction) throw new Error('the register does not look into a transaction');
  const register = registerByDatabase.get(db.handle);
  if (register === undefined) return begin(db, editDistance);
  if (register.readUpTo !== null) return readMore(db, register);
  const entries = takeNewEntries(db, register.watch);
  if (entries === null) return begin(db, editDistance);
  for (const id of listWritten(db, entries)) register.toRead.add(id);
  return readAgain(db, register);
}

/** The people of a database, read whole; at once where `readPeopleOn` was called until there was nothing to do. */
export function getPeopleIndex(db: ReadableDb, editDistance: EditDistance): PeopleIndex<PersonId> {
  while (readPeopleOn(db, editDistance));
  return requireRegister(db).index;
}

/** Takes a step towards knowing all pairs; false where nothing was left to do. */
export function comparePeopleOn(db: ReadableDb, editDistance: EditDistance): boolean {
  if (readPeopleOn(db, editDistance)) return true;
  const register = requireRegister(db);
  for (const id of register.index.takeUnsettled()) register.toCompare.add(id);
  for (const id of [...register.toCompare].slice(0, mostAtOnce.compare)) compare(register, id);
  return register.toCompare.size > 0;
}

/** How many people were compared with all others, of how many. */
export function howFarCompared(db: ReadableDb): { done: number; total: number } {
  const { index, toCompare, readUpTo } = requireRegister(db);
  const total = index.size;
  return { done: readUpTo === null ? total - toCompare.size : 0, total };
}

/** The pairs found so far, each once, the smaller id first. */
export function listPairs(db: ReadableDb): { ids: [PersonId, PersonId]; likeness: Likeness }[] {
  return [...requireRegister(db).likenessOf].flatMap(([id, others]) =>
    [...others].flatMap(([other, likeness]) => (id < other ? [{ ids: [id, other], likeness }] : [])),
  );
}

function requireRegister(db: ReadableDb): Register {
  const register = registerByDatabase.get(db.handle);
  if (register === undefined) throw new Error('the people were not read');
  return register;
}

function begin(db: ReadableDb, editDistance: EditDistance): true {
  const watch = createLogWatch();
  takeNewEntries(db, watch);
  registerByDatabase.set(db.handle, {
    watch,
    index: createPeopleIndex(editDistance),
    readUpTo: 0,
    toRead: new Set(),
    toCompare: new Set(),
    likenessOf: new Map(),
  });
  return true;
}

interface IdentityRow extends Identity {
  id: PersonId;
  rowNumber: number;
}

const identityQuery = `SELECT p.id, p.row_number AS rowNumber, p.given_names AS givenNames,
    p.paternal_surname AS paternalSurname, p.maternal_surname AS maternalSurname,
    p.married_surname AS marriedSurname, p.id_number AS idNumber, p.id_complement AS idComplement, p.sex,
    p.birth_date AS birthDate, p.phone, p.community, o.name AS organisationName
  FROM person p LEFT JOIN organisation o ON o.id = p.organisation_id AND o.deleted_at IS NULL
  WHERE p.deleted_at IS NULL AND p.erased_at IS NULL AND`;

function readMore(db: ReadableDb, register: Register): boolean {
  const rows = all<IdentityRow>(
    db,
    `${identityQuery} p.row_number > ? ORDER BY p.row_number LIMIT ?`,
    register.readUpTo,
    mostAtOnce.read,
  );
  for (const row of rows) register.index.put(row.id, toComparedPerson(row));
  register.readUpTo = rows.at(-1)?.rowNumber ?? null;
  return true;
}

/** The people of whom a row was written: their own, or that of their organisation. */
function listWritten(db: ReadableDb, entries: readonly NewEntry[]): PersonId[] {
  const keysOf = (table: string) =>
    entries.filter(({ table_name }) => table_name === table).map(({ row_key }) => row_key);
  const organisations = keysOf('organisation');
  const members =
    organisations.length === 0
      ? []
      : all<{ id: PersonId }>(
          db,
          'SELECT id FROM person WHERE organisation_id IN (SELECT value FROM json_each(?))',
          JSON.stringify(organisations),
        );
  return [...keysOf('person').map((key) => key as PersonId), ...members.map(({ id }) => id)];
}

function readAgain(db: ReadableDb, { index, toRead, toCompare, likenessOf }: Register): boolean {
  const ids = [...toRead].slice(0, mostAtOnce.read);
  if (ids.length === 0) return false;
  const rows = all<IdentityRow>(
    db,
    `${identityQuery} p.id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
  const rowById = new Map(rows.map((row) => [row.id, row]));
  for (const id of ids) {
    const row = rowById.get(id);
    toRead.delete(id);
    forgetPairs(likenessOf, id);
    if (row !== undefined) index.put(id, toComparedPerson(row));
    else {
      index.remove(id);
      toCompare.delete(id);
    }
  }
  return true;
}

function compare({ index, toCompare, likenessOf }: Register, id: PersonId): void {
  toCompare.delete(id);
  forgetPairs(likenessOf, id);
  const person = index.find(id);
  if (person === undefined) return;
  const found = index.findLike(person, (other) => other !== id && !toCompare.has(other));
  for (const { key, ...likeness } of found) {
    keepPair(likenessOf, id, key, likeness);
    keepPair(likenessOf, key, id, likeness);
  }
}

function keepPair(
  likenessOf: Register['likenessOf'],
  id: PersonId,
  other: PersonId,
  likeness: Likeness,
): void {
  const others = likenessOf.get(id);
  if (others === undefined) likenessOf.set(id, new Map([[other, likeness]]));
  else others.set(other, likeness);
}

function forgetPairs(likenessOf: Register['likenessOf'], id: PersonId): void {
  for (const other of likenessOf.get(id)?.keys() ?? []) likenessOf.get(other)?.delete(id);
  likenessOf.delete(id);
}
