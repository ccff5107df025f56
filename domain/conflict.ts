import { z } from 'zod';
import { attendanceMarkSchema } from './attendance.ts';
import { calendarDateSchema, instantSchema } from './calendar-date.ts';
import { certificateKindSchema } from './certificate.ts';
import { editionStatusSchema } from './edition.ts';
import { enrolmentStatusSchema } from './enrolment.ts';
import {
  assessmentIdSchema,
  certificateIdSchema,
  editionIdSchema,
  enrolmentIdSchema,
  personIdSchema,
  sessionIdSchema,
} from './ids.ts';
import { personSummarySchema } from './person.ts';
import { resultKindSchema } from './result.ts';

/** What no rule can decide after a merge, in the order in which it is shown: the gravest first. */
export const conflictKindSchema = z.enum([
  'folioGivenTwice',
  'editionChangedAfterClosing',
  'deletedButUsed',
  'mergedApart',
  'twoEnrolments',
  'overCapacity',
  'trainerDoubleBooked',
  'roomDoubleBooked',
]);
export type ConflictKind = z.infer<typeof conflictKindSchema>;

/** Who did something, when and on which PC; names as they are known here, '' where they are not. */
export const doneSchema = z.object({ at: instantSchema, by: z.string(), on: z.string() });
export type Done = z.infer<typeof doneSchema>;

const writtenSchema = z.object({ made: doneSchema, changed: doneSchema });

export const editionNamedSchema = z.object({
  editionId: editionIdSchema,
  editionCode: z.string(),
  courseTitle: z.string(),
});
export type EditionNamed = z.infer<typeof editionNamedSchema>;

/** Surnames first. */
const personNamedSchema = z.object({ personId: personIdSchema, name: z.string() });

/** A person as one side of a conflict. */
export const personSideSchema = writtenSchema.extend({
  person: personSummarySchema,
  birthDate: calendarDateSchema.nullable(),
  isDeleted: z.boolean(),
  /** How many enrolments, editions taught and certificates hang on this record. */
  enrolments: z.number().int(),
  taught: z.number().int(),
  certificates: z.number().int(),
});
export type PersonSide = z.infer<typeof personSideSchema>;

/** An enrolment as one side of a conflict. */
export const enrolmentSideSchema = writtenSchema.extend({
  enrolmentId: enrolmentIdSchema,
  status: enrolmentStatusSchema,
  enrolledAt: instantSchema,
  marks: z.number().int(),
  grades: z.number().int(),
  folios: z.array(z.string()),
});
export type EnrolmentSide = z.infer<typeof enrolmentSideSchema>;

/** Where two enrolments of one person say different things of one fact. */
export const enrolmentDifferenceSchema = z.discriminatedUnion('of', [
  z.object({
    of: z.literal('mark'),
    sessionId: sessionIdSchema,
    date: calendarDateSchema,
    startsAt: z.string(),
    values: z.array(z.object({ enrolmentId: enrolmentIdSchema, mark: attendanceMarkSchema })),
  }),
  z.object({
    of: z.literal('grade'),
    assessmentId: assessmentIdSchema,
    title: z.string(),
    values: z.array(z.object({ enrolmentId: enrolmentIdSchema, score: z.number() })),
  }),
]);
export type EnrolmentDifference = z.infer<typeof enrolmentDifferenceSchema>;

/** The enrolments of one human in one edition side by side. */
export const enrolmentComparisonSchema = editionNamedSchema.extend({
  sides: z.array(enrolmentSideSchema),
  differences: z.array(enrolmentDifferenceSchema),
});
export type EnrolmentComparison = z.infer<typeof enrolmentComparisonSchema>;

const finalResultSchema = z.object({
  kind: resultKindSchema,
  hasParticipated: z.boolean(),
  grade: z.number().nullable(),
});

const heldCertificateSchema = z.object({
  certificateId: certificateIdSchema,
  folio: z.string(),
  kind: certificateKindSchema,
  /** Whether the result as it is now still earns it. */
  isEarned: z.boolean(),
});

const resultChangeSchema = personNamedSchema.extend({
  enrolmentId: enrolmentIdSchema,
  before: finalResultSchema.nullable(),
  after: finalResultSchema.nullable(),
  certificates: z.array(heldCertificateSchema),
});
export type ResultChangeShown = z.infer<typeof resultChangeSchema>;

const useSchema = z.object({
  as: z.enum([
    'enrolled',
    'trainer',
    'certificate',
    'accreditation',
    'observation',
    'user',
    'edition',
    'marks',
    'grades',
  ]),
  count: z.number().int(),
  /** Where, if it is in an edition. */
  edition: editionNamedSchema.nullable(),
  /** The last of them. */
  done: doneSchema,
});
export type Use = z.infer<typeof useSchema>;

/** A conflict's name. */
export const conflictKeySchema = z.string().max(400);

