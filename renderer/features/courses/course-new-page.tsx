import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { newCourse } from '../../../domain/course.ts';
import { useApi } from '../../lib/api.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Page } from '../../ui/page.tsx';
import { useToast } from '../../ui/toast.tsx';
import { CourseForm } from './course-form.tsx';
import type { CourseInput } from './course-input.ts';
import classes from './course-form.module.css';

const start: CourseInput = { ...newCourse, modules: [] };

/** A new entry of the catalogue, with the usual thresholds filled in. */
export function CourseNewPage() {
  const { t } = useTranslation('courses');
  const api = useApi();
  const navigate = useNavigate();
  const toast = useToast();
  const creating = useMutation(api.courses.create.mutationOptions());
  return (
    <Page>
      <PageHeader title={t('newCourse')} trail={[{ label: t('title'), to: '/cursos' }]} />
      <div className={classes['columns']}>
        <CourseForm
          courseId={null}
          start={start}
          submitLabel={t('form.create')}
          onSubmit={async (draft) => {
            const course = await creating.mutateAsync(draft);
            toast.show({ text: t('created', { title: course.title }), tone: 'success' });
            await navigate({ to: '/cursos/$courseId', params: { courseId: course.id }, replace: true });
          }}
          onCancel={() => void navigate({ to: '/cursos' })}
        />
      </div>
    </Page>
  );
}
