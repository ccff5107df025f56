import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditionId } from '../../../domain/ids.ts';
import type { ImportSummary } from '../../../domain/import.ts';
import { useApi } from '../../lib/api.tsx';
import { useSession } from '../../lib/session.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Page } from '../../ui/page.tsx';
import { ImportDesk } from './import-desk.tsx';
import { ImportResult } from './import-result.tsx';
import { ListChooser } from './list-chooser.tsx';
import { PastImports } from './past-imports.tsx';
import { createDraft, useImportDraft } from './use-import-draft.ts';
import { useReading } from './use-reading.ts';

/** A list becomes people: choose the file, look it through, store it in one step, and take it back if need be. */
export function ImportPage() {
  const { editionId } = useSearch({ from: '/importar' });
  const navigate = useNavigate();
  const { can } = useSession();
  const [draft, setDraft] = useImportDraft();
  const [result, setResult] = useState<ImportSummary | null>(null);
  const chooseEdition = (next: EditionId | null) =>
    void navigate({ to: '.', search: { editionId: next ?? undefined }, replace: true });
  if (!can('registrar')) return <ReadOnly />;
  if (draft === null) {
    return <Start result={result} onStart={setDraft} onUndone={() => setResult(null)} />;
  }
  return (
    <ImportDesk
      draft={draft}
      onDraft={setDraft}
      editionId={editionId ?? null}
      onEdition={chooseEdition}
      onCommitted={(summary) => {
        setResult(summary);
        setDraft(null);
      }}
    />
  );
}

interface StartProps {
  result: ImportSummary | null;
  onStart(draft: ReturnType<typeof createDraft>): void;
  onUndone(): void;
}

function Start({ result, onStart, onUndone }: StartProps) {
  const { t } = useTranslation('imports');
  const api = useApi();
  const reading = useReading();
  const readFile = async (file: File) => {
    const upload = await reading.read((signal) => api.imports.read.call({ file }, { signal }));
    if (upload !== null) onStart(createDraft(upload, 0));
  };
  return (
    <Page>
      <PageHeader title={t('title')} subtitle={t('subtitle')} trail={trailOf(t)} />
      {result !== null && <ImportResult summary={result} onUndone={onUndone} />}
      <ListChooser reading={reading} onFile={(file) => void readFile(file)} isCompact={result !== null} />
      <PastImports />
    </Page>
  );
}

function ReadOnly() {
  const { t } = useTranslation('imports');
  return (
    <Page>
      <PageHeader title={t('title')} trail={trailOf(t)} />
      <Notice tone="info">{t('registrarOnly')}</Notice>
      <PastImports />
    </Page>
  );
}

const trailOf = (t: (key: string) => string) => [{ label: t('app:nav.people'), to: '/personas' }];
