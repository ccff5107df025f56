import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { DocumentOrder } from '../../../../domain/contract/documents.ts';
import type { PersonId } from '../../../../domain/ids.ts';
import type { Paper } from '../../../../domain/office.ts';
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
import { type ObservationSearch, observationSearchSchema } from './observation-search.ts';

/** The form to observe somebody by as paper: blank for the room, or as it was filled in. */
export function ObservationPage() {
  const { personId } = useParams({ from: '/capacitadores/$personId/observacion' });
  const search = useSearch({ from: '/capacitadores/$personId/observacion' });
  const { t } = useTranslation('trainers');
  const person = useQuery(useApi().people.get.queryOptions({ input: { id: personId } }));
  const { paper, setPaper, options } = usePaper();
  const choice = useBlankForm(personId, search);
  const order = paper === null ? null : orderOf(personId, search, choice.courseId, paper);
  const preview = useDocumentPreview(order, 'observations');
  const actions = useDocumentActions(preview.document, preview.isMaking);
  const name = person.data === undefined ? '' : fullName(person.data);
  const title = t(search.observationId === undefined ? 'observation.formOf' : 'observation.of', { name });
  return (
    <Page fill>
      <PageHeader
        title={title}
        trail={[
          { label: t('title'), to: '/capacitadores' },
          { label: name, to: `/capacitadores/${personId}` },
        ]}
      />
      <Toolbar>
        <Segments label={t('documents:paper.label')} options={options} value={paper} onChange={setPaper} />
        {search.observationId === undefined && choice.fields}
      </Toolbar>
      <PdfPane
        title={title}
        source={preview.document === null ? null : documentAddress(preview.document)}
        actions={actions}
        isMaking={preview.isMaking}
        error={preview.error}
        nothing={{ title: t('observation.nothing') }}
      />
    </Page>
  );
}

function orderOf(
  personId: PersonId,
  { observationId, editionId }: ObservationSearch,
  courseId: ObservationSearch['courseId'],
  paper: Paper,
): DocumentOrder | null {
  if (observationId !== undefined) return { kind: 'observation', observationId, paper };
  if (courseId === undefined) return null;
  return { kind: 'observationForm', personId, courseId, editionId: editionId ?? null, paper };
}

/** What a blank form is for: the course, by itself the first of theirs, and the edition if it is known. */
function useBlankForm(personId: PersonId, search: ObservationSearch) {
  const { t } = useTranslation('trainers');
  const api = useApi();
  const navigate = useNavigate();
  const courses = useQuery(api.courses.list.queryOptions()).data ?? [];
  const lines = useQuery(api.trainers.list.queryOptions({ input: { courseId: null, personId } }));
  const editions = useQuery(api.people.editions.queryOptions({ input: { id: personId } })).data ?? [];
  const first = lines.data?.[0]?.courseId ?? courses[0]?.id;
  const courseId = search.courseId ?? (lines.data === undefined ? undefined : first);
  const choose = (next: z.input<typeof observationSearchSchema>) =>
    void navigate({
      to: '/capacitadores/$personId/observacion',
      params: { personId },
      search: observationSearchSchema.parse(next),
      replace: true,
    });
  const taught = editions.filter((edition) => edition.as === 'trainer' && edition.courseId === courseId);
  const fields = (
    <>
      <NativeSelect
        aria-label={t('column.course')}
        value={courseId ?? ''}
        data={courses.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={(event) => choose({ courseId: event.currentTarget.value })}
      />
      <NativeSelect
        aria-label={t('observation.edition')}
        value={search.editionId ?? ''}
        data={[
          { value: '', label: t('observation.editionByHand') },
          ...taught.map(({ editionId, editionCode }) => ({ value: editionId, label: editionCode })),
        ]}
        onChange={(event) =>
          choose({
            courseId,
            editionId: event.currentTarget.value === '' ? undefined : event.currentTarget.value,
          })
        }
      />
    </>
  );
  return { courseId, fields };
}
