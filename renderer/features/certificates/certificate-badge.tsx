import { IconBan, IconCircleCheck, IconHourglassEmpty } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { dayInBolivia, toInstant } from '../../../domain/calendar-date.ts';
import type { Certificate } from '../../../domain/certificate.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';

const looks = {
  valid: { tone: 'success', icon: IconCircleCheck },
  revoked: { tone: 'danger', icon: IconBan },
  expired: { tone: 'warning', icon: IconHourglassEmpty },
} as const;

/** How a certificate stands today. */
export function certificateState({ revokedOn, validUntil }: Certificate): keyof typeof looks {
  if (revokedOn !== null) return 'revoked';
  return validUntil !== null && validUntil < dayInBolivia(toInstant(Date.now())) ? 'expired' : 'valid';
}

export function CertificateBadge({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation('certificates');
  const state = certificateState(certificate);
  return (
    <StatusBadge tone={looks[state].tone} icon={looks[state].icon}>
      {t(`state.${state}`)}
    </StatusBadge>
  );
}
