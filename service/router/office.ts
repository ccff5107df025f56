import { getOffice, setIdleMinutes, setOfficeLogo } from '../../db/office.ts';
import { changeOffice, describeDevice } from '../office.ts';
import { answer, os } from './base.ts';

export const officeRouter = {
  get: os.office.get.handler(({ context }) => getOffice(context.db)),
  update: os.office.update.handler(({ input, context, errors }) =>
    answer(changeOffice(context.writer, input, context.service.resourcesFolder), errors),
  ),
  device: os.office.device.handler(({ context }) => describeDevice(context.service)),
  setIdleMinutes: os.office.setIdleMinutes.handler(({ input, context }) =>
    setIdleMinutes(context.writer, input.minutes),
  ),
  setLogo: os.office.setLogo.handler(({ input, context }) => setOfficeLogo(context.writer, input)),
};
