import { z } from 'zod';
import { attendanceShareSchema } from './attendance.ts';
import { instantSchema } from './calendar-date.ts';
import { issuedInSchema } from './identity-card.ts';
import { editionIdSchema, enrolmentIdSchema, personIdSchema } from './ids.ts';

/**
 * requested → enrolled → (withdrawn | completed), or waiting while the capacity is full. A request that was not
 * accepted is declined; it holds no place until it is.
 */
export const enrolmentStatusSchema = z.enum([
  'requested',
  'enrolled',
  'waiting',
  'withdrawn',
  'completed',
  'declined',
]);
export type EnrolmentStatus = z.infer<typeof enrolmentStatusSchema>;

/** A person in an edition, as the list of participants shows it. */
export const enrolmentSchema = z.object({
  id: enrolmentIdSchema,
  editionId: editionIdSchema,
  personId: personIdSchema,
  status: enrolmentStatusSchema,
  enrolledAt: instantSchema,
  /** Place in the waiting list, from 1; null where not waiting. */
  waitingPosition: z.number().int().nullable(),
  /** Why they left, or were not accepted. */
  withdrawnReason: z.string().nullable(),
  /** The coordinator's words for enrolling beyond the capacity or into a closed edition. */
  exceptionReason: z.string().nullable(),
  /** The coordinator's words for enrolling someone who had not passed what the course asks for. */
  prerequisiteReason: z.string().nullable(),
  /** The edition they were moved from, by its code; null for whoever was enrolled here. */
  transferredFrom: z.object({ editionId: editionIdSchema, editionCode: z.string() }).nullable(),
  givenNames: z.string(),
  paternalSurname: z.string().nullable(),
  maternalSurname: z.string().nullable(),
  marriedSurname: z.string().nullable(),
  idNumber: z.string().nullable(),
  idComplement: z.string().nullable(),
  idIssuedIn: issuedInSchema.nullable(),
  phone: z.string().nullable(),
  community: z.string().nullable(),
  organisationName: z.string().nullable(),
  share: attendanceShareSchema,
});
export type Enrolment = z.infer<typeof enrolmentSchema>;

/** What counts for more where one person has two enrolments: the first of these. */
export const strongestStatuses: readonly EnrolmentStatus[] = [
  'completed',
  'enrolled',
  'waiting',
  'requested',
  'withdrawn',
  'declined',
];

/** Someone who left, or was never taken in: no longer in the edition, but may come back to it. */
export function hasLeft(status: EnrolmentStatus): boolean {
  return status === 'withdrawn' || status === 'declined';
}

/** Whether someone was ever in the edition: they neither wait, nor only asked, nor were declined. */
export function hasBeenIn(status: EnrolmentStatus): boolean {
  return holdsSeat(status) || status === 'withdrawn';
}

/** What is recorded as the reason with the enrolment that somebody was moved away from. */
export function writeTransferReason(editionCode: string): string {
  return `Traslado a ${editionCode}`;
}

/** A seat is held by whoever is enrolled or has completed. */
export function holdsSeat(status: EnrolmentStatus): boolean {
  return status === 'enrolled' || status === 'completed';
}

/**
 * Who moves up when seats are free: the first of the waiting list, never out of order.
 * `waiting` is in order of arrival.
 */
export function pickFromWaitingList<Waiting>(
  waiting: readonly Waiting[],
  freeSeats: number,
): readonly Waiting[] {
  return waiting.slice(0, Math.max(0, freeSeats));
}

/** How many of so many newcomers find a seat, and how many wait. */
export function foreseeSeats(newcomers: number, freeSeats: number): { toEnrol: number; toWait: number } {
  const toEnrol = Math.min(newcomers, freeSeats);
  return { toEnrol, toWait: newcomers - toEnrol };
}