/** What can be done about a conflict. */
export const choiceSchema = z.enum([
  'keepPerson',
  'raiseCapacity',
  'acceptExcess',
  'moveToWaiting',
  'keepBoth',
  'takeOff',
  'keepEnrolment',
  'acceptResults',
  'reopen',
  'restore',
  'withdraw',
  'moveToKept',
  'leaveDeleted',
  'reissue',
]);
export type Choice = z.infer<typeof choiceSchema>;

/** Sessions of one day that cannot both take place. */
const overlapSchema = z.object({
  date: calendarDateSchema,
  sessions: z.array(
    z.object({
      sessionId: sessionIdSchema,
      editionId: editionIdSchema,
      startsAt: z.string(),
      minutes: z.number().int(),
    }),
  ),
});

const base = z.object({ key: conflictKeySchema, choices: z.array(choiceSchema) });

export const conflictSchema = z.discriminatedUnion('kind', [
  /** Merged into one another on different PCs, or into someone who was deleted. */
  base.extend({ kind: z.literal('mergedApart'), people: z.array(personSideSchema) }),
  base.extend({
    kind: z.literal('deletedButUsed'),
    thing: z.enum(['person', 'course', 'edition', 'session', 'enrolment']),
    id: z.string(),
    name: z.string(),
    /** The day, of a session. */
    date: calendarDateSchema.nullable(),
    edition: editionNamedSchema.nullable(),
    deleted: doneSchema,
    uses: z.array(useSchema),
    /** Who a person has become by merging. */
    keptPerson: personNamedSchema.nullable(),
  }),
  base.extend({
    kind: z.literal('twoEnrolments'),
    person: personNamedSchema,
    comparison: enrolmentComparisonSchema,
  }),
  base.extend({
    kind: z.literal('overCapacity'),
    edition: editionNamedSchema,
    capacity: z.number().int(),
    enrolled: z.number().int(),
    /** How many more than seats and recorded exceptions. */
    excess: z.number().int(),
    /** The last who were enrolled, as many as are too many. */
    last: z.array(
      personNamedSchema.extend({
        enrolmentId: enrolmentIdSchema,
        enrolledAt: instantSchema,
        made: doneSchema,
      }),
    ),
  }),
  base.extend({
    kind: z.literal('trainerDoubleBooked'),
    person: personNamedSchema,
    /** Two; one where the sessions of a single edition overlap. */
    editions: z.array(editionNamedSchema.extend({ place: z.string(), assigned: doneSchema })),
    overlaps: z.array(overlapSchema),
  }),
  base.extend({
    kind: z.literal('roomDoubleBooked'),
    place: z.string(),
    room: z.string(),
    /** Two. */
    editions: z.array(editionNamedSchema),
    overlaps: z.array(overlapSchema),
  }),
  base.extend({
    kind: z.literal('editionChangedAfterClosing'),
    edition: editionNamedSchema,
    /** Not closed where another PC moved it on without knowing of the closing. */
    status: editionStatusSchema,
    closedAt: instantSchema,
    changes: z.array(resultChangeSchema),
    /** How many certificates of the edition hold. */
    certificates: z.number().int(),
  }),
  base.extend({
    kind: z.literal('folioGivenTwice'),
    folio: z.string(),
    certificates: z.array(
      personNamedSchema.extend({
        certificateId: certificateIdSchema,
        edition: editionNamedSchema,
        issuedOn: calendarDateSchema,
        made: doneSchema,
      }),
    ),
  }),
]);
export type Conflict = z.infer<typeof conflictSchema>;
export type ConflictOf<Kind extends ConflictKind> = Extract<Conflict, { kind: Kind }>;

const mostIdsNamed = 15;

/**
 * The name by which every PC knows a conflict: its kind and its ids, in an order that never depends on the PC. Of many
 * the first are named and the others counted: no id is in two conflicts of a kind that has so many.
 */
export function conflictKey(kind: ConflictKind, ids: readonly string[]): string {
  const named = ids.slice(0, mostIdsNamed);
  return [kind, ...named, ...(ids.length > named.length ? [`+${ids.length - named.length}`] : [])].join(' ');
}

/** The kind a key speaks of; null for what is no key. */
export function findConflictKind(key: string): ConflictKind | null {
  return conflictKindSchema.safeParse(key.split(' ')[0]).data ?? null;
}

/** The editions a conflict is about. */
export function listConflictEditions(conflict: Conflict): EditionNamed[] {
  switch (conflict.kind) {
    case 'mergedApart':
      return [];
    case 'deletedButUsed':
      return [conflict.edition, ...conflict.uses.map(({ edition }) => edition)].filter(
        (edition) => edition !== null,
      );
    case 'twoEnrolments':
      return [conflict.comparison];
    case 'overCapacity':
    case 'editionChangedAfterClosing':
      return [conflict.edition];
    case 'trainerDoubleBooked':
    case 'roomDoubleBooked':
      return conflict.editions;
    case 'folioGivenTwice':
      return conflict.certificates.map(({ edition }) => edition);
  }
}
