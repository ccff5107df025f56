import type { ChangeEntry, Delta, LoggedValue } from '../../domain/change-log.ts';
import type { TravellingColumn, TravellingTable } from './travelling-tables.ts';

const maxKeyLength = 300;
const maxColumns = 200;
const tableName = /^[a-z][a-z_]{0,62}$/;
const columnName = /^[a-z][a-z0-9_]{0,62}$/;
const deviceId = /^[0-9A-Za-z]{22}$/;
const authorId = /^[0-9A-Za-z]{1,40}$/;
const hexadecimal = /^([0-9A-F]{2})*$/;

/**
 * Reads an entry from a line of a packet, trusting nothing: names that could be anything but names, values of other
 * types than their columns, keys of another shape. Tables and columns this version does not know are let through;
 * they are only kept. Null where no Yachay would write such a line.
 */
export function readEntryLine(
  line: string,
  tables: ReadonlyMap<string, TravellingTable>,
): ChangeEntry | null {
  const fields = parseFields(line);
  if (fields === null) return null;
  const [device, sequence, action, clock, madeAt, madeBy, table, key, created, delta] = fields;
  const isShaped =
    matches(device, deviceId) &&
    isCount(sequence) &&
    isCount(action) &&
    isCount(clock) &&
    isCount(madeAt) &&
    matches(madeBy, authorId) &&
    matches(table, tableName) &&
    typeof key === 'string' &&
    key.length > 0 &&
    key.length <= maxKeyLength &&
    (created === 0 || created === 1) &&
    isDelta(delta);
  if (!isShaped) return null;
  const known = tables.get(table);
  if (known !== undefined && !(fitsKey(known, key) && fitsColumns(known, delta))) return null;
  return { device, sequence, action, clock, madeAt, madeBy, table, key, isCreated: created === 1, delta };
}

function parseFields(line: string): unknown[] | null {
  const fields = parseList(line);
  return fields?.length === 10 ? fields : null;
}

function parseList(text: string): unknown[] | null {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list : null;
  } catch {
    return null;
  }
}

function matches(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isDelta(value: unknown): value is Delta {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const members = Object.entries(value);
  return (
    members.length <= maxColumns && members.every(([name, said]) => columnName.test(name) && isLogged(said))
  );
}

function isLogged(value: unknown): value is LoggedValue {
  return value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
}

function fitsKey({ key: columns }: TravellingTable, key: string): boolean {
  const [only, second] = columns;
  if (only !== undefined && second === undefined) return true;
  const parts = parseList(key);
  return (
    parts !== null &&
    parts.length === columns.length &&
    columns.every((column, index) => fits({ ...column, isRequired: true }, parts[index])) &&
    JSON.stringify(parts) === key
  );
}

function fitsColumns(table: TravellingTable, delta: Delta): boolean {
  return Object.entries(delta).every(([name, value]) => {
    const column = table.columns.get(name);
    return column === undefined ? !table.reservedColumns.has(name) : fits(column, value);
  });
}

function fits({ type, isRequired }: TravellingColumn, value: unknown): boolean {
  if (value === null) return !isRequired;
  if (type === 'TEXT') return typeof value === 'string';
  if (type === 'BLOB') return typeof value === 'string' && hexadecimal.test(value);
  if (type === 'REAL') return typeof value === 'number';
  return Number.isSafeInteger(value);
}
