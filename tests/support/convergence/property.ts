import fc from 'fast-check';
import type { Template } from './devices.ts';
import { type RunCounts, runOffice } from './run.ts';

/** How many steps a run has. */
export const stepsPerRun = 92;

/** Whatever several PCs do and whatever reaches whom when: in the end all hold the same. */
export function allHoldTheSame(template: Template, counts: RunCounts) {
  // Without bias and of one length: by default most runs would be short and most numbers small.
  const step = fc.noBias(fc.integer({ min: 0, max: 2 ** 31 - 1 }));
  const steps = fc.array(step, { minLength: stepsPerRun, maxLength: stepsPerRun });
  return fc.property(steps, (numbers) => runOffice(template, numbers, counts));
}
