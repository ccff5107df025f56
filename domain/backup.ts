import { z } from 'zod';
import { type Instant, instantSchema, toInstant } from './calendar-date.ts';

/** Where a backup lies: with the data of this PC, in the second place, or where somebody else put it. */
export const backupPlaceSchema = z.enum(['here', 'second', 'elsewhere']);
export type BackupPlace = z.infer<typeof backupPlaceSchema>;

/** Why a backup could not be made. */
export const backupProblemSchema = z.enum([
  'DISK_FULL',
  'NOT_WRITABLE',
  'DEVICE_GONE',
  /** The copy did not pass its check: the database itself is damaged, or the disk is. */
  'DAMAGED',
  'FAULT',
]);
export type BackupProblem = z.infer<typeof backupProblemSchema>;

/** A backup as a folder shows it, without having been opened. */
export const backupFileSchema = z.object({
  path: z.string(),
  name: z.string(),
  madeAt: instantSchema,
  byteSize: z.number().int(),
  /** In the age format: its passphrase is asked for. */
  isEncrypted: z.boolean(),
  place: backupPlaceSchema,
});
export type BackupFile = z.infer<typeof backupFileSchema>;

/** One attempt to make a backup. */
export const backupRunSchema = z.object({
  happenedAt: instantSchema,
  place: backupPlaceSchema,
  path: z.string(),
  byteSize: z.number().int(),
  /** Null: it was made, opened and checked. */
  problem: backupProblemSchema.nullable(),
});
export type BackupRun = z.infer<typeof backupRunSchema>;

/** The folder outside this PC where every automatic backup goes too, locked with a key of its own. */
export const secondPlaceSchema = z.object({
  folder: z.string(),
  /** Whether it is there now: a stick may be in a drawer. */
  isThere: z.boolean(),
  lastGood: instantSchema.nullable(),
  /** What the last attempt met; null: it went well, or there was none. */
  problem: backupProblemSchema.nullable(),
});
export type SecondPlace = z.infer<typeof secondPlaceSchema>;

export const backupCountsSchema = z.object({
  people: z.number().int(),
  editions: z.number().int(),
  enrolments: z.number().int(),
  certificates: z.number().int(),
});

/** What a database holds, in the figures a person recognises it by. */
export const backupContentsSchema = z.object({
  officeName: z.string(),
  deviceName: z.string(),
  /** The letter of that device's folios. */
  deviceSeries: z.string(),
  counts: backupCountsSchema,
  /** The last thing anybody wrote in it. */
  lastChange: z.object({ at: instantSchema, byName: z.string().nullable() }).nullable(),
});
export type BackupContents = z.infer<typeof backupContentsSchema>;

/** What restoring a backup would do. */
export const backupReviewSchema = z.object({
  path: z.string(),
  name: z.string(),
  byteSize: z.number().int(),
  isEncrypted: z.boolean(),
  /** From the name of the file, or its date. */
  madeAt: instantSchema,
  contents: backupContentsSchema,
  /** What is here now; null where there is no office, or its database cannot be read. */
  present: backupContentsSchema.nullable(),
  /** Changes that are here now and not in the backup, a device. They stay in the database that is kept aside. */
  lost: z.array(
    z.object({
      deviceName: z.string(),
      changes: z.number().int(),
      from: instantSchema,
      to: instantSchema,
    }),
  ),
  /** The same by what they are about: tables with how many changes. */
  lostByTable: z.array(z.object({ table: z.string(), changes: z.number().int() })),
});
export type BackupReview = z.infer<typeof backupReviewSchema>;

/** What could be read of a damaged database, table by table. */
export const salvageSchema = z.object({
  tables: z.array(
    z.object({
      table: z.string(),
      read: z.number().int(),
      /** Stretches of the table that could not be read; how many rows they held nobody knows. */
      gaps: z.number().int(),
    }),
  ),
  /** Changes newer than the backup that were brought over. */
  brought: z.number().int(),
});
export type Salvage = z.infer<typeof salvageSchema>;

/** For files that leave the machine. */
export const passphraseSchema = z
  .string()
  .min(10, { error: 'passphraseTooShort' })
  .max(200, { error: 'tooLong' });

const namePattern = /^yachay(?:-[A-Z]{1,3})?-(\d{4})-(\d\d)-(\d\d)-(\d\d)(\d\d)(?:-\d+)?\.db(\.age)?$/;
/** Bolivia keeps UTC-4 all year. */
const boliviaOffsetMs = -4 * 60 * 60 * 1000;

/**
 * What a backup is called: 'yachay-2026-11-22-1830.db' by the clock of Bolivia; with the letter of its device where
 * several PCs may use one folder, and '.age' where it is locked.
 */
export function backupFileName(
  madeAt: Instant,
  { series, isEncrypted }: { series: string | null; isEncrypted: boolean },
): string {
  const local = new Date(Date.parse(madeAt) + boliviaOffsetMs).toISOString();
  const time = `${local.slice(0, 10)}-${local.slice(11, 13)}${local.slice(14, 16)}`;
  return `yachay-${series === null ? '' : `${series}-`}${time}.db${isEncrypted ? '.age' : ''}`;
}

/** When a backup was made, to the minute, as its name says; null for a file of another name. */
export function readBackupFileName(name: string): { madeAt: Instant; isEncrypted: boolean } | null {
  const match = namePattern.exec(name);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1, 6).map(Number);
  const milliseconds = Date.UTC(year, month - 1, day, hour, minute) - boliviaOffsetMs;
  return { madeAt: toInstant(milliseconds), isEncrypted: match[6] !== undefined };
}
