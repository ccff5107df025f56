import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
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
import { type DocumentKind, documentKindSchema } from './documents-search.ts';
import classes from './documents.module.css';
import { type FormChoice, FormSettings } from './form-settings.tsx';
import { firstListChoice, type ListChoice, ListSettings } from './list-settings.tsx';
import { type SheetChoice, SheetSettings } from './sheet-settings.tsx';
import { useChosenSession } from './use-chosen-session.ts';

/** The part of the contract whose data stand on each document. */
const readBy = {
  signatureSheet: 'editions',
  enrolmentList: 'enrolments',
  enrolmentForm: 'enrolments',
  register: 'certificates',
} as const satisfies Record<DocumentKind, string>;

/** What is printed of an edition: sheets to sign, lists, forms and the register, as paper that follows the choices. */
export function EditionDocuments() {
  const { editionId } = useParams({ from: '/ediciones/$editionId' });
  const sessions = useQuery(useApi().sessions.list.queryOptions({ input: { editionId } }));
  return <Loaded query={sessions}>{(found) => <Documents editionId={editionId} sessions={found} />}</Loaded>;
}

function Documents({ editionId, sessions }: { editionId: EditionId; sessions: readonly Session[] }) {
  const { t } = useTranslation('documents');
  const asked = useSearch({ from: '/ediciones/$editionId/documentos' });
  const [kind, setKind] = useState<DocumentKind>(asked.kind ?? 'signatureSheet');
  const printable = sessions.filter(({ state }) => state !== 'cancelled');
  const [sessionId, setSessionId] = useChosenSession(printable);
  const [sheet, setSheet] = useState<SheetChoice>({ columns: ['identityCard'], blankRows: 5 });
  const [list, setList] = useState<ListChoice>(firstListChoice);
  const [form, setForm] = useState<FormChoice>({ of: asked.enrolmentId ?? 'everyone', blankForms: 0 });
  const { paper, setPaper, options } = usePaper();

  const orderOf = (of: DocumentKind): DocumentOrder | null => {
    if (paper === null) return null;
    switch (of) {
      case 'signatureSheet':
        return { kind: of, editionId, sessionId, paper, ...sheet };
      case 'enrolmentList':
        return { kind: of, editionId, paper, ...list };
      case 'enrolmentForm':
        return { kind: of, editionId, paper, enrolmentIds: listForms(form), blankForms: form.blankForms };
      case 'register':
        return { kind: of, editionId, year: null, paper };
    }
  };
  const preview = useDocumentPreview(orderOf(kind), readBy[kind]);
  const actions = useDocumentActions(preview.document, preview.isMaking);
  return (
    <Split
      sideWidth="320px"
      side={
        <form
          className={classes['settings']}
          aria-label={t('settings')}
          onSubmit={(event) => event.preventDefault()}
        >
          <NativeSelect
            label={t('kind.label')}
            value={kind}
            data={documentKindSchema.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
            onChange={(event) => setKind(documentKindSchema.parse(event.currentTarget.value))}
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
          {kind === 'enrolmentList' && <ListSettings choice={list} onChoice={setList} />}
          {kind === 'enrolmentForm' && (
            <FormSettings editionId={editionId} choice={form} onChoice={setForm} />
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

function listForms({ of }: FormChoice) {
  if (of === 'everyone') return null;
  return of === 'nobody' ? [] : [of];
}
