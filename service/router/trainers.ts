import { maySeeCascade } from '../../domain/cascade-rights.ts';
import { refuse } from '../../domain/refusal.ts';
import {
  listAccreditationRules,
  removeAccreditationRule,
  setAccreditationRule,
} from '../../db/accreditation-rules.ts';
import { listAccreditationLines, sayAccreditation } from '../../db/accreditations.ts';
import { getCascade } from '../../db/cascades.ts';
import { listLeadObstacles } from '../../db/lead-obstacles.ts';
import { searchTrainers } from '../../db/trainer-search.ts';
import { answer, os } from './base.ts';

const { trainers } = os;

export const trainersRouter = {
  list: trainers.list.handler(({ input, context }) =>
    listAccreditationLines(context.db, input, context.today()),
  ),
  search: trainers.search.handler(({ input, context, errors }) =>
    answer(searchTrainers(context.db, input, { today: context.today(), own: context.ownEditions }), errors),
  ),
  leadObstacles: trainers.leadObstacles.handler(({ input, context }) =>
    listLeadObstacles(context.db, input, context.today()),
  ),
  cascade: trainers.cascade.handler(({ input, context, errors }) =>
    answer(
      maySeeCascade(context.user, input.personId)
        ? getCascade(context.db, input, context.today())
        : refuse('NOT_FOUND'),
      errors,
    ),
  ),
  rules: trainers.rules.handler(({ input, context }) => listAccreditationRules(context.db, input)),
  setRule: trainers.setRule.handler(({ input, context, errors }) =>
    answer(setAccreditationRule(context.writer, input), errors),
  ),
  removeRule: trainers.removeRule.handler(({ input, context, errors }) =>
    answer(removeAccreditationRule(context.writer, input), errors),
  ),
  say: trainers.say.handler(({ input, context, errors }) =>
    answer(sayAccreditation(context.writer, { ...input, role: context.user.role }), errors),
  ),
};
