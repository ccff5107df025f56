import { IconCertificate, IconCircleCheck, IconClock, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CertificateCandidate } from '../../../domain/certificate.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';

/** Who has one with its folio, who may have which, and who may not. */
export function CandidateBadge({ candidate }: { candidate: CertificateCandidate }) {
  const { t } = useTranslation('certificates');
  if (candidate.folio !== null) {
    return (
      <StatusBadge tone="success" icon={IconCertificate}>
        {candidate.folio}
      </StatusBadge>
    );
  }
  if (candidate.kind !== null) {
    return (
      <StatusBadge tone="info" icon={IconCircleCheck}>
        {t(`kind.${candidate.kind}`)}
      </StatusBadge>
    );
  }
  const isOpen = candidate.skipReason === 'editionNotClosed';
  return (
    <StatusBadge tone="neutral" icon={isOpen ? IconClock : IconX}>
      {t(isOpen ? 'state.notYet' : 'state.none')}
    </StatusBadge>
  );
}
