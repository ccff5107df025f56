import type BetterSqlite3 from 'better-sqlite3';
import type { LoggedValue } from '../../domain/change-log.ts';
import { findValueSchema } from '../../domain/row-values.ts';

/** A column whose values travel, as the schema declares it. */
export interface TravellingColumn {
  readonly name: string;
  readonly type: 'TEXT' | 'INTEGER' | 'REAL' | 'BLOB';
  readonly isRequired: boolean;
  /** Whether a value may stand in the table of this version; any other stays in the log, for a later one. */
  readonly admits: (value: LoggedValue) => boolean;
}

/** A table whose rows travel from device to device. */
export interface TravellingTable {
  readonly name: string;
  /** One column, or several where the row is one fact with a natural key. */
  readonly key: readonly TravellingColumn[];
  /** What an entry may say: neither key, nor stamps other than the deletion, nor what each device computes itself. */
  readonly columns: ReadonlyMap<string, TravellingColumn>;
  /** The names of all others, which no entry may speak of. */
  readonly reservedColumns: ReadonlySet<string>;
  readonly parents: readonly TravellingParent[];
  /** Whether the key is the fact itself, so that two devices may make the same row; an id is made only once. */
  readonly hasNaturalKey: boolean;
}

/** What of a table points to a row of another one (or of its own). */
export interface TravellingParent {
  readonly table: string;
  /** The columns that point there, in the order of the key they point to. */
  readonly columns: readonly string[];
  readonly keyColumns: readonly string[];
  /** Those of them that entries may speak of: not what belongs to the row's own key. */
  readonly ownColumns: readonly string[];
}

/** Follows from other columns (or numbers rows here only), so each device computes it after a merge. */
const computedColumns: Readonly<Record<string, readonly string[]>> = {
  person: ['row_number', 'sort_name', 'folded_name', 'sort_community'],
  organisation: ['name_folded'],
};

/** Who, when and on which device: an entry carries them once, beside its values. */
const stampColumns = ['created_at', 'created_by', 'created_on', 'changed_at', 'changed_by', 'changed_on'];

interface ColumnInfo {
  table: string;
  name: string;
  type: string;
  notnull: number;
  pk: number;
}

/**
 * The tables of a database that travel: those that carry the stamps. What a device keeps for itself has none.
 * Throws where a stamped table has a column of a type that entries cannot carry.
 */
export function readTravellingTables(handle: BetterSqlite3.Database): ReadonlyMap<string, TravellingTable> {
  const schema = handle.pragma('schema_version', { simple: true });
  const known = tablesByHandle.get(handle);
  if (known !== undefined && known.schema === schema) return known.tables;
  const tables = readSchema(handle);
  tablesByHandle.set(handle, { schema, tables });
  return tables;
}

/** Reading the schema takes as long as merging fifty entries, so it is done once a connection and schema. */
const tablesByHandle = new WeakMap<
  BetterSqlite3.Database,
  { schema: unknown; tables: ReadonlyMap<string, TravellingTable> }
>();

function readSchema(handle: BetterSqlite3.Database): Map<string, TravellingTable> {
  const columns = handle
    .prepare<[], ColumnInfo>(
      `SELECT m.name AS "table", c.* FROM sqlite_schema m JOIN pragma_table_info(m.name) c
       WHERE m.type = 'table' AND m.sql LIKE '%changed_on%' ORDER BY m.name, c.cid`,
    )
    .all();
  const foreignKeys = handle
    .prepare<[], ForeignKeyInfo>(
      `SELECT m.name AS owner, f.* FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f
       WHERE m.type = 'table' AND m.sql LIKE '%changed_on%' ORDER BY m.name, f.id, f.seq`,
    )
    .all();
  const foreignKeysByTable = Map.groupBy(foreignKeys, ({ owner }) => owner);
  const tables = new Map(
    [...Map.groupBy(columns, ({ table }) => table)].map(([name, infos]) => [
      name,
      readTable(name, infos, foreignKeys),
    ]),
  );
  return new Map(
    [...tables].map(([name, table]) => [
      name,
      { ...table, parents: readParents(table, foreignKeysByTable.get(name) ?? [], tables) },
    ]),
  );
}

