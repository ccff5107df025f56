import { useTranslation } from 'react-i18next';
import type { CertificateCandidate } from '../../../domain/certificate.ts';
import type { DocumentOrder } from '../../../domain/contract/documents.ts';
import { documentAddress, useDocumentActions } from '../../parts/use-document-actions.ts';
import { useDocumentPreview } from '../../lib/use-document.ts';
import { PdfPane } from '../../ui/pdf-pane.tsx';
import type { PrintOptions } from './print-options.tsx';
import { useCandidateWords } from './use-candidate-words.ts';
import type { Issued } from './use-issued-certificates.ts';

interface CandidatePreviewProps {
  candidate: CertificateCandidate | null;
  issued: Issued | null;
  options: PrintOptions;
}

/** Someone's certificate as it will be printed: the one issued, else what it would say; or why there is none. */
export function CandidatePreview({ candidate, issued, options }: CandidatePreviewProps) {
  const { t } = useTranslation('certificates');
  const { writeReason } = useCandidateWords();
  const preview = useDocumentPreview(orderOf(candidate, issued, options), 'certificates');
  const hasFolio = candidate?.folio !== null;
  const actions = useDocumentActions(hasFolio ? preview.document : null, preview.isMaking);
  const reason = candidate === null ? t('preview.choose') : writeReason(candidate);
  return (
    <PdfPane
      title={t(hasFolio ? 'preview.issued' : 'preview.draft', { name: candidate?.personName ?? '' })}
      source={preview.document === null ? null : documentAddress(preview.document)}
      actions={actions}
      isMaking={preview.isMaking}
      error={preview.error}
      nothing={{ title: candidate === null ? t('preview.nobody') : candidate.personName, text: reason }}
    />
  );
}

function orderOf(
  candidate: CertificateCandidate | null,
  issued: Issued | null,
  { paper, background }: PrintOptions,
): DocumentOrder | null {
  if (candidate === null || paper === null) return null;
  const { enrolmentId, kind, folio } = candidate;
  if (kind !== null) return { kind: 'certificateDraft', enrolmentId, certificateKind: kind, paper };
  const certificate = issued?.valid ?? null;
  if (folio === null || certificate === null) return null;
  return { kind: 'certificates', editionId: null, certificateIds: [certificate.id], paper, background };
}
