import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Calendar } from '../../../domain/calendar.ts';
import { courseIdSchema, personIdSchema, programmeIdSchema } from '../../../domain/ids.ts';
import { useApi } from '../../lib/api.tsx';
import type { CalendarView } from './calendar-view.ts';

interface CalendarFiltersProps {
  calendar: Pick<Calendar, 'trainers' | 'places'>;
  view: CalendarView;
  onChange(view: CalendarView): void;
}

/** Which sessions are shown: of a programme or a course, of a trainer, at a place. */
export function CalendarFilters({ calendar, view, onChange }: CalendarFiltersProps) {
  const { t } = useTranslation('calendar');
  const api = useApi();
  const programmes = useQuery(api.programmes.list.queryOptions()).data ?? [];
  const courses = useQuery(api.courses.list.queryOptions()).data ?? [];
  const common = {
    clearable: true,
    clearButtonProps: { 'aria-label': t('common:clear') },
    comboboxProps: { width: 'max-content', position: 'bottom-start' } as const,
  };
  const groups = [
    { group: t('filter.programmes'), items: programmes.map(({ id, name }) => ({ value: id, label: name })) },
    { group: t('filter.courses'), items: courses.map(({ id, title }) => ({ value: id, label: title })) },
  ].filter(({ items }) => items.length > 0);
  return (
    <>
      <Select
        {...common}
        w={190}
        aria-label={t('filter.course')}
        placeholder={t('filter.allCourses')}
        data={groups}
        value={view.courseId ?? view.programmeId ?? null}
        onChange={(chosen) =>
          onChange({
            ...view,
            programmeId: programmes.some(({ id }) => id === chosen)
              ? programmeIdSchema.safeParse(chosen).data
              : undefined,
            courseId: courses.some(({ id }) => id === chosen)
              ? courseIdSchema.safeParse(chosen).data
              : undefined,
          })
        }
        searchable={courses.length > 10}
      />
      <Select
        {...common}
        w={200}
        aria-label={t('filter.trainer')}
        placeholder={t('filter.allTrainers')}
        data={calendar.trainers.map(({ personId, name }) => ({ value: personId, label: name }))}
        value={view.trainerId ?? null}
        onChange={(chosen) => onChange({ ...view, trainerId: personIdSchema.safeParse(chosen).data })}
        searchable={calendar.trainers.length > 10}
      />
      <Select
        {...common}
        w={170}
        aria-label={t('filter.place')}
        placeholder={t('filter.allPlaces')}
        data={[...calendar.places]}
        value={view.place ?? null}
        onChange={(chosen) => onChange({ ...view, place: chosen ?? undefined })}
        searchable={calendar.places.length > 10}
      />
    </>
  );
}
