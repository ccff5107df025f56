import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Course } from '../../../domain/course.ts';
import { useApi } from '../../lib/api.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { sortByGravity } from './by-gravity.ts';
import { TrainerFilters } from './trainer-filters.tsx';
import classes from './trainers.module.css';
import type { TrainersView } from './trainers-view.ts';
import { useTrainerColumns } from './use-trainer-columns.tsx';

/** The table of trainers, narrowed down by status and by course. */
export function TrainersTable({ courses }: { courses: readonly Course[] }) {
  const { t } = useTranslation('trainers');
  const navigate = useNavigate();
  const view = useSearch({ from: '/capacitadores' });
  const columns = useTrainerColumns();
  const list = useQuery(useApi().trainers.list.queryOptions({ input: { courseId: view.courseId ?? null } }));
  const show = (next: TrainersView) => void navigate({ to: '/capacitadores', search: next, replace: true });
  return (
    <Loaded query={list}>
      {(lines) => {
        const shown = lines.filter(({ state }) => view.status === undefined || state.status === view.status);
        return (
          <div className={classes['list']}>
            <TrainerFilters
              courses={courses}
              lines={lines}
              shown={shown.length}
              view={view}
              onChange={show}
            />
            <DataTable
              label={t('title')}
              columns={columns}
              rows={sortByGravity(shown)}
              rowId={({ personId, courseId, level }) => `${personId}-${courseId}-${level}`}
              onOpen={({ personId }) =>
                void navigate({ to: '/capacitadores/$personId', params: { personId } })
              }
              empty={<Nobody isNarrowed={lines.length > 0} onShowAll={() => show({})} />}
            />
          </div>
        );
      }}
    </Loaded>
  );
}

function Nobody({ isNarrowed, onShowAll }: { isNarrowed: boolean; onShowAll(): void }) {
  const { t } = useTranslation('trainers');
  return isNarrowed ? (
    <EmptyState
      title={t('none.title')}
      text={t('none.text')}
      action={<Button onClick={onShowAll}>{t('none.all')}</Button>}
    />
  ) : (
    <EmptyState title={t('nobody.title')} text={t('nobody.text')} />
  );
}
