import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { personIdSchema, programmeIdSchema, userIdSchema } from '../ids.ts';
import {
  idleMinutesSchema,
  logoDraftSchema,
  officeDraftSchema,
  officeSchema,
  paperSchema,
} from '../office.ts';
import { programmeDraftSchema, programmeSchema } from '../programme.ts';
import { userDraftSchema, userSchema } from '../user.ts';
import { roleSchema } from '../role.ts';
import { passwordSchema } from '../user.ts';
import { requiredText } from '../field.ts';
import { documentSchema, unprintable } from './documents.ts';
import { forCoordinator, forReader, progressSchema } from './procedure.ts';

export const officeContract = {
  get: forReader.output(officeSchema),
  update: forCoordinator.input(officeDraftSchema).output(officeSchema),
  /** This PC: what its folios begin with and where its data lies, for whoever makes copies. */
  device: forReader.output(z.object({ name: z.string(), series: z.string(), dataFolder: z.string() })),
  setLogo: forCoordinator.input(logoDraftSchema.nullable()).output(officeSchema),
  setIdleMinutes: forCoordinator.input(z.object({ minutes: idleMinutesSchema })).output(officeSchema),
};

export const programmesContract = {
  list: forReader.output(z.array(programmeSchema)),
  create: forCoordinator.input(programmeDraftSchema).output(programmeSchema),
  update: forCoordinator
    .errors({ THEME_IN_USE: { status: 409, data: z.object({ name: z.string(), courses: z.number() }) } })
    .input(programmeDraftSchema.extend({ id: programmeIdSchema }))
    .output(programmeSchema),
};

export const usersContract = {
  list: forReader.output(z.array(userSchema)),
  create: forCoordinator.input(userDraftSchema).output(userSchema),
  /** Name, role, who they are and whether they may sign in; the last active coordinator stays one. */
  update: forCoordinator
    .errors({ LAST_COORDINATOR: { status: 409 } })
    .input(
      z.object({
        id: userIdSchema,
        name: requiredText(80),
        role: roleSchema,
        isActive: z.boolean(),
        personId: personIdSchema.nullable(),
      }),
    )
    .output(userSchema),
  /** Everyone may set their own password, a coordinator anyone's; null takes it away. */
  setPassword: forReader
    .input(z.object({ id: userIdSchema, password: passwordSchema.nullable() }))
    .output(userSchema),
  hasRecoveryCode: forCoordinator.output(z.boolean()),
  /** Makes the code that opens the office when a coordinator forgot their password; the one before holds no more. */
  makeRecoveryCode: forCoordinator.output(z.object({ code: z.string() })),
  /** The sheet with the code that was just made. It is deleted as soon as it is not needed any more. */
  printRecoverySheet: forCoordinator
    .errors({ WRONG_CODE: { status: 422 }, ...unprintable })
    .input(z.object({ code: z.string().max(100), paper: paperSchema }))
    .output(eventIterator(progressSchema, documentSchema)),
  discardRecoverySheet: forCoordinator.output(z.null()),
};
