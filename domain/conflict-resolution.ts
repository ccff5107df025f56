import { z } from 'zod';
import { type Choice } from './conflict.ts';
import { requiredText } from './field.ts';
import { certificateIdSchema, editionIdSchema, personIdSchema } from './ids.ts';
import { enrolmentJoinSchema } from './person-merge.ts';
import type { Role } from './role.ts';

/** What someone decided about a conflict, with what the decision needs. */
export const resolutionSchema = z.discriminatedUnion('choice', [
  z.object({ choice: z.literal('keepPerson'), personId: personIdSchema }),
  z.object({ choice: z.literal('raiseCapacity') }),
  z.object({ choice: z.literal('acceptExcess'), reason: requiredText(200) }),
  z.object({ choice: z.literal('moveToWaiting') }),
  z.object({ choice: z.literal('keepBoth') }),
  z.object({ choice: z.literal('takeOff'), editionId: editionIdSchema }),
  z.object({ choice: z.literal('keepEnrolment'), join: enrolmentJoinSchema }),
  z.object({ choice: z.literal('acceptResults') }),
  z.object({ choice: z.literal('reopen') }),
  z.object({ choice: z.literal('restore') }),
  z.object({ choice: z.literal('withdraw'), reason: requiredText(200) }),
  z.object({ choice: z.literal('moveToKept') }),
  z.object({ choice: z.literal('leaveDeleted') }),
  z.object({
    choice: z.literal('reissue'),
    certificateId: certificateIdSchema,
    reason: requiredText(300),
  }),
]);
export type Resolution = z.infer<typeof resolutionSchema>;

/** Who may decide so: what otherwise needs a coordinator's word needs it here too. */
export const choiceNeeds: Readonly<Record<Choice, Role>> = {
  keepPerson: 'registrar',
  raiseCapacity: 'registrar',
  acceptExcess: 'coordinator',
  moveToWaiting: 'registrar',
  keepBoth: 'registrar',
  takeOff: 'registrar',
  keepEnrolment: 'registrar',
  acceptResults: 'coordinator',
  reopen: 'coordinator',
  restore: 'registrar',
  withdraw: 'registrar',
  moveToKept: 'registrar',
  leaveDeleted: 'registrar',
  reissue: 'coordinator',
};
