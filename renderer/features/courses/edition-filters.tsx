import { useTranslation } from 'react-i18next';
import type { Course } from '../../../domain/course.ts';
import { type EditionSummary, editionStatusSchema } from '../../../domain/edition.ts';
import { CourseSelect } from '../../parts/course-select.tsx';
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
        <CourseSelect
          label={t('editions.course')}
          everything={t('editions.allCourses')}
          courses={courses}
          value={view.courseId}
          onChange={(courseId) => onChange({ ...view, courseId })}
          width={280}
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
