import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Course } from '../../domain/course.ts';
import { type CourseId, courseIdSchema } from '../../domain/ids.ts';

interface CourseSelectProps {
  label: string;
  /** What is shown while none is chosen: 'Todos los cursos'. */
  everything: string;
  courses: readonly Pick<Course, 'id' | 'title'>[];
  value: CourseId | undefined;
  onChange(courseId: CourseId | undefined): void;
  width?: number;
}

/** One course of several to narrow a list down by, or all of them. */
export function CourseSelect({
  label,
  everything,
  courses,
  value,
  onChange,
  width = 250,
}: CourseSelectProps) {
  const { t } = useTranslation();
  return (
    <Select
      w={width}
      aria-label={label}
      placeholder={everything}
      data={courses.map(({ id, title }) => ({ value: id, label: title }))}
      value={value ?? null}
      onChange={(chosen) => onChange(courseIdSchema.safeParse(chosen).data)}
      clearable
      clearButtonProps={{ 'aria-label': t('clear') }}
      searchable={courses.length > 10}
    />
  );
}
