import { listUsers, updateUser } from '../../db/users.ts';
import { addUser, changePassword } from '../users.ts';
import { answer, os } from './base.ts';

export const usersRouter = {
  list: os.users.list.handler(({ context }) => listUsers(context.db)),
  create: os.users.create.handler(async ({ input, context, errors }) =>
    answer(await addUser(context.writer, input), errors),
  ),
  update: os.users.update.handler(({ input, context, errors }) =>
    answer(updateUser(context.writer, input), errors),
  ),
  setPassword: os.users.setPassword.handler(async ({ input, context, errors }) =>
    answer(await changePassword(context.writer, context.user, input), errors),
  ),
};
