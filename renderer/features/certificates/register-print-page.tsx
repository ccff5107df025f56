import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../lib/api.tsx';
import { documentAddress, useDocumentActions } from '../../parts/use-document-actions.ts';
import { useDocumentPreview } from '../../lib/use-document.ts';
import { usePaper } from '../../lib/use-paper.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { Page } from '../../ui/page.tsx';
import { PdfPane } from '../../ui/pdf-pane.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { useRegisterYears } from './use-register-years.ts';

/** The register as paper: of an edition, of a year, or all of it. */
export function RegisterPrintPage() {
  const { t } = useTranslation('certificates');
  const api = useApi();
  const navigate = useNavigate({ from: '/certificados/libro' });
  const { editionId, year } = useSearch({ from: '/certificados/libro' });
  const editions = useQuery(api.editions.list.queryOptions({ input: { courseId: null } }));
  const years = useRegisterYears();
  const { paper, setPaper, options } = usePaper();
  const preview = useDocumentPreview(
    paper === null ? null : { kind: 'register', editionId: editionId ?? null, year: year ?? null, paper },
    'certificates',
  );
  const actions = useDocumentActions(preview.document, preview.isMaking);
  const choose = (text: string) => {
    const edition = editions.data?.find(({ id }) => id === text);
    const search = edition === undefined ? { year: Number(text) || undefined } : { editionId: edition.id };
    void navigate({ search, replace: true });
  };
  return (
    <Page fill>
      <PageHeader
        title={t('register.title')}
        subtitle={t('register.subtitle')}
        trail={[{ label: t('title'), to: '/certificados' }]}
      />
      <Toolbar>
        <NativeSelect
          aria-label={t('register.scope')}
          value={editionId ?? String(year ?? '')}
          onChange={(event) => choose(event.currentTarget.value)}
          data={[
            { value: '', label: t('register.all') },
            {
              group: t('register.years'),
              items: years.map((one) => ({ value: String(one), label: t('register.year', { year: one }) })),
            },
            {
              group: t('register.editions'),
              items: (editions.data ?? []).map(({ id, code, courseTitle }) => ({
                value: id,
                label: `${code} · ${courseTitle}`,
              })),
            },
          ]}
        />
        <Segments label={t('documents:paper.label')} options={options} value={paper} onChange={setPaper} />
      </Toolbar>
      <PdfPane
        title={t('register.title')}
        source={preview.document === null ? null : documentAddress(preview.document)}
        actions={actions}
        isMaking={preview.isMaking}
        error={preview.error}
        nothing={{ title: t('empty.register.title') }}
      />
    </Page>
  );
}
