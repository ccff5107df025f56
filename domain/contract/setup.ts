import { z } from 'zod';
import { idleMinutesSchema, logoDraftSchema, municipalitySchema, officeDraftSchema } from '../office.ts';
import { passwordSchema, userSchema } from '../user.ts';
import { requiredText } from '../field.ts';
import { userIdSchema } from '../ids.ts';
import { forAnyone, forReader } from './procedure.ts';

/** What the first screen asks: is there an office, and who is at the keyboard. */
export const setupStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('needsSetup') }),
  /** The database cannot be read: only the procedures of `recovery` answer. */
  z.object({ state: z.literal('damaged') }),
  z.object({
    state: z.literal('needsSignIn'),
    officeName: z.string(),
    users: z.array(userSchema),
    /** Whether a recovery sheet was made that still holds. */
    hasRecoveryCode: z.boolean(),
  }),
  /** Someone is signed in who went away: nothing is answered until they give their password again. */
  z.object({ state: z.literal('locked'), officeName: z.string(), user: userSchema }),
  z.object({
    state: z.literal('ready'),
    officeName: z.string(),
    user: userSchema,
    idleMinutes: idleMinutesSchema,
  }),
]);
export type SetupState = z.infer<typeof setupStateSchema>;

export const officeSetupSchema = z.object({
  office: officeDraftSchema,
  logo: logoDraftSchema.nullable(),
  user: z.object({ name: requiredText(80), password: passwordSchema.nullable() }),
});
export type OfficeSetup = z.infer<typeof officeSetupSchema>;

/** How long the next try must wait. */
const wait = z.object({ seconds: z.number().int() });
const tooManyTries = { TOO_MANY_TRIES: { status: 429, data: wait } };

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
  /** Signs in, or unlocks; a user without a password needs none. After wrong passwords it refuses for a while. */
  signIn: forAnyone
    .errors({ WRONG_PASSWORD: { status: 401, data: wait }, ...tooManyTries })
    .input(z.object({ userId: userIdSchema, password: z.string().nullable() }))
    .output(userSchema),
  signOut: forAnyone.output(z.null()),
  /** Takes the rights of this connection away until its user gives their password again. */
  lock: forReader.errors({ NO_PASSWORD: { status: 409 } }).output(z.null()),
  /** Gives a coordinator a new password for the code of the recovery sheet, which is spent, and signs them in. */
  recover: forAnyone
    .errors({ WRONG_CODE: { status: 401, data: wait }, ...tooManyTries })
    .input(z.object({ code: z.string().max(100), userId: userIdSchema, password: passwordSchema }))
    .output(userSchema),
};
