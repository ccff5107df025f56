import { Button } from '@mantine/core';
import { IconCalendarMonth, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../lib/api.tsx';
import { useSession } from '../../lib/session.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Page } from '../../ui/page.tsx';
import { CatalogueSection } from './catalogue-section.tsx';
import { EditionsSection } from './editions-section.tsx';

/** What the office teaches and each time it did: the editions first, since they are the work. */
export function CoursesPage() {
  const { t } = useTranslation('courses');
  const api = useApi();
  const { can } = useSession();
  const navigate = useNavigate();
  const view = useSearch({ from: '/cursos' });
  const courses = useQuery(api.courses.list.queryOptions());
  const hasCourses = courses.data !== undefined && courses.data.length > 0;
  const newCourse = (
    <Button
      variant={hasCourses ? 'default' : 'filled'}
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => void navigate({ to: '/cursos/nuevo' })}
    >
      {t('newCourse')}
    </Button>
  );
  const newEdition = (
    <Button
      variant="filled"
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => void navigate({ to: '/ediciones/nueva', search: { courseId: view.courseId } })}
    >
      {t('newEdition')}
    </Button>
  );
  const calendar = (
    <Button
      leftSection={<IconCalendarMonth size={16} stroke={1.75} aria-hidden />}
      onClick={() => void navigate({ to: '/calendario' })}
    >
      {t('calendar:title')}
    </Button>
  );
  const canPlan = can('registrar') && courses.data !== undefined;
  return (
    <Page>
      <PageHeader
        title={t('title')}
        tools={
          <>
            {hasCourses && calendar}
            {canPlan && hasCourses && newCourse}
          </>
        }
        {...(canPlan ? { next: hasCourses ? newEdition : newCourse } : {})}
      />
      <Loaded query={courses}>
        {(catalogue) =>
          catalogue.length === 0 ? (
            <EmptyState title={t('catalogue.empty.title')} text={t('catalogue.empty.text')} />
          ) : (
            <>
              <EditionsSection
                courses={catalogue}
                view={view}
                onChange={(next) => void navigate({ to: '/cursos', search: next, replace: true })}
              />
              <CatalogueSection courses={catalogue} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
