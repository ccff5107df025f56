import type BetterSqlite3 from 'better-sqlite3';

/** A column whose values travel, as the schema declares it. */
export interface TravellingColumn {
  readonly name: string;
  readonly type: 'TEXT' | 'INTEGER' | 'REAL' | 'BLOB';
  readonly isRequired: boolean;
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
  /** The columns that point to a row of another travelling table (or of this one). */
  readonly parents: readonly { column: string; table: string }[];
}

/** Follows from other columns (or numbers rows here only), so each device computes it after a merge. */
const computedColumns: Readonly<Record<string, readonly string[]>> = {
  person: ['row_number', 'sort_name', 'folded_name', 'sort_community'],
  organisation: ['name_folded'],
};

/** Who, when and on which device: an entry carries them once, beside its values. */
const stampColumns = ['created_at', 'created_by', 'created_on', 'changed_at', 'changed_by', 'changed_on'];

interface ColumnInfo {
  name: string;
  type: string;
  notnull: number;
  pk: number;
}

/**
 * The tables of a database that travel: those that carry the stamps. What a device keeps for itself has none.
 * Throws where a stamped table has a column of a type that entries cannot carry.
 */
export function readTravellingTables(handle: BetterSqlite3.Database): Map<string, TravellingTable> {
  const names = handle
    .prepare<[], { name: string }>(
      `SELECT m.name FROM sqlite_schema m WHERE m.type = 'table'
       AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) WHERE name = 'changed_on') ORDER BY m.name`,
    )
    .all();
  return new Map(names.map(({ name }) => [name, readTable(handle, name)]));
}

function readTable(handle: BetterSqlite3.Database, name: string): TravellingTable {
  const infos = handle.prepare<[string], ColumnInfo>('SELECT * FROM pragma_table_info(?)').all(name);
  const computed = computedColumns[name] ?? [];
  const keyNames = computed.includes('row_number')
    ? ['id']
    : infos
        .filter(({ pk }) => pk > 0)
        .toSorted((a, b) => a.pk - b.pk)
        .map((info) => info.name);
  const columnByName = new Map(infos.map((info) => [info.name, toColumn(name, info)]));
  const key = keyNames.map((column) => requireColumn(columnByName, column));
  const reservedColumns = new Set([...keyNames, ...stampColumns, ...computed]);
  const left = infos.filter((info) => !reservedColumns.has(info.name));
  const parents = handle
    .prepare<[string], { column: string; table: string }>(
      'SELECT "from" AS "column", "table" FROM pragma_foreign_key_list(?)',
    )
    .all(name);
  return {
    name,
    key,
    columns: new Map(left.map((info) => [info.name, requireColumn(columnByName, info.name)])),
    reservedColumns,
    parents,
  };
}

function toColumn(table: string, { name, type, notnull }: ColumnInfo): TravellingColumn {
  if (type !== 'TEXT' && type !== 'INTEGER' && type !== 'REAL' && type !== 'BLOB') {
    throw new Error(`${table}.${name} is ${type}, which entries cannot carry`);
  }
  return { name, type, isRequired: notnull === 1 };
}

function requireColumn(columnByName: ReadonlyMap<string, TravellingColumn>, name: string): TravellingColumn {
  const column = columnByName.get(name);
  if (column === undefined) throw new Error(`no column ${name}`);
  return column;
}
