import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Course } from '../../../domain/course.ts';
import type { EditionSummary } from '../../../domain/edition.ts';
import { useApi } from '../../lib/api.tsx';
import { useSession } from '../../lib/session.tsx';
import { OwnEditionsNotice } from '../../parts/own-editions-notice.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/section.tsx';
import type { CoursesView } from './courses-view.ts';
import { EditionFilters } from './edition-filters.tsx';
import { useEditionColumns } from './use-edition-columns.tsx';

const mostHeight = 420;

interface EditionsSectionProps {
  courses: readonly Course[];
  view: CoursesView;
  onChange(view: CoursesView): void;
}

/** All editions, the latest first, narrowed down by status and course. */
export function EditionsSection({ courses, view, onChange }: EditionsSectionProps) {
  const { t } = useTranslation('courses');
  const api = useApi();
  const editions = useQuery(api.editions.list.queryOptions({ input: { courseId: view.courseId ?? null } }));
  const isFiltered = view.status !== undefined || view.courseId !== undefined;
  return (
    <Section title={t('editions.title')}>
      <Loaded query={editions}>
        {(all) =>
          all.length === 0 && !isFiltered ? (
            <NoEditions />
          ) : (
            <>
              <EditionFilters courses={courses} editions={all} view={view} onChange={onChange} />
              <EditionsTable
                editions={all.filter(({ status }) => view.status === undefined || status === view.status)}
                onShowAll={() => onChange({})}
              />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

function NoEditions() {
  const { t } = useTranslation('courses');
  const { user } = useSession();
  if (user.role === 'trainer') return <OwnEditionsNotice isEmpty />;
  return <EmptyState title={t('editions.empty.title')} text={t('editions.empty.text')} />;
}

interface EditionsTableProps {
  editions: readonly EditionSummary[];
  onShowAll(): void;
}

function EditionsTable({ editions, onShowAll }: EditionsTableProps) {
  const { t } = useTranslation('courses');
  const navigate = useNavigate();
  const columns = useEditionColumns(true);
  return (
    <DataTable
      label={t('editions.label')}
      columns={columns}
      rows={editions}
      rowId={({ id }) => id}
      onOpen={({ id }) => void navigate({ to: '/ediciones/$editionId', params: { editionId: id } })}
      maxHeight={mostHeight}
      empty={
        <EmptyState
          title={t('editions.none.title')}
          text={t('editions.none.text')}
          action={<Button onClick={onShowAll}>{t('editions.none.all')}</Button>}
        />
      }
    />
  );
}
