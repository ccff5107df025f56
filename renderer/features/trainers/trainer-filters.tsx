import { useTranslation } from 'react-i18next';
import { accreditationStatusSchema } from '../../../domain/accreditation.ts';
import type { AccreditationLine } from '../../../domain/contract/trainers.ts';
import type { Course } from '../../../domain/course.ts';
import { CourseSelect } from '../../parts/course-select.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { statusesByGravity } from './by-gravity.ts';
import type { TrainersView } from './trainers-view.ts';

interface TrainerFiltersProps {
  /** Those that have rules. */
  courses: readonly Course[];
  /** Of every status: their numbers stand beside the words. */
  lines: readonly AccreditationLine[];
  shown: number;
  view: TrainersView;
  onChange(view: TrainersView): void;
}

const everyStatus = 'all';

/** Which trainers are shown, and how many. */
export function TrainerFilters({ courses, lines, shown, view, onChange }: TrainerFiltersProps) {
  const { t } = useTranslation('trainers');
  const countOf = (status: string) => lines.filter(({ state }) => state.status === status).length;
  return (
    <Toolbar
      end={
        <>
          <span role="status">{t('count', { count: shown })}</span>
          <CourseSelect
            label={t('filter.course')}
            everything={t('filter.allCourses')}
            courses={courses}
            value={view.courseId}
            onChange={(courseId) => onChange({ ...view, courseId })}
          />
        </>
      }
    >
      <Segments
        label={t('filter.status')}
        value={view.status ?? everyStatus}
        options={[
          { value: everyStatus, label: t('filter.allStatuses') },
          ...statusesByGravity.map((status) => ({
            value: status,
            label: `${t(`status.${status}`)} ${countOf(status)}`,
          })),
        ]}
        onChange={(chosen) => onChange({ ...view, status: accreditationStatusSchema.safeParse(chosen).data })}
      />
    </Toolbar>
  );
}
