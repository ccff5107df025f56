import { Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Course } from '../../../domain/course.ts';
import { useApi } from '../../lib/api.tsx';
import { useSession } from '../../lib/session.tsx';
import { HistoryButton } from '../../parts/history/history-button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Page } from '../../ui/page.tsx';
import { CourseEditions } from './course-editions.tsx';
import { CourseFacts } from './course-facts.tsx';
import { CourseForm } from './course-form.tsx';
import classes from './course-form.module.css';
import { toDraft, useCourseActions } from './use-course-actions.ts';
import { WhoMayTeach } from './who-may-teach.tsx';

/** A course: what it is, to read and change, and each time it was given. */
export function CoursePage() {
  const { courseId } = useParams({ from: '/cursos/$courseId' });
  const { t } = useTranslation('courses');
  const api = useApi();
  const course = useQuery(api.courses.get.queryOptions({ input: { id: courseId } }));
  if (course.data !== undefined) return <CourseSheet course={course.data} />;
  return (
    <Page>
      {course.isError && <PageHeader title={t('unknown')} trail={[{ label: t('title'), to: '/cursos' }]} />}
      <Loaded query={course}>{() => null}</Loaded>
    </Page>
  );
}

function CourseSheet({ course }: { course: Course }) {
  const { t } = useTranslation('courses');
  const { can } = useSession();
  const navigate = useNavigate();
  const { save, remove, refusal, forgetRefusal } = useCourseActions(course);
  const mayChange = can('registrar');
  return (
    <Page>
      <PageHeader
        title={course.title}
        subtitle={course.code}
        trail={[{ label: t('title'), to: '/cursos' }]}
        tools={
          <>
            <HistoryButton subject={{ of: 'course', courseId: course.id }} name={course.title} />
            {mayChange && (
              <>
                <Button
                  color="red"
                  variant="outline"
                  leftSection={<IconTrash size={16} stroke={1.75} aria-hidden />}
                  onClick={() => void remove()}
                >
                  {t('common:delete')}
                </Button>
                <Button
                  leftSection={<IconPlus size={16} aria-hidden />}
                  onClick={() => void navigate({ to: '/ediciones/nueva', search: { courseId: course.id } })}
                >
                  {t('newEdition')}
                </Button>
              </>
            )}
          </>
        }
      />
      {refusal !== null && (
        <Notice tone="danger" onClose={forgetRefusal}>
          {refusal}
        </Notice>
      )}
      <div className={classes['columns']}>
        <CourseEditions courseId={course.id} />
        <WhoMayTeach courseId={course.id} />
        {mayChange ? (
          <CourseForm
            courseId={course.id}
            start={toDraft(course)}
            submitLabel={t('common:save')}
            onSubmit={save}
          />
        ) : (
          <CourseFacts course={course} />
        )}
      </div>
    </Page>
  );
}
