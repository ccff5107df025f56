import { z } from 'zod';
import type { OfficeSetup } from '../../../domain/contract/setup.ts';
import { requiredText } from '../../../domain/field.ts';
import { type AttendancePolicy, logoDraftSchema, officeDraftSchema } from '../../../domain/office.ts';
import { passwordSchema } from '../../../domain/user.ts';

export const setupSteps = ['office', 'logo', 'signatories', 'user', 'summary'] as const;
export type SetupStep = (typeof setupSteps)[number];

/** How the first user comes in: by choosing their name, or with a password. */
const entrySchema = z.enum(['name', 'password']);

const userStepSchema = z
  .object({
    name: requiredText(80),
    entry: entrySchema,
    password: z.string(),
    passwordAgain: z.string(),
  })
  .superRefine(({ entry, password, passwordAgain }, context) => {
    if (entry === 'name') return;
    const issue = passwordSchema.safeParse(password).error?.issues[0];
    if (issue !== undefined) {
      context.addIssue({ code: 'custom', path: ['password'], message: issue.message });
    } else if (password !== passwordAgain) {
      context.addIssue({ code: 'custom', path: ['passwordAgain'], message: 'passwordsDiffer' });
    }
  });

/** Everything the first start asks, one part a step. */
export const setupFormSchema = z.object({
  office: officeDraftSchema.pick({ name: true, municipalityCode: true, paper: true }),
  logo: logoDraftSchema.nullable(),
  signatories: officeDraftSchema.shape.signatories,
  user: userStepSchema,
});
export type SetupValues = z.output<typeof setupFormSchema>;

export const emptySetup: SetupValues = {
  office: { name: '', municipalityCode: '', paper: 'letter' },
  logo: null,
  signatories: [],
  user: { name: '', entry: 'name', password: '', passwordAgain: '' },
};

/** Late marks count as present and leaves are left out, until the office says otherwise in its settings. */
const firstPolicy: AttendancePolicy = { latesPerAbsence: null, leave: 'neutral' };

export function toOfficeSetup({ office, logo, signatories, user }: SetupValues): OfficeSetup {
  return {
    office: { ...office, address: null, phone: null, attendancePolicy: firstPolicy, signatories },
    logo,
    user: { name: user.name, password: user.entry === 'password' ? user.password : null },
  };
}
