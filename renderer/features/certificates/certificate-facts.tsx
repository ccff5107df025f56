import { useTranslation } from 'react-i18next';
import type { Certificate } from '../../../domain/certificate.ts';
import { useFormat } from '../../lib/format.ts';
import { Facts } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { CertificateBadge } from './certificate-badge.tsx';

/** What the register says of one certificate. */
export function CertificateFacts({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation('certificates');
  const format = useFormat();
  const { revokedOn, revokedReason, replacesFolio } = certificate;
  return (
    <>
      {revokedOn !== null && (
        <Notice tone="danger" title={t('revokedOn', { date: format.longDate(revokedOn) })}>
          {revokedReason}
        </Notice>
      )}
      <Facts
        items={[
          { label: t('column.folio'), value: certificate.folio },
          { label: t('column.state'), value: <CertificateBadge certificate={certificate} /> },
          {
            label: t('column.name'),
            value: (
              <TextLink to="/personas/$personId" params={{ personId: certificate.personId }}>
                {certificate.personName}
              </TextLink>
            ),
          },
          { label: t('column.identityCard'), value: certificate.identityCard },
          {
            label: t('column.course'),
            value: (
              <TextLink
                to="/ediciones/$editionId/certificados"
                params={{ editionId: certificate.editionId }}
              >{`${certificate.courseTitle} (${certificate.editionCode})`}</TextLink>
            ),
          },
          {
            label: t('column.kind'),
            value: t('kindAndHours', {
              kind: t(`kind.${certificate.kind}`),
              hours: format.number(certificate.hours),
            }),
          },
          { label: t('column.issuedOn'), value: format.longDate(certificate.issuedOn) },
          {
            label: t('column.validUntil'),
            value: certificate.validUntil === null ? t('forGood') : format.longDate(certificate.validUntil),
          },
          ...(replacesFolio === null ? [] : [{ label: t('column.replaces'), value: replacesFolio }]),
        ]}
      />
    </>
  );
}
