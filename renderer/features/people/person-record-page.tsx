import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { fullName } from '../../../domain/person-name.ts';
import { useApi } from '../../lib/api.tsx';
import { useDocumentPreview } from '../../lib/use-document.ts';
import { usePaper } from '../../lib/use-paper.ts';
import { documentAddress, useDocumentActions } from '../../parts/use-document-actions.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { Page } from '../../ui/page.tsx';
import { PdfPane } from '../../ui/pdf-pane.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';

/** All that is kept of a person as paper, to be handed to them. */
export function PersonRecordPage() {
  const { personId } = useParams({ from: '/personas/$personId/ficha' });
  const { t } = useTranslation('people');
  const person = useQuery(useApi().people.get.queryOptions({ input: { id: personId } }));
  const { paper, setPaper, options } = usePaper();
  const preview = useDocumentPreview(
    paper === null ? null : { kind: 'personRecord', personId, paper },
    'people',
  );
  const actions = useDocumentActions(preview.document, preview.isMaking);
  const name = person.data === undefined ? '' : fullName(person.data);
  return (
    <Page fill>
      <PageHeader
        title={t('record.title', { name })}
        subtitle={t('record.subtitle')}
        trail={[
          { label: t('title'), to: '/personas' },
          { label: name, to: `/personas/${personId}` },
        ]}
      />
      <Toolbar>
        <Segments label={t('documents:paper.label')} options={options} value={paper} onChange={setPaper} />
      </Toolbar>
      <PdfPane
        title={t('record.open')}
        source={preview.document === null ? null : documentAddress(preview.document)}
        actions={actions}
        isMaking={preview.isMaking}
        error={preview.error}
        nothing={{ title: t('record.nothing') }}
      />
    </Page>
  );
}
