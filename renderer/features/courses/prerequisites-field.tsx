import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CourseId } from '../../../domain/ids.ts';
import { useApi } from '../../lib/api.tsx';
import { MultiSelectField } from '../../ui/fields/multi-select-field.tsx';
import { Section } from '../../ui/section.tsx';

/** The courses that have to be passed before; nothing is asked where the catalogue has no other course. */
export function PrerequisitesField({ courseId, name }: { courseId: CourseId | null; name: string }) {
  const { t } = useTranslation('courses');
  const courses = useQuery(useApi().courses.list.queryOptions()).data ?? [];
  const others = courses.filter(({ id }) => id !== courseId);
  if (others.length === 0) return null;
  return (
    <Section title={t('form.prerequisites')}>
      <MultiSelectField
        name={name}
        label={t('form.prerequisitesLabel')}
        description={t('form.prerequisitesHint')}
        options={others.map(({ id, code, title }) => ({ value: id, label: `${code} · ${title}` }))}
      />
    </Section>
  );
}
