import { browse, listBackups } from '../backups/list-backups.ts';
import { makeBackup } from '../backups/make-backup.ts';
import { inspectForRecovery, readRecoveryState, recoverOffice } from '../backups/recover.ts';
import { inspectBackup, restoreBackup } from '../backups/restore-backup.ts';
import { forgetSecondPlace, setSecondPlace } from '../backups/second-place.ts';
import { answer, answerStream, openOs, os } from './base.ts';

export const backupsRouter = {
  list: os.backups.list.handler(({ context }) => listBackups(context.service)),
  make: os.backups.make.handler(({ input, context, errors, signal }) =>
    answerStream(context.service, 'backups.make', makeBackup(context.service, input.to, signal), errors),
  ),
  setSecondPlace: os.backups.setSecondPlace.handler(async ({ input, context, errors }) =>
    answer(await setSecondPlace(context.service, input), errors),
  ),
  forgetSecondPlace: os.backups.forgetSecondPlace.handler(({ context }) =>
    forgetSecondPlace(context.service),
  ),
  browse: os.backups.browse.handler(({ input }) => browse(input.folder)),
  inspect: os.backups.inspect.handler(({ input, context, errors, signal }) =>
    answerStream(context.service, 'backups.inspect', inspectBackup(context.service, input, signal), errors),
  ),
  restore: os.backups.restore.handler(({ input, context, errors, signal }) =>
    answerStream(
      context.service,
      'backups.restore',
      restoreBackup(context.service, input, context.user.id, signal),
      errors,
    ),
  ),
};

export const recoveryRouter = {
  state: openOs.recovery.state.handler(({ context }) => readRecoveryState(context.service)),
  inspect: openOs.recovery.inspect.handler(({ input, context, errors, signal }) =>
    answerStream(
      context.service,
      'recovery.inspect',
      inspectForRecovery(context.service, input, signal),
      errors,
    ),
  ),
  recover: openOs.recovery.recover.handler(({ input, context, errors, signal }) =>
    answerStream(context.service, 'recovery.recover', recoverOffice(context.service, input, signal), errors),
  ),
};
