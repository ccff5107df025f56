import { listObservationCriteria, setObservationCriteria } from '../../db/observation-criteria.ts';
import {
  addObservation,
  changeObservation,
  listObservations,
  removeObservation,
  restoreObservation,
} from '../../db/observations.ts';
import { answer, os } from './base.ts';

const { observations } = os;

export const observationsRouter = {
  list: observations.list.handler(({ input, context }) =>
    listObservations(context.db, input.personId, context.ownEditions),
  ),
  criteria: observations.criteria.handler(({ context }) => [...listObservationCriteria(context.db)]),
  setCriteria: observations.setCriteria.handler(({ input, context }) => [
    ...setObservationCriteria(context.writer, input),
  ]),
  add: observations.add.handler(({ input, context, errors }) =>
    answer(addObservation(context.writer, input), errors),
  ),
  change: observations.change.handler(({ input, context, errors }) =>
    answer(changeObservation(context.writer, input), errors),
  ),
  remove: observations.remove.handler(({ input, context, errors }) =>
    answer(removeObservation(context.writer, input), errors),
  ),
  restore: observations.restore.handler(({ input, context, errors }) =>
    answer(restoreObservation(context.writer, input), errors),
  ),
};
