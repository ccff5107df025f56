import { listOrganisations } from '../../db/organisations.ts';
import { os } from './base.ts';

export const organisationsRouter = {
  list: os.organisations.list.handler(({ context }) => listOrganisations(context.db)),
};
