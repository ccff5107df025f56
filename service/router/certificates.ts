import { listCandidates } from '../../db/certificate-candidates.ts';
import { draftCertificate } from '../../db/certificate-issuing.ts';
import { getCertificate, listRegister } from '../../db/certificates.ts';
import { issueCertificates, revokeCertificate } from '../certificates/issue.ts';
import { verifyCertificate } from '../certificates/verify.ts';
import { answer, os } from './base.ts';

export const certificatesRouter = {
  candidates: os.certificates.candidates.handler(({ input, context, errors }) =>
    answer(listCandidates(context.db, input), errors),
  ),
  draft: os.certificates.draft.handler(({ input, context, errors }) =>
    answer(draftCertificate(context.db, input, context.today()), errors),
  ),
  issue: os.certificates.issue.handler(({ input, context, errors }) =>
    answer(issueCertificates(context.writer, input), errors),
  ),
  register: os.certificates.register.handler(({ input, context }) =>
    listRegister(context.db, input, context.ownEditions),
  ),
  get: os.certificates.get.handler(({ input, context, errors }) =>
    answer(getCertificate(context.db, input), errors),
  ),
  revoke: os.certificates.revoke.handler(({ input, context, errors }) =>
    answer(revokeCertificate(context.writer, input), errors),
  ),
  verify: os.certificates.verify.handler(({ input, context }) =>
    verifyCertificate(context.db, input.text, context.today()),
  ),
};
