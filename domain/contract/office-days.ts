import { z } from 'zod';
import { officeDayIdSchema } from '../ids.ts';
import { officeDayDraftSchema, officeDaySchema } from '../office-day.ts';
import { forCoordinator, forReader } from './procedure.ts';

const idInput = z.object({ id: officeDayIdSchema });

export const officeDaysContract = {
  /** The latest first. */
  list: forReader.output(z.array(officeDaySchema)),
  add: forCoordinator.input(officeDayDraftSchema).output(officeDaySchema),
  remove: forCoordinator.input(idInput).output(z.null()),
  restore: forCoordinator.input(idInput).output(z.null()),
};
