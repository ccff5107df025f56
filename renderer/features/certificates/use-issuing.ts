import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Certificate, CertificateCandidate } from '../../../domain/certificate.ts';
import type { EditionId } from '../../../domain/ids.ts';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { useConfirm } from '../../ui/confirm.tsx';

/** Issues in one batch, after saying that folios cannot be taken back. */
export function useIssuing(editionId: EditionId, onIssued: (issued: readonly Certificate[]) => void) {
  const { t } = useTranslation('certificates');
  const api = useApi();
  const confirm = useConfirm();
  const describeError = useDescribeError();
  const issuing = useMutation(api.certificates.issue.mutationOptions());
  const [refusal, setRefusal] = useState<string | null>(null);

  const issue = async (candidates: readonly CertificateCandidate[]) => {
    const count = candidates.length;
    const answer = await confirm({
      title: t('issue.action', { count }),
      text: t('issue.text', { count }),
      confirmLabel: t('issue.action', { count }),
    });
    if (answer === false) return;
    setRefusal(null);
    try {
      const enrolmentIds = candidates.map(({ enrolmentId }) => enrolmentId);
      const { issued } = await issuing.mutateAsync({ editionId, enrolmentIds });
      onIssued(issued);
    } catch (error) {
      setRefusal(describeError(error));
    }
  };
  return { issue, refusal, isIssuing: issuing.isPending };
}
