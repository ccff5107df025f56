import { findRecoveryHash } from '../../db/office.ts';
import { createRecoverySheet, discardRecoverySheet } from '../documents/recovery-sheet.ts';
import { makeRecoveryCode } from '../recovery.ts';
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
  hasRecoveryCode: os.users.hasRecoveryCode.handler(({ context }) => findRecoveryHash(context.db) !== null),
  makeRecoveryCode: os.users.makeRecoveryCode.handler(({ context }) =>
    makeRecoveryCode(context.service, context.writer),
  ),
  printRecoverySheet: os.users.printRecoverySheet.handler(async function* ({
    input,
    context,
    errors,
    signal,
  }) {
    try {
      return answer(yield* createRecoverySheet(context, input, signal), errors);
    } catch (error) {
      // The middleware has let go of a generator by the time it fails.
      throw context.service.reportFault(error, 'users.printRecoverySheet');
    }
  }),
  discardRecoverySheet: os.users.discardRecoverySheet.handler(({ context }) =>
    discardRecoverySheet(context.service),
  ),
  setPassword: os.users.setPassword.handler(async ({ input, context, errors }) =>
    answer(await changePassword(context.writer, context.user, input), errors),
  ),
};
