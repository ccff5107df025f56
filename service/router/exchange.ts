import { digestLog } from '../../db/change-log/check.ts';
import { stopAwaiting } from '../../db/awaited-devices.ts';
import { reviewThinning, thinOut } from '../../db/change-log/compaction.ts';
import { renameDevice, retireDevice } from '../../db/devices.ts';
import { trustCalendar } from '../packets/clock-trust.ts';
import {
  acceptSender,
  acknowledgeMinting,
  exportPacket,
  importPacket,
  openMadePacket,
  readExchangeState,
} from '../packets/exchange.ts';
import { exchangeFolder, setExchangeFolder } from '../packets/exchange-folder.ts';
import { discardAside } from '../packets/set-aside.ts';
import { answer, os } from './base.ts';
import { streamed } from './streamed.ts';

const { exchange } = os;

export const exchangeRouter = {
  state: exchange.state.handler(({ context }) => readExchangeState(context.service)),
  digest: exchange.digest.handler(({ context }) => ({ digest: digestLog(context.db) })),
  exportPacket: exchange.exportPacket.handler(async function* ({ input, context, errors, signal }) {
    const work = exportPacket(context.service, context.writer, input, signal);
    return answer(yield* streamed(context.service, 'exchange.exportPacket', work), errors);
  }),
  packetFile: exchange.packetFile.handler(async ({ input, context, errors }) =>
    answer(await openMadePacket(context.service, input.id), errors),
  ),
  importPacket: exchange.importPacket.handler(async function* ({ input, context, errors, signal }) {
    const work = importPacket(context.service, context.writer, input, signal);
    return answer(yield* streamed(context.service, 'exchange.importPacket', work), errors);
  }),
  acceptDevice: exchange.acceptDevice.handler(async function* ({ input, context, errors, signal }) {
    const work = acceptSender(context.service, context.writer, input.asideId, signal);
    return answer(yield* streamed(context.service, 'exchange.acceptDevice', work), errors);
  }),
  discardAside: exchange.discardAside.handler(({ input, context }) =>
    discardAside(context.service, input.asideId),
  ),
  retireDevice: exchange.retireDevice.handler(({ input, context, errors }) =>
    answer(retireDevice(context.writer, input), errors),
  ),
  renameDevice: exchange.renameDevice.handler(({ input, context, errors }) =>
    answer(renameDevice(context.writer, input), errors),
  ),
  stopAwaiting: exchange.stopAwaiting.handler(({ context }) => stopAwaiting(context.service.db)),
  acknowledgeMinting: exchange.acknowledgeMinting.handler(({ context }) =>
    acknowledgeMinting(context.service),
  ),
  trustCalendar: exchange.trustCalendar.handler(({ context }) => trustCalendar(context.service)),
  setFolder: exchange.setFolder.handler(async ({ input, context, errors }) =>
    answer(await setExchangeFolder(context.service, input.folder), errors),
  ),
  exchangeFolder: exchange.exchangeFolder.handler(async function* ({ context, errors, signal }) {
    const work = exchangeFolder(context.service, context.writer, signal);
    return answer(yield* streamed(context.service, 'exchange.exchangeFolder', work), errors);
  }),
  reviewThinning: exchange.reviewThinning.handler(({ input, context }) =>
    reviewThinning(context.writer, Date.parse(input.before)),
  ),
  thinOut: exchange.thinOut.handler(({ input, context }) =>
    thinOut(context.writer, Date.parse(input.before)),
  ),
};
