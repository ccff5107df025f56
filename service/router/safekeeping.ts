import { getSafekeeping } from '../../db/safekeeping.ts';
import { roleAllows } from '../../domain/role.ts';
import { countConflicts } from '../conflicts.ts';
import { os } from './base.ts';

export const safekeepingRouter = {
  state: os.safekeeping.state.handler(async ({ context }) => ({
    ...getSafekeeping(context.db, context.service.now(), context.today()),
    toResolve: roleAllows(context.user.role, 'registrar')
      ? await countConflicts(context.db, context.ownEditions)
      : 0,
  })),
};
