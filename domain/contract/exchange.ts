import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { instantSchema } from '../calendar-date.ts';
import { requiredText } from '../field.ts';
import { deviceIdSchema } from '../ids.ts';
import {
  exchangeStateSchema,
  folderExchangeSchema,
  packetLockSchema,
  packetOutcomeSchema,
} from '../packet.ts';
import { forCoordinator, forReader, forRegistrar, forTrainer, progressSchema } from './procedure.ts';

const path = z.object({ path: z.string() });

/** Why nothing was written; what was there before is still there. */
const writing = {
  DISK_FULL: { status: 422, data: path },
  NOT_WRITABLE: { status: 422, data: path },
  DEVICE_GONE: { status: 422, data: path },
} as const;

const opening = {
  /** Locked: ask for its passphrase. */
  PASSPHRASE_NEEDED: { status: 422 },
  WRONG_PASSPHRASE: { status: 422 },
  /** Locked for other PCs than this one. */
  NOT_FOR_THIS_DEVICE: { status: 422 },
  NOT_A_PACKET: { status: 422 },
} as const;

export const exchangeContract = {
  /** The PCs of the office, what waits, and what happened last. */
  state: forReader.output(exchangeStateSchema),
  /** One text for all that travels, equal on PCs that hold the same. */
  digest: forReader.output(z.object({ digest: z.string() })),
  /**
   * Makes a packet for one PC, or for all. Without `folder` it waits to be saved, see `packetFile`; with it, it is
   * written there. Any lock is open to whoever may make one, a trainer too: their PC holds the whole database anyway.
   * What keeps a lost stick from being read is that the screen begins with a locked one.
   */
  exportPacket: forTrainer
    .errors({ ...writing, NEEDS_COPY: { status: 409 } })
    .input(
      z.object({
        forDevice: deviceIdSchema.nullable(),
        lock: packetLockSchema,
        folder: requiredText(1000).nullable(),
      }),
    )
    .output(
      eventIterator(
        progressSchema,
        z.object({
          id: z.string(),
          fileName: z.string(),
          path: z.string().nullable(),
          entries: z.number().int(),
          bytes: z.number().int(),
        }),
      ),
    ),
  /** A packet that was made here since the start and waits to be saved. */
  packetFile: forTrainer.input(z.object({ id: z.string().regex(/^[0-9A-Za-z]{22}$/) })).output(z.file()),
  /** Takes a packet in; what cannot be taken in is set aside, which is an answer and not an error. */
  importPacket: forTrainer
    .errors(opening)
    .input(z.object({ file: z.file(), passphrase: z.string().max(200).nullable() }))
    .output(eventIterator(progressSchema, packetOutcomeSchema)),
  /**
   * Takes a packet set aside in by a coordinator's word: the unknown device that made it belongs to the office, or what
   * it says is right although its clock is ahead.
   */
  acceptDevice: forCoordinator
    .errors(opening)
    .input(z.object({ asideId: z.string() }))
    .output(eventIterator(progressSchema, packetOutcomeSchema)),
  /** Throws a packet set aside away. */
  discardAside: forCoordinator.input(z.object({ asideId: z.string() })).output(z.null()),
  /** A PC that is out of use: nobody waits for it any more. `retired` false takes that back. */
  retireDevice: forCoordinator
    .errors({ THIS_DEVICE: { status: 409 } })
    .input(z.object({ deviceId: deviceIdSchema, retired: z.boolean() }))
    .output(z.null()),
  renameDevice: forCoordinator
    .input(z.object({ deviceId: deviceIdSchema, name: requiredText(80) }))
    .output(z.null()),
  /** Nothing more is to be brought to complete data that were put back to an older state. */
  stopAwaiting: forRegistrar.output(z.null()),
  /** Somebody has read why this PC got a new identity. */
  acknowledgeMinting: forRegistrar.output(z.null()),
  /** The calendar of this PC is right, although it is far ahead of all that was logged here. */
  trustCalendar: forCoordinator.output(z.null()),
  /** The folder (a stick, a share) from which packets are taken by themselves and to which they are put; null: none. */
  setFolder: forCoordinator
    .errors(writing)
    .input(z.object({ folder: requiredText(1000).nullable() }))
    .output(z.null()),
  /** Puts this PC's news into the folder and takes in what lies there of others, now. */
  exchangeFolder: forTrainer.errors(writing).output(eventIterator(progressSchema, folderExchangeSchema)),
  /** What thinning out would remove: old values of entries that every PC in use has. */
  reviewThinning: forCoordinator
    .input(z.object({ before: instantSchema }))
    .output(z.object({ entries: z.number().int(), values: z.number().int() })),
  /** Removes it; the present state stays as it is, the older history is gone for good. */
  thinOut: forCoordinator
    .input(z.object({ before: instantSchema }))
    .output(z.object({ entries: z.number().int(), values: z.number().int() })),
};
