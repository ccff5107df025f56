import { z } from 'zod';
import { logoDraftSchema, paperSchema } from '../../../domain/office.ts';
import { emptySetup, setupSteps, type SetupStep, type SetupValues } from './setup-form.ts';

/** Forgotten with the other drafts of this window. */
const draftName = 'yachay.draft.setup';
const logoName = 'yachay.draft.setup-logo';

const draftSchema = z.object({
  step: z.enum(setupSteps),
  office: z.object({ name: z.string(), municipalityCode: z.string(), paper: paperSchema }),
  signatories: z.array(z.object({ name: z.string(), position: z.string() })),
  user: z.object({ name: z.string(), entry: z.enum(['name', 'password']) }),
});

interface SetupDraft {
  step: SetupStep;
  values: SetupValues;
}

/**
 * What was typed before the window was loaded anew, or null. A password is never kept: whoever chose one is led
 * back to that step.
 */
export function readSetupDraft(): SetupDraft | null {
  const draft = draftSchema.safeParse(readJson(draftName)).data;
  if (draft === undefined) return null;
  const { step, office, signatories, user } = draft;
  const logo = logoDraftSchema.safeParse(readJson(logoName)).data ?? null;
  const mustRetype = user.entry === 'password' && step === 'summary';
  return {
    step: mustRetype ? 'user' : step,
    values: { office, logo, signatories, user: { ...emptySetup.user, ...user } },
  };
}

/** Keeps what was typed so far; the logo apart, so that its bytes are not written with every letter. */
export function keepSetupDraft(step: SetupStep, { office, signatories, user }: SetupValues): void {
  const { name, entry } = user;
  sessionStorage.setItem(draftName, JSON.stringify({ step, office, signatories, user: { name, entry } }));
}

export function keepLogoDraft(logo: SetupValues['logo']): void {
  if (logo === null) sessionStorage.removeItem(logoName);
  else sessionStorage.setItem(logoName, JSON.stringify(logo));
}

export function dropSetupDraft(): void {
  sessionStorage.removeItem(draftName);
  sessionStorage.removeItem(logoName);
}

function readJson(name: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? 'null');
  } catch {
    return null;
  }
}
