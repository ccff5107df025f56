import { createProgramme, listProgrammes, updateProgramme } from '../../db/programmes.ts';
import { answer, os } from './base.ts';

export const programmesRouter = {
  list: os.programmes.list.handler(({ context }) => listProgrammes(context.db)),
  create: os.programmes.create.handler(({ input, context }) => createProgramme(context.writer, input)),
  update: os.programmes.update.handler(({ input, context, errors }) =>
    answer(updateProgramme(context.writer, input), errors),
  ),
};
