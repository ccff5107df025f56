import { listMembers, listOrganisations } from '../../db/organisations.ts';
import { os } from './base.ts';

export const organisationsRouter = {
  list: os.organisations.list.handler(({ context }) => listOrganisations(context.db)),
  members: os.organisations.members.handler(({ input, context }) =>
    listMembers(context.db, input.organisationId),
  ),
};
