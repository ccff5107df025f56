import { startDemo } from '../demo/start-demo.ts';
import { readMunicipalities } from '../municipalities.ts';
import { recover } from '../recovery.ts';
import { lock, readSetupState, signIn, signOut, startOffice } from '../setup.ts';
import { answer, openOs, os } from './base.ts';

export const setupRouter = {
  state: openOs.setup.state.handler(({ context }) => readSetupState(context.service, context.connection)),
  municipalities: openOs.setup.municipalities.handler(({ context }) =>
    readMunicipalities(context.service.resourcesFolder),
  ),
  start: openOs.setup.start.handler(async ({ input, context, errors }) =>
    answer(await startOffice(context.service, context.connection, input), errors),
  ),
  startDemo: openOs.setup.startDemo.handler(async ({ input, context, errors }) =>
    answer(await startDemo(context.service, context.connection, input.seed), errors),
  ),
  signIn: openOs.setup.signIn.handler(async ({ input, context, errors }) =>
    answer(await signIn(context.service, context.connection, input), errors),
  ),
  lock: os.setup.lock.handler(({ context, errors }) =>
    answer(lock(context.service, context.connection, context.user), errors),
  ),
  recover: openOs.setup.recover.handler(async ({ input, context, errors }) =>
    answer(await recover(context.service, context.connection, input), errors),
  ),
  signOut: openOs.setup.signOut.handler(({ context }) => signOut(context.service, context.connection)),
};
