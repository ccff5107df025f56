import { oc } from '@orpc/contract';
import { z } from 'zod';
import type { Role } from '../role.ts';

/** Whom a procedure lets in: anyone before signing in, or whoever has at least a role. */
export type ProcedureMeta = { needs: Role | 'anyone' };

const base = oc.$meta<ProcedureMeta>({ needs: 'coordinator' }).errors({
  /** Nobody is signed in on this connection. */
  SIGNED_OUT: { status: 401 },
  FORBIDDEN: { status: 403, data: z.object({ needs: z.string() }) },
  /** What was asked for is not there, or was deleted meanwhile. */
  NOT_FOUND: { status: 404 },
  /** Nothing was stored: the disk is full, the folder may not be written, or another program has the data locked. */
  STORAGE: { status: 422, data: z.object({ reason: z.enum(['full', 'readOnly', 'busy']) }) },
  /** Something broke that should not have; the log has more under this id. */
  FAULT: { status: 500, data: z.object({ logId: z.string() }) },
});

export const forAnyone = base.meta({ needs: 'anyone' });
export const forReader = base.meta({ needs: 'reader' });
export const forTrainer = base.meta({ needs: 'trainer' });
export const forRegistrar = base.meta({ needs: 'registrar' });
export const forCoordinator = base.meta({ needs: 'coordinator' });

/** How far a long task is: `done` of `total` pieces. */
export const progressSchema = z.object({ done: z.number().int(), total: z.number().int() });
export type Progress = z.infer<typeof progressSchema>;
