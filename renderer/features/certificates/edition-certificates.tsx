import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Certificate, CertificateCandidate } from '../../../domain/certificate.ts';
import type { Edition } from '../../../domain/edition.ts';
import { useApi } from '../../lib/api.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Split } from '../../ui/split.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { type Batch, BatchPane } from './batch-pane.tsx';
import { CandidateList } from './candidate-list.tsx';
import { CandidatePreview } from './candidate-preview.tsx';
import classes from './certificates.module.css';
import { IssueTools } from './issue-tools.tsx';
import { PrintOptionsBar, usePrintOptions } from './print-options.tsx';
import { useIssuedCertificates } from './use-issued-certificates.ts';
import { useIssuing } from './use-issuing.ts';

/** The certificates of an edition: at the left who, at the right the page as it will be printed. */
export function EditionCertificates() {
  const { editionId } = useParams({ from: '/ediciones/$editionId' });
  const api = useApi();
  const edition = useQuery(api.editions.get.queryOptions({ input: { editionId } }));
  const candidates = useQuery(api.certificates.candidates.queryOptions({ input: { editionId } }));
  return (
    <Loaded query={edition}>
      {(found) => (
        <Loaded query={candidates}>{(people) => <IssueDesk edition={found} candidates={people} />}</Loaded>
      )}
    </Loaded>
  );
}

interface IssueDeskProps {
  edition: Edition;
  candidates: readonly CertificateCandidate[];
}

function IssueDesk({ edition, candidates }: IssueDeskProps) {
  const issuedByEnrolment = useIssuedCertificates(edition.id);
  const options = usePrintOptions();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [batch, setBatch] = useState<Batch | null>(null);
  const [justIssued, setJustIssued] = useState<readonly Certificate[]>([]);
  const { issue, refusal, isIssuing } = useIssuing(edition.id, (issued) => {
    setChosen(new Set());
    setJustIssued(issued);
    setBatch({ certificateIds: issued.map(({ id }) => id), count: issued.length });
  });
  const current =
    candidates.find(({ enrolmentId }) => enrolmentId === currentId) ??
    candidates.find(({ kind, folio }) => kind !== null || folio !== null) ??
    candidates[0] ??
    null;
  const show = (enrolmentId: string) => {
    setCurrentId(enrolmentId);
    setBatch(null);
  };
  return (
    <div className={classes['desk']}>
      <IssueTools
        candidates={candidates}
        chosen={chosen}
        issuedByEnrolment={issuedByEnrolment}
        isIssuing={isIssuing}
        onIssue={issue}
        onPrint={setBatch}
      />
      {refusal !== null && <Notice tone="danger">{refusal}</Notice>}
      {edition.status !== 'closed' && <NotClosed edition={edition} />}
      {justIssued.length > 0 && <JustIssued issued={justIssued} onClose={() => setJustIssued([])} />}
      <div className={classes['panes']}>
        <Split
          sideWidth="53%"
          side={
            <CandidateList
              candidates={candidates}
              current={current?.enrolmentId ?? null}
              onCurrent={show}
              chosen={chosen}
              onChoose={setChosen}
            />
          }
        >
          <PrintOptionsBar options={options} />
          {batch === null ? (
            <CandidatePreview
              candidate={current}
              issued={current === null ? null : (issuedByEnrolment.get(current.enrolmentId) ?? null)}
              options={options}
            />
          ) : (
            <BatchPane
              editionId={edition.id}
              batch={batch}
              options={options}
              onClose={() => setBatch(null)}
            />
          )}
        </Split>
      </div>
    </div>
  );
}

/** Certificates follow from final results; says how to get there. */
function NotClosed({ edition }: { edition: Edition }) {
  const { t } = useTranslation('certificates');
  return (
    <Notice
      tone="info"
      action={
        edition.status === 'running' && (
          <TextLink to="/ediciones/$editionId/cierre" params={{ editionId: edition.id }}>
            {t('notClosed.action')}
          </TextLink>
        )
      }
    >
      {t('notClosed.text')}
    </Notice>
  );
}

function JustIssued({ issued, onClose }: { issued: readonly Certificate[]; onClose(): void }) {
  const { t } = useTranslation('certificates');
  const values = { count: issued.length, first: issued[0]?.folio, last: issued.at(-1)?.folio };
  return (
    <Notice tone="success" onClose={onClose}>
      {t('issue.done', values)}
    </Notice>
  );
}
