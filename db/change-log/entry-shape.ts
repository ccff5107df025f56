import { calendarDateSchema, lastMoment } from '../../domain/calendar-date.ts';
import type { ChangeEntry, Delta, LoggedValue } from '../../domain/change-log.ts';
import type { TravellingColumn, TravellingTable } from './travelling-tables.ts';

/** By their names, columns of days and of moments: out of all calendars, no screen could show them. */
const dayColumn = /^(date|birth_date|kept_birth_date|starts_on|ends_on|issued_on|valid_until|revoked_on)$/;
const maxKeyLength = 300;
/** In characters: sixteen times what any form takes. Only what this version itself keeps longer may be so. */
const maxText = 64 * 1024;
const longColumns = new Set(['logo.bytes', 'edition.results_digest']);
const maxColumns = 200;
const tableName = /^[a-z][a-z_]{0,62}$/;
const columnName = /^[a-z][a-z0-9_]{0,62}$/;
const deviceId = /^[0-9A-Za-z]{22}$/;
const authorId = /^[0-9A-Za-z]{1,40}$/;
const hexadecimal = /^([0-9A-F]{2})*$/;
/** All of an entry that is not inside quotation marks: brackets, commas, numbers. */
const maxUnquoted = 16 * 1024;

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
    action >= 1 &&
    action <= sequence &&
    isCount(clock) &&
    isMoment(madeAt) &&
    matches(madeBy, authorId) &&
    matches(table, tableName) &&
    typeof key === 'string' &&
    key.length > 0 &&
    key.length <= maxKeyLength &&
    key.isWellFormed() &&
    (created === 0 || created === 1) &&
    isDelta(delta);
  if (!isShaped) return null;
  const known = tables.get(table);
  if (known !== undefined && !(fitsKey(known, key) && fitsColumns(known, delta))) return null;
  return { device, sequence, action, clock, madeAt, madeBy, table, key, isCreated: created === 1, delta };
}

function parseFields(line: string): unknown[] | null {
  if (hasMoreUnquoted(line, maxUnquoted)) return null;
  const fields = parseList(line);
  return fields?.length === 10 ? fields : null;
}

/**
 * Whether a line of JSON has more than `limit` characters outside quotation marks. Millions of brackets or of members
 * take many times their length to parse; one long text does not.
 */
function hasMoreUnquoted(line: string, limit: number): boolean {
  if (line.length <= limit) return false;
  let unquoted = 0;
  let at = 0;
  while (at < line.length) {
    const opening = line.indexOf('"', at);
    unquoted += (opening < 0 ? line.length : opening) - at;
    if (unquoted > limit) return true;
    if (opening < 0) return false;
    unquoted += 1;
    at = findClosing(line, opening) + 1;
  }
  return false;
}

/** Where the text that begins at a quotation mark ends: at the next one that no backslash takes the meaning from. */
function findClosing(line: string, opening: number): number {
  for (let at = opening + 1; ;) {
    const closing = line.indexOf('"', at);
    if (closing < 0) return line.length;
    let backslashes = 0;
    while (line[closing - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return closing;
    at = closing + 1;
  }
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

function isMoment(value: unknown): value is number {
  return isCount(value) && value <= lastMoment;
}

function isDelta(value: unknown): value is Delta {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const members = Object.entries(value);
  return (
    members.length <= maxColumns && members.every(([name, said]) => columnName.test(name) && isLogged(said))
  );
}

function isLogged(value: unknown): value is LoggedValue {
  if (typeof value === 'string') return value.isWellFormed();
  return value === null || (typeof value === 'number' && Number.isFinite(value));
}

/** Whether a key is made of ids, or of whatever else its table's keys are made of. */
function fitsKey({ key: columns }: TravellingTable, key: string): boolean {
  const parts = columns.length === 1 ? [key] : parseList(key);
  return (
    parts !== null &&
    parts.length === columns.length &&
    columns.every((column, index) => {
      const part = parts[index];
      return isLogged(part) && fits({ ...column, isRequired: true }, part) && column.admits(part);
    }) &&
    (columns.length === 1 || JSON.stringify(parts) === key)
  );
}

function fitsColumns(table: TravellingTable, delta: Delta): boolean {
  return Object.entries(delta).every(([name, value]) => {
    const column = table.columns.get(name);
    if (column === undefined) return !table.reservedColumns.has(name);
    const isLong = typeof value === 'string' && value.length > maxText;
    return fits(column, value) && !(isLong && !longColumns.has(`${table.name}.${name}`));
  });
}

function fits({ name, type, isRequired }: TravellingColumn, value: unknown): boolean {
  if (value === null) return !isRequired;
  if (dayColumn.test(name)) return calendarDateSchema.safeParse(value).success;
  if (type === 'TEXT') return typeof value === 'string';
  if (type === 'BLOB') return typeof value === 'string' && hexadecimal.test(value);
  if (type === 'REAL') return typeof value === 'number';
  return name.endsWith('_at') ? isMoment(value) : Number.isSafeInteger(value);
}
