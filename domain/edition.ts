import { z } from 'zod';
import { calendarDateSchema } from './calendar-date.ts';
import { type EnrolmentStatus, holdsSeat } from './enrolment.ts';
import { optionalText, requiredText } from './field.ts';
import { courseIdSchema, editionIdSchema, personIdSchema } from './ids.ts';
import { attendancePolicySchema } from './office.ts';

/** planned → open (enrolling) → running → closed; or cancelled before it closes. */
export const editionStatusSchema = z.enum(['planned', 'open', 'running', 'closed', 'cancelled']);
export type EditionStatus = z.infer<typeof editionStatusSchema>;

const nextStatuses: Record<EditionStatus, readonly EditionStatus[]> = {
  planned: ['open', 'cancelled'],
  open: ['planned', 'running', 'cancelled'],
  running: ['open', 'closed', 'cancelled'],
  closed: ['running'],
  cancelled: ['planned'],
};

/** Whether an edition may pass from one status to another; each step can be taken back by the step before. */
export function canMoveEdition(from: EditionStatus, to: EditionStatus): boolean {
  return nextStatuses[from].includes(to);
}

/** A closed or cancelled edition takes no more sessions, enrolments, marks or grades. */
export function takesChanges(status: EditionStatus): boolean {
  return status !== 'closed' && status !== 'cancelled';
}

/** Lead and co-facilitating trainers count differently for accreditation. */
export const trainerRoleSchema = z.enum(['lead', 'assistant']);
export const trainerAssignmentDraftSchema = z.object({
  personId: personIdSchema,
  role: trainerRoleSchema,
  /** A coordinator's word for a lead who is not accredited for the course. */
  exceptionReason: optionalText(300).optional(),
});
export const trainerAssignmentSchema = trainerAssignmentDraftSchema.extend({
  name: z.string(),
  exceptionReason: z.string().nullable(),
});
export type TrainerAssignment = z.infer<typeof trainerAssignmentSchema>;

const editionFields = z.object({
  courseId: courseIdSchema,
  code: requiredText(30),
  place: requiredText(160),
  /** Where in the place; a session may meet in another room of it. */
  room: optionalText(80),
  startsOn: calendarDateSchema,
  endsOn: calendarDateSchema,
  capacity: z.number().int().min(1, { error: 'outOfRange' }).max(2000, { error: 'outOfRange' }),
  attendancePolicy: attendancePolicySchema,
  notes: optionalText(2000),
  trainers: z.array(trainerAssignmentDraftSchema).max(20, { error: 'tooMany' }),
});

/** What a form sends of an edition; it cannot end before it starts. */
export const editionDraftSchema = editionFields.refine((edition) => edition.startsOn <= edition.endsOn, {
  error: 'endsBeforeStart',
  path: ['endsOn'],
});
export type EditionDraft = z.infer<typeof editionDraftSchema>;

/** Seats of an edition: `free` is never negative. */
export const seatsSchema = z.object({
  capacity: z.number().int(),
  enrolled: z.number().int(),
  waiting: z.number().int(),
  free: z.number().int(),
});
export type Seats = z.infer<typeof seatsSchema>;

/** The seats of an edition from how many of its enrolments have each status. */
export function computeSeats(capacity: number, countByStatus: ReadonlyMap<EnrolmentStatus, number>): Seats {
  let enrolled = 0;
  for (const [status, count] of countByStatus) if (holdsSeat(status)) enrolled += count;
  const waiting = countByStatus.get('waiting') ?? 0;
  return { capacity, enrolled, waiting, free: Math.max(0, capacity - enrolled) };
}

/** How many are enrolled beyond the seats and beyond those for whom an exception is recorded. */
export function countExcess(count: { capacity: number; enrolled: number; exceptions: number }): number {
  return Math.max(0, count.enrolled - count.capacity - count.exceptions);
}

export const editionSummarySchema = z.object({
  id: editionIdSchema,
  code: z.string(),
  courseId: courseIdSchema,
  courseTitle: z.string(),
  status: editionStatusSchema,
  place: z.string(),
  startsOn: calendarDateSchema,
  endsOn: calendarDateSchema,
  seats: seatsSchema,
  sessionCount: z.number().int(),
});
export type EditionSummary = z.infer<typeof editionSummarySchema>;

/** One run of a course. */
export const editionSchema = editionFields.extend({
  id: editionIdSchema,
  status: editionStatusSchema,
  courseTitle: z.string(),
  courseCode: z.string(),
  hours: z.number(),
  minimumAttendance: z.number(),
  passMark: z.number().nullable(),
  trainers: z.array(trainerAssignmentSchema),
  seats: seatsSchema,
  sessionCount: z.number().int(),
  certificateCount: z.number().int(),
});
export type Edition = z.infer<typeof editionSchema>;
