import { Button } from '@mantine/core';
import { IconCertificate, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CertificateCandidate } from '../../../domain/certificate.ts';
import type { EnrolmentId } from '../../../domain/ids.ts';
import { useSession } from '../../lib/session.tsx';
import { TabTools } from '../../ui/tab-bar.tsx';
import type { Batch } from './batch-pane.tsx';
import type { Issued } from './use-issued-certificates.ts';

interface IssueToolsProps {
  candidates: readonly CertificateCandidate[];
  /** Enrolments picked out; none: all. */
  chosen: ReadonlySet<string>;
  issuedByEnrolment: ReadonlyMap<EnrolmentId, Issued>;
  isIssuing: boolean;
  onIssue(candidates: readonly CertificateCandidate[]): Promise<void>;
  onPrint(batch: Batch): void;
}

/** Issue, the one next step here, and print again: all of them, or those picked out. */
export function IssueTools(props: IssueToolsProps) {
  const { candidates, chosen, issuedByEnrolment } = props;
  const { t } = useTranslation('certificates');
  const { can } = useSession();
  const isMeant = ({ enrolmentId }: CertificateCandidate) => chosen.size === 0 || chosen.has(enrolmentId);
  const toIssue = candidates.filter((one) => one.kind !== null && isMeant(one));
  const toPrint = candidates.filter((one) => one.folio !== null && isMeant(one));
  const print = () => {
    const valid = toPrint.map(({ enrolmentId }) => issuedByEnrolment.get(enrolmentId)?.valid ?? null);
    const ids = valid.filter((one) => one !== null).map(({ id }) => id);
    props.onPrint({ certificateIds: chosen.size === 0 ? null : ids, count: toPrint.length });
  };
  return (
    <TabTools>
      {toPrint.length > 0 && (
        <Button leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />} onClick={print}>
          {t('batch.print', { count: toPrint.length })}
        </Button>
      )}
      {toIssue.length > 0 && can('coordinator') && (
        <Button
          variant="filled"
          leftSection={<IconCertificate size={16} stroke={1.75} aria-hidden />}
          disabled={props.isIssuing}
          onClick={() => void props.onIssue(toIssue)}
        >
          {t('issue.action', { count: toIssue.length })}
        </Button>
      )}
    </TabTools>
  );
}
