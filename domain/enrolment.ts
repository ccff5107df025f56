import { z } from 'zod';
import { attendanceShareSchema } from './attendance.ts';
import { instantSchema } from './calendar-date.ts';
import { issuedInSchema } from './identity-card.ts';
import { editionIdSchema, enrolmentIdSchema, personIdSchema } from './ids.ts';

/** requested → enrolled → (withdrawn | completed), or waiting while the capacity is full. */
export const enrolmentStatusSchema = z.enum(['requested', 'enrolled', 'waiting', 'withdrawn', 'completed']);
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
  withdrawnReason: z.string().nullable(),
  /** The coordinator's words for enrolling beyond the capacity or into a closed edition. */
  exceptionReason: z.string().nullable(),
  givenNames: z.string(),
  paternalSurname: z.string().nullable(),
  maternalSurname: z.string().nullable(),
  marriedSurname: z.string().nullable(),
  idNumber: z.string().nullable(),
  idComplement: z.string().nullable(),
  idIssuedIn: issuedInSchema.nullable(),
  phone: z.string().nullable(),
  community: z.string().nullable(),
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
];

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
