import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import {
  certificateIdSchema,
  courseIdSchema,
  documentIdSchema,
  editionIdSchema,
  enrolmentIdSchema,
  observationIdSchema,
  personIdSchema,
  sessionIdSchema,
} from '../ids.ts';
import { calendarDateSchema } from '../calendar-date.ts';
import { calendarFilterSchema, calendarSpanSchema } from '../calendar.ts';
import { certificateKindSchema } from '../certificate.ts';
import { paperSchema } from '../office.ts';
import { forReader, progressSchema } from './procedure.ts';

export const sheetColumnSchema = z.enum(['identityCard', 'phone', 'community']);

export const orientationSchema = z.enum(['portrait', 'landscape']);
export const enrolmentListColumnSchema = z.enum([
  'identityCard',
  'phone',
  'organisation',
  'community',
  'status',
]);
/** Who stands on a list of enrolments: with a seat, waiting, and who only asked. */
export const enrolmentGroupSchema = z.enum(['seated', 'waiting', 'requested']);

/** What to print. */
export const documentOrderSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('certificates'),
    editionId: editionIdSchema.nullable(),
    /** Null: all of the edition that are not revoked. */
    certificateIds: z.array(certificateIdSchema).nullable(),
    paper: paperSchema,
    /** False prints the data only, for pre-printed paper. */
    background: z.boolean(),
  }),
  z.object({
    kind: z.literal('certificateDraft'),
    enrolmentId: enrolmentIdSchema,
    certificateKind: certificateKindSchema,
    paper: paperSchema,
  }),
  z.object({
    kind: z.literal('signatureSheet'),
    editionId: editionIdSchema,
    /** Null: one sheet with a column a session. */
    sessionId: sessionIdSchema.nullable(),
    paper: paperSchema,
    columns: z.array(sheetColumnSchema),
    blankRows: z.number().int().min(0).max(60),
  }),
  z.object({
    kind: z.literal('enrolmentList'),
    editionId: editionIdSchema,
    paper: paperSchema,
    orientation: orientationSchema,
    columns: z.array(enrolmentListColumnSchema),
    groups: z.array(enrolmentGroupSchema),
  }),
  z.object({
    kind: z.literal('enrolmentForm'),
    editionId: editionIdSchema,
    /** Whose forms are filled in; null: those of everyone who is enrolled, waits or asked. */
    enrolmentIds: z.array(enrolmentIdSchema).max(2000).nullable(),
    /** So many more to be filled in by hand. */
    blankForms: z.number().int().min(0).max(100),
    paper: paperSchema,
  }),
  z.object({
    kind: z.literal('observationForm'),
    personId: personIdSchema,
    courseId: courseIdSchema,
    editionId: editionIdSchema.nullable(),
    paper: paperSchema,
  }),
  z.object({ kind: z.literal('observation'), observationId: observationIdSchema, paper: paperSchema }),
  z.object({ kind: z.literal('personRecord'), personId: personIdSchema, paper: paperSchema }),
  z.object({
    kind: z.literal('register'),
    editionId: editionIdSchema.nullable(),
    year: z.number().int().min(2000).max(2100).nullable(),
    paper: paperSchema,
  }),
  z.object({
    kind: z.literal('cascade'),
    /** Null: of the whole office. */
    personId: personIdSchema.nullable(),
    /** False tells of those who trained nobody their number alone. */
    withNames: z.boolean(),
    paper: paperSchema,
  }),
  z.object({
    kind: z.literal('calendar'),
    span: calendarSpanSchema,
    /** Any day of the month or week. */
    date: calendarDateSchema,
    filter: calendarFilterSchema,
    paper: paperSchema,
  }),
]);
export type DocumentOrder = z.infer<typeof documentOrderSchema>;

export const documentSchema = z.object({
  id: documentIdSchema,
  /** What to call the file when it is saved. */
  fileName: z.string(),
  pages: z.number().int(),
});
export type DocumentFile = z.infer<typeof documentSchema>;

/** Why no PDF could be made of what was asked for. */
export const unprintable = {
  UNREADABLE_LOGO: { status: 422 },
  MISSING_GLYPH: { status: 422, data: z.object({ character: z.string(), text: z.string() }) },
};

export const documentsContract = {
  /** Makes a PDF in the background, tells how far it is, and ends with where to find it: /documents/<id>.pdf. */
  create: forReader
    .errors({
      NOTHING_TO_PRINT: { status: 422 },
      ...unprintable,
    })
    .input(documentOrderSchema)
    .output(eventIterator(progressSchema, documentSchema)),
};
