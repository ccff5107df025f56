import { getOffice, setOfficeLogo } from '../../db/office.ts';
import { changeOffice } from '../office.ts';
import { answer, os } from './base.ts';

export const officeRouter = {
  get: os.office.get.handler(({ context }) => getOffice(context.db)),
  update: os.office.update.handler(({ input, context, errors }) =>
    answer(changeOffice(context.writer, input, context.service.resourcesFolder), errors),
  ),
  setLogo: os.office.setLogo.handler(({ input, context }) => setOfficeLogo(context.writer, input)),
};
