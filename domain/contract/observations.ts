import { z } from 'zod';
import { observationIdSchema, personIdSchema } from '../ids.ts';
import {
  observationCriteriaDraftSchema,
  observationCriterionSchema,
  observationDraftSchema,
  observationSchema,
} from '../observation.ts';
import { forCoordinator, forReader, forRegistrar } from './procedure.ts';

const idInput = z.object({ id: observationIdSchema });

/** The observer signs the form on paper; who types it in is whoever keeps the records. */
export const observationsContract = {
  /** Of somebody, the latest first. */
  list: forReader.input(z.object({ personId: personIdSchema })).output(z.array(observationSchema)),
  /** The form, in its order. */
  criteria: forReader.output(z.array(observationCriterionSchema)),
  setCriteria: forCoordinator
    .input(observationCriteriaDraftSchema)
    .output(z.array(observationCriterionSchema)),
  add: forRegistrar.input(observationDraftSchema).output(observationSchema),
  change: forRegistrar
    .input(z.object({ id: observationIdSchema, draft: observationDraftSchema }))
    .output(observationSchema),
  remove: forRegistrar.input(idInput).output(z.null()),
  restore: forRegistrar.input(idInput).output(z.null()),
};