interface ForeignKeyInfo {
  owner: string;
  id: number;
  seq: number;
  table: string;
  from: string;
  to: string | null;
}

type TableItself = Omit<TravellingTable, 'parents'>;

function readTable(
  name: string,
  infos: readonly ColumnInfo[],
  foreignKeys: readonly ForeignKeyInfo[],
): TableItself {
  const computed = computedColumns[name] ?? [];
  const keyNames = computed.includes('row_number')
    ? ['id']
    : infos
        .filter(({ pk }) => pk > 0)
        .toSorted((a, b) => a.pk - b.pk)
        .map((info) => info.name);
  const columnByName = new Map(
    infos.map((info) => [info.name, toColumn(info, findAdmission(name, info, foreignKeys))]),
  );
  const key = keyNames.map((column) => requireColumn(columnByName, column));
  const reservedColumns = new Set([...keyNames, ...stampColumns, ...computed]);
  const left = infos.filter((info) => !reservedColumns.has(info.name));
  return {
    name,
    key,
    columns: new Map(left.map((info) => [info.name, requireColumn(columnByName, info.name)])),
    reservedColumns,
    hasNaturalKey: keyNames.join() !== 'id',
  };
}

/** Throws where a foreign key points to anything but the key by which entries name a row. */
function readParents(
  { name, columns: sayable }: TableItself,
  foreignKeys: readonly ForeignKeyInfo[],
  tables: ReadonlyMap<string, TableItself>,
): TravellingParent[] {
  return [...Map.groupBy(foreignKeys, ({ id }) => id).values()].map((parts) => {
    const table = parts[0]?.table ?? '';
    const keyColumns = (tables.get(table)?.key ?? []).map((column) => column.name);
    const columns = keyColumns.map(
      (column, index) => parts.find(({ seq, to }) => (to === null ? seq === index : to === column))?.from,
    );
    if (columns.length !== parts.length || !columns.every((column) => column !== undefined)) {
      throw new Error(`${name} points to ${table} by something else than its key`);
    }
    return { table, columns, keyColumns, ownColumns: columns.filter((column) => sayable.has(column)) };
  });
}

function toColumn(
  { table, name, type, notnull }: ColumnInfo,
  admits: TravellingColumn['admits'],
): TravellingColumn {
  if (type !== 'TEXT' && type !== 'INTEGER' && type !== 'REAL' && type !== 'BLOB') {
    throw new Error(`${table}.${name} is ${type}, which entries cannot carry`);
  }
  return { name, type, isRequired: notnull === 1, admits };
}

/** By the column's own line, or where it points to a row, by that of the row's key. Without either, anything is. */
function findAdmission(
  table: string,
  { name, notnull }: Pick<ColumnInfo, 'name' | 'notnull'>,
  foreignKeys: readonly ForeignKeyInfo[],
): TravellingColumn['admits'] {
  const pointer = foreignKeys.find(({ owner, from }) => owner === table && from === name);
  const schema =
    findValueSchema(table, name) ??
    (pointer?.to === undefined || pointer.to === null ? null : findValueSchema(pointer.table, pointer.to));
  return (value) => (value === null ? notnull === 0 : schema === null || schema.safeParse(value).success);
}

function requireColumn(columnByName: ReadonlyMap<string, TravellingColumn>, name: string): TravellingColumn {
  const column = columnByName.get(name);
  if (column === undefined) throw new Error(`no column ${name}`);
  return column;
}

/** The table whose ids a column holds, or null. */
export function findParentOf({ parents }: TravellingTable, column: string): string | null {
  return parents.find(({ columns }) => columns.length === 1 && columns[0] === column)?.table ?? null;
}
