import { z } from 'zod';
import { conflictKeySchema, conflictKindSchema, conflictSchema } from '../conflict.ts';
import { resolutionSchema } from '../conflict-resolution.ts';
import { actionPlaceSchema } from '../history.ts';
import { forReader, forRegistrar } from './procedure.ts';

export const conflictsContract = {
  /** What no rule can decide after PCs were brought together; at most a hundred of each kind. */
  list: forReader.output(
    z.object({
      counts: z.array(z.object({ kind: conflictKindSchema, count: z.number().int() })),
      conflicts: z.array(conflictSchema),
    }),
  ),
  /** How many there are of all kinds. */
  count: forReader.output(z.number().int()),
  /** Carries out a decision by ordinary writes, which travel on; some decisions need a coordinator. */
  resolve: forRegistrar
    .errors({
      COORDINATOR_NEEDED: { status: 403 },
      CERTIFICATES_ISSUED: { status: 409, data: z.object({ certificates: z.number().int() }) },
      ALREADY_REVOKED: { status: 409 },
    })
    .input(z.object({ key: conflictKeySchema, resolution: resolutionSchema }))
    .output(
      z.object({
        /** Of the words given, by which they can be taken back; none where it was done by other writes. */
        words: z.array(conflictKeySchema),
        done: actionPlaceSchema,
      }),
    ),
  /** Takes words back: what they settled shows again. */
  takeBack: forRegistrar.input(z.object({ words: z.array(conflictKeySchema).max(5000) })).output(z.null()),
};
