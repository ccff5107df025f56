import { z } from 'zod';
import {
  certificateCandidateSchema,
  certificateKindSchema,
  certificateSchema,
  skipReasonSchema,
  verificationSchema,
} from '../certificate.ts';
import { requiredText } from '../field.ts';
import { certificateIdSchema, editionIdSchema, enrolmentIdSchema } from '../ids.ts';
import { forCoordinator, forReader } from './procedure.ts';

export const certificatesContract = {
  /** Who of an edition may have a certificate, who has one, and who not and why. */
  candidates: forReader
    .input(z.object({ editionId: editionIdSchema }))
    .output(z.array(certificateCandidateSchema)),
  /** What a candidate's certificate would say: the page before anything is issued. */
  draft: forReader
    .input(z.object({ enrolmentId: enrolmentIdSchema, kind: certificateKindSchema }))
    .output(certificateSchema),
  /** Issues to all who may have one, or to those chosen, in one transaction, in the order of surnames. */
  issue: forCoordinator
    .errors({ WRONG_STATUS: { status: 409 } })
    .input(z.object({ editionId: editionIdSchema, enrolmentIds: z.array(enrolmentIdSchema).nullable() }))
    .output(
      z.object({
        issued: z.array(certificateSchema),
        skipped: z.array(
          z.object({ enrolmentId: enrolmentIdSchema, personName: z.string(), reason: skipReasonSchema }),
        ),
      }),
    ),
  /** The register, newest folio first; `text` looks in names and folios. */
  register: forReader
    .input(
      z.object({
        text: z.string().max(100),
        editionId: editionIdSchema.nullable(),
        offset: z.number().int().min(0),
        limit: z.number().int().min(1).max(500),
      }),
    )
    .output(z.object({ total: z.number().int(), rows: z.array(certificateSchema) })),
  get: forReader.input(z.object({ id: certificateIdSchema })).output(certificateSchema),
  /** Revokes with a reason and, if asked, issues a new one that names the old; cannot be undone. */
  revoke: forCoordinator
    .errors({ ALREADY_REVOKED: { status: 409 } })
    .input(z.object({ id: certificateIdSchema, reason: requiredText(300), reissue: z.boolean() }))
    .output(z.object({ revoked: certificateSchema, replacement: certificateSchema.nullable() })),
  /** Checks the text of a QR, or shows what the register says of a typed folio. */
  verify: forReader.input(z.object({ text: z.string().max(4000) })).output(verificationSchema),
};
