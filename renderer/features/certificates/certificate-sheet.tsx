import { Button } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Certificate } from '../../../domain/certificate.ts';
import type { DocumentOrder } from '../../../domain/contract/documents.ts';
import type { CertificateId } from '../../../domain/ids.ts';
import { useApi } from '../../lib/api.tsx';
import { useSession } from '../../lib/session.tsx';
import { documentAddress, useDocumentActions } from '../../parts/use-document-actions.ts';
import { useDocumentPreview } from '../../lib/use-document.ts';
import { SideSheet } from '../../ui/dialog.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PdfPane } from '../../ui/pdf-pane.tsx';
import { CertificateFacts } from './certificate-facts.tsx';
import { PrintOptionsBar, usePrintOptions } from './print-options.tsx';
import classes from './register.module.css';
import { RevokeDialog } from './revoke-dialog.tsx';

interface CertificateSheetProps {
  /** Null: closed. */
  certificateId: CertificateId | null;
  onShow(certificateId: CertificateId | null): void;
}

const width = 820;

/** One certificate of the register: what it says, the page itself, printing it again and revoking it. */
export function CertificateSheet({ certificateId, onShow }: CertificateSheetProps) {
  const { t } = useTranslation('certificates');
  return (
    <SideSheet opened={certificateId !== null} onClose={() => onShow(null)} title={t('one')} size={width}>
      {certificateId !== null && <Details key={certificateId} id={certificateId} onShow={onShow} />}
    </SideSheet>
  );
}

function Details({ id, onShow }: { id: CertificateId; onShow(id: CertificateId): void }) {
  const certificate = useQuery(useApi().certificates.get.queryOptions({ input: { id } }));
  return <Loaded query={certificate}>{(found) => <Sheet certificate={found} onShow={onShow} />}</Loaded>;
}

function Sheet({ certificate, onShow }: { certificate: Certificate; onShow(id: CertificateId): void }) {
  const { t } = useTranslation('certificates');
  const { can } = useSession();
  const [isRevoking, setIsRevoking] = useState(false);
  const options = usePrintOptions();
  const { paper, background } = options;
  const order: DocumentOrder | null =
    paper === null
      ? null
      : { kind: 'certificates', editionId: null, certificateIds: [certificate.id], paper, background };
  const preview = useDocumentPreview(order, 'certificates');
  const actions = useDocumentActions(preview.document, preview.isMaking);
  return (
    <div className={classes['sheet']}>
      <CertificateFacts certificate={certificate} />
      <div className={classes['bar']}>
        <PrintOptionsBar options={options} />
        {certificate.revokedOn === null && can('coordinator') && (
          <Button
            variant="outline"
            color="red"
            leftSection={<IconBan size={16} stroke={1.75} aria-hidden />}
            onClick={() => setIsRevoking(true)}
          >
            {t('revoke.open')}
          </Button>
        )}
      </div>
      <div className={classes['paper']}>
        <PdfPane
          title={t('preview.issued', { name: certificate.personName })}
          source={preview.document === null ? null : documentAddress(preview.document)}
          actions={actions}
          isMaking={preview.isMaking}
          error={preview.error}
          nothing={{ title: t('preview.nobody') }}
        />
      </div>
      {isRevoking && (
        <RevokeDialog
          certificate={certificate}
          onClose={() => setIsRevoking(false)}
          onRevoked={(replacement) => {
            setIsRevoking(false);
            if (replacement !== null) onShow(replacement.id);
          }}
        />
      )}
    </div>
  );
}
