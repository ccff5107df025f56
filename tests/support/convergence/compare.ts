import assert from 'node:assert/strict';
import { type ChangeEntry, compareEntries } from '../../../domain/change-log.ts';
import { nameSortKey, nameWordsKey } from '../../../domain/person-name.ts';
import { foldText, spanishSortKey } from '../../../domain/text.ts';
import { all, type ReadableDb, type WritableDb } from '../../../db/database.ts';
import { checkLog, digestLog } from '../../../db/change-log/check.ts';
import { listHeads } from '../../../db/change-log/heads.ts';
import { listDeviceEntries } from '../../../db/change-log/log-entries.ts';
import { readTravellingTables, type TravellingTable } from '../../../db/change-log/travelling-tables.ts';
import { countWaitingRows } from '../../../db/change-log/waiting-rows.ts';
import { isLie, isUnborn } from './lies.ts';
import { foldPlainly } from './plain-fold.ts';
import { indexAnew } from './reusable.ts';

type Row = Record<string, unknown>;

/** Every entry of a log, device by device. */
export function listEntries(db: ReadableDb): ChangeEntry[] {
  return listHeads(db).flatMap(({ device }) => listDeviceEntries(db, device, { after: 0, limit: 1_000_000 }));
}

/** Both hold the same entries of each device, the same comes of them, and the tables of `other` agree with that. */
export function expectSameLogs(one: ReadableDb, other: ReadableDb): void {
  assert.deepEqual(listHeads(other), listHeads(one), 'the heads differ');
  assert.equal(digestLog(other), digestLog(one), 'the digests differ');
  expectSound(other);
}

/** Every entry of a log as text. A whole number may be written as 2 or as 2.0. */
export function readLog(db: ReadableDb): string {
  const rows = all<{ line: string }>(
    db,
    `SELECT concat_ws(' ', d.id, l.sequence, l.action, l.clock, l.made_at, a.id, t.name, l.row_key, l.is_created) || ' ' ||
       (SELECT group_concat(key || ' ' || iif(type IN ('integer', 'real'), value + 0.0, json_quote(value)), ' ' ORDER BY key) FROM json_each(l.delta)) AS line
     FROM change_log l JOIN log_device d ON d.number = l.device JOIN log_author a ON a.number = l.made_by
       JOIN log_table t ON t.number = l.table_number ORDER BY d.id, l.sequence`,
  );
  return rows.map(({ line }) => line).join('\n');
}

/** Tables and log of a PC agree. */
export function expectSound(db: ReadableDb): void {
  assert.deepEqual(checkLog(db).problems, []);
}

/** Every row of every travelling table of `one` is in `other`, as far as `one` knows its columns, and no more. */
export function expectSameRows(one: ReadableDb, other: ReadableDb): void {
  for (const table of readTravellingTables(one.handle).values()) {
    const columns = listColumns(one, table);
    assert.equal(readText(other, table, columns), readText(one, table, columns), `${table.name} differs`);
  }
}

/** Nothing waits but what somebody lied about last, and every row of every table is what the plain fold of its entries says. */
export function expectFolded(db: ReadableDb): void {
  const entries = listEntries(db);
  assert.equal(countWaitingRows(db), countLiedAbout(entries), 'rows wait though everything has arrived');
  const born = entries.filter(({ key }) => !isUnborn(key));
  const entriesByTable = Map.groupBy(born, ({ table }) => table);
  const tables = readTravellingTables(db.handle);
  for (const name of entriesByTable.keys()) assert.ok(tables.has(name), `${name} is unknown`);
  for (const table of tables.values()) {
    const entriesByKey = Map.groupBy(entriesByTable.get(table.name) ?? [], ({ key }) => key);
    const stored = all<Row>(db, `SELECT * FROM ${table.name}`);
    assert.equal(stored.length, entriesByKey.size, `${table.name} has not as many rows as the log`);
    for (const row of stored) expectRow(table, row, entriesByKey.get(keyOf(table, row)) ?? []);
  }
}

