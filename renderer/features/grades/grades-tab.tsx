import { Button } from '@mantine/core';
import { IconAdjustments } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Edition } from '../../../domain/edition.ts';
import { holdsSeat } from '../../../domain/enrolment.ts';
import type { Assessment } from '../../../domain/grade.ts';
import { useApi } from '../../lib/api.tsx';
import { useFormat } from '../../lib/format.ts';
import { useSession } from '../../lib/session.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TabTools } from '../../ui/tab-bar.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { AssessmentsDialog } from './assessments-dialog.tsx';
import { GradesGrid } from './grades-grid.tsx';
import classes from './grades.module.css';
import { UnsavedGrades } from './unsaved-grades.tsx';
import { useGrades } from './use-grades.ts';

/** The grades of an edition; says so where its course is not graded. */
export function GradesTab() {
  const { editionId } = useParams({ from: '/ediciones/$editionId' });
  const api = useApi();
  const edition = useQuery(api.editions.get.queryOptions({ input: { editionId } }));
  return (
    <Loaded query={edition}>
      {(found) =>
        found.passMark === null ? <Ungraded /> : <Grades edition={found} passMark={found.passMark} />
      }
    </Loaded>
  );
}

function Ungraded() {
  const { t } = useTranslation('grades');
  return (
    <EmptyState
      title={t('ungraded.title')}
      text={t('ungraded.text')}
      action={<TextLink to="/cursos">{t('ungraded.action')}</TextLink>}
    />
  );
}

function Grades({ edition, passMark }: { edition: Edition; passMark: number }) {
  const { t } = useTranslation('grades');
  const format = useFormat();
  const { can } = useSession();
  const [isEditing, setIsEditing] = useState(false);
  const { query, store } = useGrades(edition.id);
  const isOver = edition.status === 'closed' || edition.status === 'cancelled';
  const isReadOnly = isOver || !can('trainer');
  return (
    <Loaded query={query}>
      {({ assessments, enrolments }) => {
        const people = enrolments.filter(({ status }) => holdsSeat(status));
        return (
          <div className={classes['grades']}>
            <TabTools>
              <span className={classes['rule']}>{t('passMark', { passMark: format.number(passMark) })}</span>
              {!isReadOnly && (
                <Button
                  size="xs"
                  leftSection={<IconAdjustments size={16} stroke={1.75} />}
                  onClick={() => setIsEditing(true)}
                >
                  {t('editAssessments')}
                </Button>
              )}
            </TabTools>
            {isReadOnly && <Notice tone="info">{t(`readOnly.${isOver ? edition.status : 'role'}`)}</Notice>}
            <WeightNotice assessments={assessments} />
            <UnsavedGrades store={store} />
            {people.length === 0 || assessments.length === 0 ? (
              <NothingToGrade hasPeople={people.length > 0} edition={edition} />
            ) : (
              <GradesGrid
                assessments={assessments}
                enrolments={people}
                store={store}
                passMark={passMark}
                isReadOnly={isReadOnly}
              />
            )}
            {isEditing && (
              <AssessmentsDialog
                edition={edition}
                assessments={assessments}
                onClose={() => setIsEditing(false)}
              />
            )}
          </div>
        );
      }}
    </Loaded>
  );
}

/** Without any weight there is no final grade, and nobody can be approved. */
function WeightNotice({ assessments }: { assessments: readonly Assessment[] }) {
  const { t } = useTranslation('grades');
  const weight = assessments.reduce((sum, one) => sum + one.weight, 0);
  return assessments.length > 0 && weight === 0 ? <Notice tone="warning">{t('noWeight')}</Notice> : null;
}

function NothingToGrade({ hasPeople, edition }: { hasPeople: boolean; edition: Edition }) {
  const { t } = useTranslation('grades');
  if (hasPeople)
    return <EmptyState title={t('empty.assessments.title')} text={t('empty.assessments.text')} />;
  return (
    <EmptyState
      title={t('empty.people.title')}
      text={t('empty.people.text')}
      action={
        <TextLink to="/ediciones/$editionId" params={{ editionId: edition.id }}>
          {t('empty.people.action')}
        </TextLink>
      }
    />
  );
}
