import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Course } from '../../../domain/course.ts';
import { type EditionSummary, editionStatusSchema } from '../../../domain/edition.ts';
import { courseIdSchema } from '../../../domain/ids.ts';
import { Segments } from '../../ui/segments.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import type { CoursesView } from './courses-view.ts';

interface EditionFiltersProps {
  courses: readonly Course[];
  /** Of every status: their numbers stand beside the words. */
  editions: readonly EditionSummary[];
  view: CoursesView;
  onChange(view: CoursesView): void;
}

const everyStatus = 'all';

/** Which editions are shown. */
export function EditionFilters({ courses, editions, view, onChange }: EditionFiltersProps) {
  const { t } = useTranslation('courses');
  const countOf = (status: string) => editions.filter((edition) => edition.status === status).length;
  return (
    <Toolbar
      end={
        <Select
          w={280}
          aria-label={t('editions.course')}
          placeholder={t('editions.allCourses')}
          data={courses.map(({ id, title }) => ({ value: id, label: title }))}
          value={view.courseId ?? null}
          onChange={(chosen) => onChange({ ...view, courseId: courseIdSchema.safeParse(chosen).data })}
          clearable
          clearButtonProps={{ 'aria-label': t('common:clear') }}
          searchable={courses.length > 10}
        />
      }
    >
      <Segments
        label={t('editions.status')}
        value={view.status ?? everyStatus}
        options={[
          { value: everyStatus, label: t('editions.allStatuses') },
          ...editionStatusSchema.options.map((status) => ({
            value: status,
            label: `${t(`editions:status.${status}`)} ${countOf(status)}`,
          })),
        ]}
        onChange={(chosen) => onChange({ ...view, status: editionStatusSchema.safeParse(chosen).data })}
      />
    </Toolbar>
  );
}
