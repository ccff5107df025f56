import { z } from 'zod';
import { logoDraftSchema, municipalitySchema, officeDraftSchema } from '../office.ts';
import { passwordSchema, userSchema } from '../user.ts';
import { requiredText } from '../field.ts';
import { userIdSchema } from '../ids.ts';
import { forAnyone } from './procedure.ts';

/** What the first screen asks: is there an office, and who is at the keyboard. */
export const setupStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('needsSetup') }),
  z.object({ state: z.literal('needsSignIn'), officeName: z.string(), users: z.array(userSchema) }),
  z.object({ state: z.literal('ready'), officeName: z.string(), user: userSchema }),
]);
export type SetupState = z.infer<typeof setupStateSchema>;

export const officeSetupSchema = z.object({
  office: officeDraftSchema,
  logo: logoDraftSchema.nullable(),
  user: z.object({ name: requiredText(80), password: passwordSchema.nullable() }),
});
export type OfficeSetup = z.infer<typeof officeSetupSchema>;

export const setupContract = {
  state: forAnyone.output(setupStateSchema),
  municipalities: forAnyone.output(z.array(municipalitySchema)),
  /** Makes the office, its first coordinator, this device and its keys, and signs that coordinator in. */
  start: forAnyone
    .errors({ ALREADY_SET_UP: { status: 409 } })
    .input(officeSetupSchema)
    .output(userSchema),
  /** Makes an office with invented data, to look around in. */
  startDemo: forAnyone
    .errors({ ALREADY_SET_UP: { status: 409 } })
    .input(z.object({ seed: z.number().int() }))
    .output(userSchema),
  /** Signs in; a user without a password needs none. */
  signIn: forAnyone
    .errors({ WRONG_PASSWORD: { status: 401 } })
    .input(z.object({ userId: userIdSchema, password: z.string().nullable() }))
    .output(userSchema),
  signOut: forAnyone.output(z.null()),
};