/** Rows of which a column's last value is a lie, or all of which is. */
function countLiedAbout(entries: readonly ChangeEntry[]): number {
  const rows = Map.groupBy(entries, ({ table, key }) => `${table} ${key}`);
  return [...rows.values()].filter((ofRow) => {
    const ordered = ofRow.toSorted(compareEntries);
    const columns = new Set(ordered.flatMap(({ delta }) => Object.keys(delta)));
    const last = (column: string) => ordered.findLast(({ delta }) => column in delta)?.delta[column] ?? null;
    return ofRow.some(({ key }) => isUnborn(key)) || [...columns].some((column) => isLie(last(column)));
  }).length;
}

function keyOf({ key }: TravellingTable, row: Row): string {
  const parts = key.map(({ name }) => row[name]);
  return parts.length === 1 ? String(parts[0]) : JSON.stringify(parts);
}

const defaults: Row = { trust: 3 };

function expectRow(table: TravellingTable, row: Row, entries: readonly ChangeEntry[]): void {
  const folded = foldPlainly(entries);
  assert.ok(folded !== null, `${table.name} ${keyOf(table, row)} was never created`);
  const keys = new Set([...table.key.map(({ name }) => name), 'row_number']);
  const found = Object.entries(row).filter(([column]) => !keys.has(column));
  const computed = compute(table.name, row);
  const erased =
    (folded.get('erased_at') ?? null) === null
      ? {}
      : whatErasedRowsHold(table.name, folded.get('kept_birth_date'));
  for (const [column, value] of found) {
    const isErased = Object.hasOwn(erased, column);
    const wanted: unknown = isErased
      ? erased[column]
      : (computed[column] ?? folded.get(column) ?? defaults[column] ?? null);
    const said = value instanceof Uint8Array ? Buffer.from(value).toString('hex').toUpperCase() : value;
    assert.equal(said, wanted, `${table.name} ${keyOf(table, row)}: ${column}`);
  }
}

/** Written out, so that it is not the rule itself that says whether it was followed. */
function whatErasedRowsHold(table: string, keptBirthDate: unknown): Record<string, unknown> {
  if (table === 'enrolment') return { withdrawn_reason: null };
  if (table === 'enterprise') return { name: null, trade: null, nit: null, registration: null };
  if (table === 'accreditation_word') return { reason: null };
  if (table === 'observation') return { remarks: null };
  return {
    given_names: 'Persona',
    paternal_surname: 'anonimizada',
    maternal_surname: null,
    married_surname: null,
    id_number: null,
    id_complement: null,
    id_issued_in: null,
    birth_date: keptBirthDate ?? null,
    phone: null,
    email: null,
    organisation_id: null,
    languages: null,
    notes: null,
    has_consented: 0,
    consented_on: null,
    consent_means: null,
  };
}

function compute(table: string, row: Row): Row {
  const word = (column: string) => (typeof row[column] === 'string' ? row[column] : null);
  if (table === 'organisation') return { name_folded: foldText(word('name') ?? '') };
  if (table !== 'person') return {};
  const name = {
    givenNames: word('given_names') ?? '',
    paternalSurname: word('paternal_surname'),
    maternalSurname: word('maternal_surname'),
    marriedSurname: word('married_surname'),
  };
  const community = word('community');
  return {
    sort_name: nameSortKey(name),
    folded_name: nameWordsKey(name),
    sort_community: community === null ? null : spanishSortKey(community),
  };
}

function listColumns(db: ReadableDb, { name }: TravellingTable): string[] {
  const infos = all<{ name: string }>(db, `SELECT name FROM pragma_table_info('${name}')`);
  return infos.map((info) => info.name).filter((column) => column !== 'row_number');
}

function readText(db: ReadableDb, { name, key }: TravellingTable, columns: readonly string[]): string {
  const order = key.map((column) => column.name).join(', ');
  return all(db, `SELECT ${columns.join(', ')} FROM ${name} ORDER BY ${order}`)
    .map((row) => JSON.stringify(Object.values(row)))
    .join('\n');
}

/** The search finds what it would find if it were made anew from the people. Leaves it made anew. */
export function expectSearchable(db: WritableDb): void {
  db.handle.exec(
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_words USING fts5vocab('main', 'person_search', 'instance')",
  );
  const words = () => JSON.stringify(all(db, 'SELECT term, doc, col FROM search_words ORDER BY 1, 2, 3'));
  const found = words();
  indexAnew(db);
  assert.ok(found === words(), 'the search index differs');
}
