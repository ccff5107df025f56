import { safekeepingSchema } from '../safekeeping.ts';
import { forReader } from './procedure.ts';

export const safekeepingContract = {
  /** In all windows and on every page: it asks little, and what is heavy is computed only where something changed. */
  state: forReader.output(safekeepingSchema),
};
