import { z } from 'zod';
import {
  actionPlaceSchema,
  historyActionSchema,
  historyPageSchema,
  historySubjectSchema,
} from '../history.ts';
import { forReader, forRegistrar, forTrainer } from './procedure.ts';

/** Why something that was done cannot be taken back. */
const undoErrors = {
  NOTHING_TO_UNDO: { status: 409 },
  NOT_UNDOABLE: {
    status: 409,
    data: z.object({ reason: z.enum(['final', 'password', 'account', 'compacted']) }),
  },
  UNDO_IN_USE: {
    status: 409,
    data: z.object({
      reason: z.enum(['changedLater', 'builtUpon', 'parentGone', 'seats', 'enrolledAgain']),
      names: z.array(z.string()),
    }),
  },
  IMPORT_IN_USE: { status: 409, data: z.object({ names: z.array(z.string()) }) },
  ALREADY_UNDONE: { status: 409 },
  EDITION_CLOSED: { status: 409 },
  SESSION_CANCELLED: { status: 409 },
  CERTIFICATES_ISSUED: { status: 409, data: z.object({ certificates: z.number() }) },
  CODE_TAKEN: { status: 409 },
  LAST_COORDINATOR: { status: 409 },
};

/** Why something cannot be made what it was. */
const restoreErrors = {
  NOTHING_TO_RESTORE: { status: 409 },
  NOT_RESTORABLE: {
    status: 409,
    data: z.object({ reason: z.enum(['steps', 'gone', 'deleted', 'merged', 'invalid']) }),
  },
  EDITION_CLOSED: { status: 409 },
  SESSION_CANCELLED: { status: 409 },
  CODE_TAKEN: { status: 409 },
  LAST_COORDINATOR: { status: 409 },
};

export const historyContract = {
  /** A page of what was done to a record: who, when, on which device, from what to what. Newest first. */
  list: forReader
    .input(
      z.object({
        subject: historySubjectSchema,
        userId: z.string().nullable(),
        table: z.string().nullable(),
        offset: z.number().int().min(0),
        limit: z.number().int().min(1).max(200),
      }),
    )
    .output(historyPageSchema),
  /** Everything that was done to one row, newest first. */
  row: forRegistrar
    .input(z.object({ table: z.string().max(60), key: z.string().max(300) }))
    .output(z.array(historyActionSchema)),
  /**
   * Takes back all that was done at once. A trainer their own marks and grades, a registrar imports and all marks and
   * grades, a coordinator the rest. Answers the action that the undoing is: it can be taken back in turn.
   */
  undo: forTrainer
    .errors(undoErrors)
    .input(actionPlaceSchema)
    .output(
      actionPlaceSchema.extend({
        /** Rows that are as they were before. */
        rows: z.number().int(),
        /** Values that stayed because something later was said of them. */
        kept: z.number().int(),
      }),
    ),
  /**
   * Makes a field (`column`), or a whole record (null), what it was after an entry, by the operation that types it:
   * its rules and its role hold. Answers the action that this is, to be taken back.
   */
  restore: forTrainer
    .errors(restoreErrors)
    .input(
      z.object({
        device: z.string().max(60),
        sequence: z.number().int().min(1),
        column: z.string().max(60).nullable(),
      }),
    )
    .output(actionPlaceSchema),
};
