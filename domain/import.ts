import { z } from 'zod';
import { instantSchema } from './calendar-date.ts';
import { importFieldSchema } from './import-columns.ts';
import type { RowProblemCode } from './import-row.ts';
import { editionIdSchema, importIdSchema } from './ids.ts';
import { evidenceSchema, likenessKindSchema } from './person-likeness.ts';
import { personSummarySchema } from './person.ts';

/** Why a file cannot be read as a list at all. */
export const unreadableReasonSchema = z.enum([
  'notAWorkbook',
  'empty',
  'passwordProtected',
  'tooLarge',
  'unsupported',
  'formulasWithoutValues',
  'outOfMemory',
]);
export type UnreadableReason = z.infer<typeof unreadableReasonSchema>;

export const importColumnSchema = z.object({
  /** From 0; `letter` is how Excel names it. */
  column: z.number().int(),
  letter: z.string(),
  heading: z.string(),
  field: importFieldSchema,
});

/** A row of the sheet as it is shown: numbered as Excel numbers it, cells as text. */
export const sheetRowSchema = z.object({ row: z.number().int(), cells: z.array(z.string()) });
export type SheetRow = z.infer<typeof sheetRowSchema>;

/** A file that was read and waits to be reviewed; it is kept until it is committed or the service ends. */
export const importUploadSchema = z.object({
  uploadId: importIdSchema,
  fileName: z.string(),
  sheetNames: z.array(z.string()),
  sheetName: z.string(),
  headerRow: z.number().int().nullable(),
  columns: z.array(importColumnSchema),
  rowCount: z.number().int(),
  /** The rows above the list, which are not read. */
  titleRows: z.array(sheetRowSchema),
});
export type ImportUpload = z.infer<typeof importUploadSchema>;

/** What to look at in a cell; the values and rules are those of import-row.ts. */
export const importProblemCodeSchema = z.enum([
  'missingName',
  'missingGivenNames',
  'notAnIdentityCard',
  'unusualIdentityCard',
  'unknownIssuedIn',
  'unknownSex',
  'unknownLanguage',
  'notADate',
  'impossibleDate',
  'futureDate',
  'unlikelyBirthDate',
  'notAPhone',
  'unusualPhone',
  'severalPhones',
  'notAnEmail',
  'notANit',
  'tooLong',
  'formulaWithoutValue',
  'formulaError',
]) satisfies z.ZodType<RowProblemCode>;

export const importProblemSchema = z.object({
  row: z.number().int(),
  /** As Excel names it: 'H'. */
  column: z.string(),
  field: importFieldSchema,
  value: z.string(),
  code: importProblemCodeSchema,
});
export type ImportProblem = z.infer<typeof importProblemSchema>;

/** Someone of the list who is or may be somebody else: an office's person or an earlier row. */
export const importMatchSchema = z.object({
  row: z.number().int(),
  name: z.string(),
  identityCard: z.string().nullable(),
  /** same: taken as one unless refused; possible, conflict: taken as two unless accepted. */
  kind: likenessKindSchema,
  evidence: z.array(evidenceSchema),
  /** Exactly one of both is set. */
  person: personSummarySchema.nullable(),
  otherRow: z.object({ row: z.number().int(), name: z.string() }).nullable(),
});
export type ImportMatch = z.infer<typeof importMatchSchema>;

export const importDecisionSchema = z.object({
  row: z.number().int(),
  decision: z.enum(['same', 'different', 'skip']),
});

/** What committing would do, and what needs a word first. */
export const importReviewSchema = z.object({
  rows: z.number().int(),
  toCreate: z.number().int(),
  toMatch: z.number().int(),
  skipped: z.number().int(),
  /** Of the edition, where one is given: how many get a seat, must wait, or were enrolled before. */
  toEnrol: z.number().int(),
  toWait: z.number().int(),
  alreadyEnrolled: z.number().int(),
  /** Of those who would be enrolled or wait, how many lack what the edition's course asks for. */
  lacking: z.number().int(),
  problems: z.array(importProblemSchema),
  matches: z.array(importMatchSchema),
});
export type ImportReview = z.infer<typeof importReviewSchema>;

/** An import that was committed; it can be undone as a whole while nothing was built upon it. */
export const importSummarySchema = z.object({
  id: importIdSchema,
  fileName: z.string(),
  editionId: editionIdSchema.nullable(),
  editionCode: z.string().nullable(),
  rows: z.number().int(),
  created: z.number().int(),
  matched: z.number().int(),
  enrolled: z.number().int(),
  waiting: z.number().int(),
  committedAt: instantSchema,
  committedBy: z.string(),
  undoneAt: instantSchema.nullable(),
});
export type ImportSummary = z.infer<typeof importSummarySchema>;
