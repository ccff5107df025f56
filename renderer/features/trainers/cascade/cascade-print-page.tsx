import { Checkbox } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../../domain/ids.ts';
import { fullName } from '../../../../domain/person-name.ts';
import { useApi } from '../../../lib/api.tsx';
import { useDocumentPreview } from '../../../lib/use-document.ts';
import { usePaper } from '../../../lib/use-paper.ts';
import { documentAddress, useDocumentActions } from '../../../parts/use-document-actions.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Page } from '../../../ui/page.tsx';
import { PdfPane } from '../../../ui/pdf-pane.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { Toolbar } from '../../../ui/toolbar.tsx';

/** A cascade as paper, with the names of everyone or of those who trained others only. */
export function CascadePrintPage() {
  const { personId } = useSearch({ from: '/capacitadores/cascada/imprimir' });
  const { t } = useTranslation('trainers');
  const [withNames, setWithNames] = useState(true);
  const { paper, setPaper, options } = usePaper();
  const preview = useDocumentPreview(
    paper === null ? null : { kind: 'cascade', personId: personId ?? null, withNames, paper },
    'trainers',
  );
  const actions = useDocumentActions(preview.document, preview.isMaking);
  const title = useTitle(personId);
  const address = personId === undefined ? '/capacitadores/cascada' : `/capacitadores/${personId}/cascada`;
  return (
    <Page fill>
      <PageHeader
        title={t('print.title')}
        trail={[
          { label: t('title'), to: '/capacitadores' },
          { label: title, to: address },
        ]}
      />
      <Toolbar>
        <Segments label={t('documents:paper.label')} options={options} value={paper} onChange={setPaper} />
        <Checkbox
          label={t('print.withNames')}
          checked={withNames}
          onChange={(event) => setWithNames(event.currentTarget.checked)}
        />
      </Toolbar>
      <PdfPane
        title={title}
        source={preview.document === null ? null : documentAddress(preview.document)}
        actions={actions}
        isMaking={preview.isMaking}
        error={preview.error}
        nothing={{ title: t('cascade.none.title'), text: t('cascade.none.text') }}
      />
    </Page>
  );
}

function useTitle(personId: PersonId | undefined): string {
  const { t } = useTranslation('trainers');
  const person = useQuery(
    useApi().people.get.queryOptions({ input: personId === undefined ? skipToken : { id: personId } }),
  );
  if (personId === undefined) return t('cascade.office');
  return person.data === undefined ? t('cascade.see') : t('cascade.of', { name: fullName(person.data) });
}
