import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentOrder } from '../../../domain/contract/documents.ts';
import type { EditionId } from '../../../domain/ids.ts';
import type { Session } from '../../../domain/session.ts';
import { useApi } from '../../lib/api.tsx';
import { documentAddress, useDocumentActions } from '../../parts/use-document-actions.ts';
import { useDocumentPreview } from '../../lib/use-document.ts';
import { usePaper } from '../../lib/use-paper.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PdfPane } from '../../ui/pdf-pane.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Split } from '../../ui/split.tsx';
import classes from './documents.module.css';
import { type SheetChoice, SheetSettings } from './sheet-settings.tsx';
import { useChosenSession } from './use-chosen-session.ts';

type Kind = 'signatureSheet' | 'register';

/** What is printed of an edition: the sheet people sign and the register, as paper that follows the choices. */
export function EditionDocuments() {
  const { editionId } = useParams({ from: '/ediciones/$editionId' });
  const sessions = useQuery(useApi().sessions.list.queryOptions({ input: { editionId } }));
  return <Loaded query={sessions}>{(found) => <Documents editionId={editionId} sessions={found} />}</Loaded>;
}

function Documents({ editionId, sessions }: { editionId: EditionId; sessions: readonly Session[] }) {
  const { t } = useTranslation('documents');
  const [kind, setKind] = useState<Kind>('signatureSheet');
  const printable = sessions.filter(({ state }) => state !== 'cancelled');
  const [sessionId, setSessionId] = useChosenSession(printable);
  const [sheet, setSheet] = useState<SheetChoice>({ columns: ['identityCard'], blankRows: 5 });
  const { paper, setPaper, options } = usePaper();
  const order: DocumentOrder | null =
    paper === null
      ? null
      : kind === 'register'
        ? { kind, editionId, year: null, paper }
        : { kind, editionId, sessionId, paper, ...sheet };
  const preview = useDocumentPreview(order, kind === 'register' ? 'certificates' : 'editions');
  const actions = useDocumentActions(preview.document, preview.isMaking);
  const kinds = (['signatureSheet', 'register'] as const).map((value) => ({
    value,
    label: t(`kind.${value}`),
  }));
  return (
    <Split
      sideWidth="320px"
      side={
        <form
          className={classes['settings']}
          aria-label={t('settings')}
          onSubmit={(event) => event.preventDefault()}
        >
          <Segments
            label={t('kind.label')}
            options={kinds}
            value={kind}
            onChange={(value) => setKind(value === 'register' ? 'register' : 'signatureSheet')}
          />
          <div className={classes['field']}>
            <span aria-hidden>{t('paper.label')}</span>
            <Segments label={t('paper.label')} options={options} value={paper} onChange={setPaper} />
          </div>
          {kind === 'signatureSheet' && (
            <SheetSettings
              sessions={printable}
              sessionId={sessionId}
              onSession={setSessionId}
              choice={sheet}
              onChoice={setSheet}
            />
          )}
          <p className={classes['hint']}>{t(`hint.${kind}`)}</p>
        </form>
      }
    >
      <PdfPane
        title={t(`kind.${kind}`)}
        source={preview.document === null ? null : documentAddress(preview.document)}
        actions={actions}
        isMaking={preview.isMaking}
        error={preview.error}
        nothing={{ title: t(`nothing.${kind}`) }}
      />
    </Split>
  );
}
