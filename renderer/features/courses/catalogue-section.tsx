import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Course } from '../../../domain/course.ts';
import { useFormat } from '../../lib/format.ts';
import type { DataColumn } from '../../ui/data-table-model.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Section } from '../../ui/section.tsx';

const mostHeight = 420;

/** What the office can teach. */
export function CatalogueSection({ courses }: { courses: readonly Course[] }) {
  const { t } = useTranslation('courses');
  const navigate = useNavigate();
  const columns = useCourseColumns();
  return (
    <Section title={t('catalogue.title')}>
      <DataTable
        label={t('catalogue.title')}
        columns={columns}
        rows={courses}
        rowId={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: '/cursos/$courseId', params: { courseId: id } })}
        maxHeight={mostHeight}
        empty={<EmptyState title={t('catalogue.empty.title')} />}
      />
    </Section>
  );
}

function useCourseColumns(): readonly DataColumn<Course>[] {
  const { t } = useTranslation('courses');
  const format = useFormat();
  return useMemo(() => {
    const writeThresholds = ({ minimumAttendance, passMark }: Course) =>
      [
        t('catalogue.attendance', { percent: format.percent(minimumAttendance) }),
        ...(passMark === null ? [] : [t('catalogue.grade', { grade: format.number(passMark) })]),
      ].join(' · ');
    return [
      { id: 'code', header: t('catalogue.column.code'), width: 116, value: ({ code }) => code },
      { id: 'title', header: t('catalogue.column.title'), grow: true, value: ({ title }) => title },
      { id: 'theme', header: t('catalogue.column.theme'), grow: true, value: ({ themeName }) => themeName },
      {
        id: 'level',
        header: t('catalogue.column.level'),
        width: 148,
        value: ({ level }) => t(`level.${level}`),
      },
      {
        id: 'hours',
        header: t('catalogue.column.hours'),
        width: 76,
        align: 'end',
        value: ({ hours }) => hours,
        cell: ({ hours }) => format.number(hours),
      },
      { id: 'thresholds', header: t('catalogue.column.thresholds'), width: 192, value: writeThresholds },
      {
        id: 'editions',
        header: t('catalogue.column.editions'),
        width: 92,
        align: 'end',
        value: ({ editionCount }) => editionCount,
      },
    ];
  }, [t, format]);
}
