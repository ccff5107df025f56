import { useTranslation } from 'react-i18next';
import type { Course } from '../../../domain/course.ts';
import { useFormat } from '../../lib/format.ts';
import { Facts } from '../../ui/facts.tsx';
import { Section } from '../../ui/section.tsx';

/** A course for whoever may look at it and not change it. */
export function CourseFacts({ course }: { course: Course }) {
  const { t } = useTranslation('courses');
  const format = useFormat();
  const yesOrNo = (is: boolean) => t(is ? 'common:yes' : 'common:no');
  return (
    <>
      <Section title={t('form.course')}>
        <Facts
          items={[
            { label: t('form.hours'), value: format.number(course.hours) },
            { label: t('form.level'), value: t(`level.${course.level}`) },
            { label: t('form.theme'), value: course.themeName },
            { label: t('form.minimumAttendance'), value: format.percent(course.minimumAttendance) },
            { label: t('form.passMark'), value: format.number(course.passMark) },
            { label: t('form.validityMonths'), value: format.number(course.validityMonths) },
            { label: t('form.givesApproval'), value: yesOrNo(course.givesApproval) },
            { label: t('form.givesParticipation'), value: yesOrNo(course.givesParticipation) },
            {
              label: t('form.prerequisites'),
              value: format.list(course.prerequisites.map(({ title }) => title)),
            },
            { label: t('form.contents'), value: course.contents },
          ]}
        />
      </Section>
      <Section title={t('form.modules')}>
        {course.modules.length === 0 ? (
          t('form.noModules')
        ) : (
          <Facts
            items={course.modules.map(({ title, hours }) => ({
              label: title,
              value: t('form.hoursOf', { hours: format.number(hours) }),
            }))}
          />
        )}
      </Section>
    </>
  );
}
