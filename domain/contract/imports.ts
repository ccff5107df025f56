import { z } from 'zod';
import {
  importDecisionSchema,
  importReviewSchema,
  importSummarySchema,
  importUploadSchema,
  sheetRowSchema,
  unreadableReasonSchema,
} from '../import.ts';
import { importFieldSchema } from '../import-columns.ts';
import { editionIdSchema, importIdSchema } from '../ids.ts';
import { forReader, forRegistrar } from './procedure.ts';

const unreadable = { UNREADABLE: { status: 422, data: z.object({ reason: unreadableReasonSchema }) } };
/** The upload was committed already, or the service was started anew meanwhile. */
const uploadGone = { UPLOAD_GONE: { status: 410 } };

const reviewInput = z.object({
  uploadId: importIdSchema,
  editionId: editionIdSchema.nullable(),
  /** The field of each column, in the order of the upload's columns. */
  fields: z.array(importFieldSchema),
  decisions: z.array(importDecisionSchema),
});

export const importsContract = {
  /** Reads a list in the background and says what it found. */
  read: forRegistrar
    .errors(unreadable)
    .input(z.object({ file: z.file() }))
    .output(importUploadSchema),
  /** Reads another sheet of the same file, or takes another row as header (null: the list has none). */
  readAgain: forRegistrar
    .errors({ ...unreadable, ...uploadGone })
    .input(
      z.object({
        uploadId: importIdSchema,
        sheetName: z.string(),
        headerRow: z.number().int().min(1).nullable(),
      }),
    )
    .output(importUploadSchema),
  /** A page of the rows as they stand in the sheet. */
  rows: forRegistrar
    .errors(uploadGone)
    .input(
      z.object({
        uploadId: importIdSchema,
        offset: z.number().int().min(0),
        limit: z.number().int().min(1).max(1000),
      }),
    )
    .output(z.array(sheetRowSchema)),
  /** What committing would do and what needs a word; changes nothing. */
  review: forRegistrar.errors(uploadGone).input(reviewInput).output(importReviewSchema),
  /** Stores people and enrolments in one transaction. */
  commit: forRegistrar
    .errors({ ...uploadGone, EDITION_CLOSED: { status: 409 }, NO_ROWS: { status: 422 } })
    .input(reviewInput)
    .output(importSummarySchema),
  /** Takes a whole import back; refused once attendance, grades or certificates rest upon it. */
  undo: forRegistrar
    .errors({
      IMPORT_IN_USE: { status: 409, data: z.object({ names: z.array(z.string()) }) },
      ALREADY_UNDONE: { status: 409 },
    })
    .input(z.object({ id: importIdSchema }))
    .output(importSummarySchema),
  /** Newest first. */
  list: forReader.output(z.array(importSummarySchema)),
};
