import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import {
  backupContentsSchema,
  backupFileSchema,
  backupReviewSchema,
  backupRunSchema,
  passphraseSchema,
  salvageSchema,
  secondPlaceSchema,
} from '../backup.ts';
import { instantSchema } from '../calendar-date.ts';
import { requiredText } from '../field.ts';
import { forAnyone, forCoordinator, forReader, forRegistrar, progressSchema } from './procedure.ts';

const path = z.object({ path: z.string() });

/** Why nothing was written; what was there before is still there. */
const writing = {
  DISK_FULL: { status: 422, data: path },
  /** The folder or the medium may not be written. */
  NOT_WRITABLE: { status: 422, data: path },
  /** The stick was pulled out, or the folder is not there. */
  DEVICE_GONE: { status: 422, data: path },
};

/** Why a backup cannot be opened. */
const opening = {
  /** The file is locked: ask for its passphrase. */
  PASSPHRASE_NEEDED: { status: 422 },
  WRONG_PASSPHRASE: { status: 422 },
  /** A backup of a second place without the key file that lay beside it. */
  KEY_FILE_MISSING: { status: 422 },
  NOT_A_BACKUP: { status: 422 },
  /** Cut off, altered, or unsound inside. */
  BACKUP_DAMAGED: { status: 422 },
  /** Made by a newer Yachay. */
  NEWER_VERSION: { status: 422 },
};

/** A backup and, where it is locked, its passphrase. */
const backupChoiceSchema = z.object({ path: requiredText(1000), passphrase: z.string().nullable() });

/** The present database after it was replaced: kept, never deleted by Yachay. */
const replacedSchema = z.object({ setAside: z.string().nullable() });

export const backupsContract = {
  /** The backups of this PC and of the second place, newest first; nothing is opened. */
  list: forReader.output(
    z.object({
      backups: z.array(backupFileSchema),
      lastGood: instantSchema.nullable(),
      secondPlace: secondPlaceSchema.nullable(),
      /** The last twenty attempts, newest first. */
      runs: z.array(backupRunSchema),
      /** The folder of this PC's own backups. */
      folder: z.string(),
    }),
  ),
  /**
   * Makes a backup, opens it and checks it. Without `to` it goes where the automatic ones go; with it to a folder
   * (under a name of its own) or a file, locked with the passphrase.
   */
  make: forRegistrar
    .errors({ ...writing, DATABASE_DAMAGED: { status: 422 } })
    .input(
      z.object({
        to: z.object({ path: requiredText(1000), passphrase: passphraseSchema.nullable() }).nullable(),
      }),
    )
    .output(eventIterator(progressSchema, backupFileSchema)),
  /**
   * From now on every automatic backup also goes to that folder, locked. Its key lies beside the backups, itself
   * locked with the passphrase: automatic backups need none, opening them does.
   */
  setSecondPlace: forCoordinator
    .errors(writing)
    .input(z.object({ folder: requiredText(1000), passphrase: passphraseSchema }))
    .output(secondPlaceSchema),
  /** Stops using the second place; what lies there stays. */
  forgetSecondPlace: forCoordinator.output(z.null()),
  /** The folders of a folder and the backups in it, for choosing one; null: where to begin. */
  browse: forRegistrar.input(z.object({ folder: z.string().max(1000).nullable() })).output(
    z.object({
      folder: z.string().nullable(),
      parent: z.string().nullable(),
      folders: z.array(z.object({ path: z.string(), name: z.string() })),
      backups: z.array(backupFileSchema),
    }),
  ),
  /** Opens a backup, checks it whole, and says what it holds and what restoring it would change. */
  inspect: forCoordinator
    .errors({ ...writing, ...opening })
    .input(backupChoiceSchema)
    .output(eventIterator(progressSchema, backupReviewSchema)),
  /**
   * Puts a backup in the place of the present database, which is kept aside, and makes this PC a new device.
   * Everyone is signed out. DATABASE_BUSY: another program has it open.
   */
  restore: forCoordinator
    .errors({ ...writing, ...opening, DATABASE_BUSY: { status: 409 } })
    .input(backupChoiceSchema)
    .output(eventIterator(progressSchema, replacedSchema)),
};

/**
 * For a PC without an office, or whose database cannot be read: there is nobody to sign in. Refused as OFFICE_PRESENT
 * where there is one.
 */
export const recoveryContract = {
  /**
   * The backups that were found, newest first; the newest that are not locked are opened and checked. Null where there
   * is an office: nothing is to be recovered.
   */
  state: forAnyone.output(
    z
      .object({
        /** Null: there is no office here yet. */
        damagedFile: z.string().nullable(),
        backups: z.array(
          backupFileSchema.extend({
            /** Null: not opened yet, since it is locked or an older one. */
            isSound: z.boolean().nullable(),
            contents: backupContentsSchema.nullable(),
          }),
        ),
      })
      .nullable(),
  ),
  inspect: forAnyone
    .errors({ ...writing, ...opening, OFFICE_PRESENT: { status: 409 } })
    .input(backupChoiceSchema)
    .output(eventIterator(progressSchema, backupReviewSchema)),
  /**
   * Starts again from a backup, from what can be read of the damaged file, or from both: what is newer in the
   * damaged file is then brought over. The damaged file is kept aside.
   */
  recover: forAnyone
    .errors({
      ...writing,
      ...opening,
      OFFICE_PRESENT: { status: 409 },
      DATABASE_BUSY: { status: 409 },
      NOTHING_READABLE: { status: 422 },
    })
    .input(z.object({ backup: backupChoiceSchema.nullable(), salvage: z.boolean() }))
    .output(eventIterator(progressSchema, replacedSchema.extend({ salvage: salvageSchema.nullable() }))),
};
