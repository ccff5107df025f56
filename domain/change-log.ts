/** What an entry may say of a column; bytes are written as hexadecimal text. */
export type LoggedValue = string | number | null;
export type Delta = Readonly<Record<string, LoggedValue>>;

/** One row written once on one device. */
export interface ChangeEntry {
  /** Of the device that wrote it. */
  readonly device: string;
  /** From 1, without gaps, a device. */
  readonly sequence: number;
  /** The first sequence of what was done at once with it: all entries of one transaction share it. */
  readonly action: number;
  /** Hybrid logical clock: milliseconds since 1970 × 1024, above everything its device had seen. */
  readonly clock: number;
  /** By the wall clock of its device, in milliseconds since 1970. */
  readonly madeAt: number;
  readonly madeBy: string;
  readonly table: string;
  /** The id, or a JSON array of the parts of a natural key. */
  readonly key: string;
  readonly isCreated: boolean;
  readonly delta: Delta;
}

/** What an entry's place in the order of its row is made of. */
export type EntryPlace = Pick<ChangeEntry, 'clock' | 'device' | 'sequence'>;

/** How many units of the clock are a millisecond. */
export const clockUnitsPerMillisecond = 1024;

/** A packet from further ahead than this comes from a device whose calendar is wrong: 48 hours. */
export const toleratedAheadMs = 48 * 60 * 60 * 1000;

/** Nobody leaves a PC for longer than that, so a calendar further ahead than the last change is doubted: 400 days. */
export const implausibleAheadMs = 400 * 24 * 60 * 60 * 1000;

/** The order in which entries count: by clock, then by device and sequence so that all devices agree. */
export function compareEntries(a: EntryPlace, b: EntryPlace): number {
  if (a.clock !== b.clock) return a.clock - b.clock;
  if (a.device !== b.device) return a.device < b.device ? -1 : 1;
  return a.sequence - b.sequence;
}

/** A row as its entries leave it. */
export interface FoldedRow {
  /** False while only changes of it are known and not its beginning. */
  readonly isCreated: boolean;
  /** What was said last of each column; a column nobody spoke of has its default. */
  readonly values: Delta;
  readonly stamps: Delta;
}

/** A fold under way. */
export interface RowFold extends FoldedRow {
  isCreated: boolean;
  readonly values: Record<string, LoggedValue>;
  readonly stamps: Record<string, LoggedValue>;
}

/** The fold of no entries. */
export function beginFold(): RowFold {
  return { isCreated: false, values: {}, stamps: {} };
}

/**
 * Adds the entry that comes next in order. A creation also says who made the row and that it is not deleted. `said` is
 * what of the entry's delta counts.
 */
export function addToFold(
  fold: RowFold,
  { device, madeAt, madeBy, isCreated, delta }: ChangeEntry,
  said: Delta = delta,
): void {
  if (isCreated) {
    fold.isCreated = true;
    fold.values['deleted_at'] = null;
    Object.assign(fold.stamps, { created_at: madeAt, created_by: madeBy, created_on: device });
  }
  Object.assign(fold.values, said);
  Object.assign(fold.stamps, { changed_at: madeAt, changed_by: madeBy, changed_on: device });
}

/** The state of a row: its entries in order, the last writer of each column wins. */
export function foldEntries(entries: readonly ChangeEntry[]): FoldedRow {
  const fold = beginFold();
  for (const entry of entries.toSorted(compareEntries)) addToFold(fold, entry);
  return fold;
}
