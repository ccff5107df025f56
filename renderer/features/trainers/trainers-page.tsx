import { Button } from '@mantine/core';
import { IconSitemap, IconUserCheck, IconUserSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccreditationRule } from '../../../domain/accreditation-rule.ts';
import { maySeeCascade } from '../../../domain/cascade-rights.ts';
import type { Course } from '../../../domain/course.ts';
import { useApi } from '../../lib/api.tsx';
import { useSession } from '../../lib/session.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Page } from '../../ui/page.tsx';
import { NewTrainerDialog } from './new-trainer-dialog.tsx';
import { TrainersTable } from './trainers-table.tsx';

/** Who may teach what, how it stands, and why. */
export function TrainersPage() {
  const { t } = useTranslation('trainers');
  const api = useApi();
  const { can, user } = useSession();
  const navigate = useNavigate();
  const rules = useQuery(api.trainers.rules.queryOptions({ input: { courseId: null } }));
  const courses = useQuery(api.courses.list.queryOptions());
  const [isAdding, setAdding] = useState(false);
  const hasRules = rules.data !== undefined && rules.data.length > 0;
  return (
    <Page fill>
      <PageHeader
        title={t('title')}
        tools={
          <>
            <Button
              leftSection={<IconUserSearch size={16} stroke={1.75} aria-hidden />}
              onClick={() => void navigate({ to: '/capacitadores/buscar' })}
            >
              {t('find.open')}
            </Button>
            {maySeeCascade(user, null) && (
              <Button
                leftSection={<IconSitemap size={16} stroke={1.75} aria-hidden />}
                onClick={() => void navigate({ to: '/capacitadores/cascada' })}
              >
                {t('cascade.office')}
              </Button>
            )}
          </>
        }
        {...(can('coordinator') && hasRules && courses.data !== undefined
          ? {
              next: (
                <Button
                  variant="filled"
                  leftSection={<IconUserCheck size={16} stroke={1.75} aria-hidden />}
                  onClick={() => setAdding(true)}
                >
                  {t('new.open')}
                </Button>
              ),
            }
          : {})}
      />
      <Loaded query={rules}>
        {(known) =>
          known.length === 0 ? <NoRules /> : <TrainersTable courses={withRules(courses.data ?? [], known)} />
        }
      </Loaded>
      {isAdding && (
        <NewTrainerDialog
          rules={rules.data ?? []}
          courses={courses.data ?? []}
          onClose={() => setAdding(false)}
        />
      )}
    </Page>
  );
}

function withRules(courses: readonly Course[], rules: readonly AccreditationRule[]): Course[] {
  const ruled = new Set(rules.map(({ courseId }) => courseId));
  return courses.filter(({ id }) => ruled.has(id));
}

/** What a cascade is, and what to do first. */
function NoRules() {
  const { t } = useTranslation('trainers');
  const navigate = useNavigate();
  return (
    <EmptyState
      title={t('noRules.title')}
      text={t('noRules.text')}
      action={<Button onClick={() => void navigate({ to: '/cursos' })}>{t('noRules.toCourses')}</Button>}
    />
  );
}
