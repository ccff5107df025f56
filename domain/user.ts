import { z } from 'zod';
import { requiredText } from './field.ts';
import { personIdSchema, userIdSchema } from './ids.ts';
import { roleSchema } from './role.ts';

export const passwordSchema = z.string().min(8, { error: 'passwordTooShort' }).max(200, { error: 'tooLong' });

/** Someone who works with Yachay on this office's PCs. A user without a password signs in by choosing their name. */
export const userSchema = z.object({
  id: userIdSchema,
  name: z.string(),
  role: roleSchema,
  hasPassword: z.boolean(),
  isActive: z.boolean(),
  /** Counts as an active coordinator, though what is stored says otherwise: nobody else is one any more. */
  standsIn: z.boolean(),
  /** Who they are among the people of the office; a trainer sees the editions that this person teaches. */
  personId: personIdSchema.nullable(),
  personName: z.string().nullable(),
});
export type User = z.infer<typeof userSchema>;

export const userDraftSchema = z.object({
  name: requiredText(80),
  role: roleSchema,
  password: passwordSchema.nullable(),
  personId: personIdSchema.nullable().default(null),
});
export type UserDraft = z.infer<typeof userDraftSchema>;
