import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../../domain/calendar-date.ts';
import type { Course } from '../../../domain/course.ts';
import type { CourseId } from '../../../domain/ids.ts';
import type { AttendancePolicy } from '../../../domain/office.ts';
import { useApi } from '../../lib/api.tsx';
import { today } from '../../lib/date-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Page } from '../../ui/page.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { EditionForm, type EditionInput } from './edition-form.tsx';

const usualDays = 28;
const usualCapacity = 30;

function startEdition(courseId: CourseId | null, attendancePolicy: AttendancePolicy): EditionInput {
  return {
    courseId: courseId ?? '',
    code: '',
    place: '',
    room: null,
    startsOn: today(),
    endsOn: addDays(today(), usualDays),
    capacity: usualCapacity,
    attendancePolicy,
    notes: null,
    trainers: [],
  };
}

/** Where there is one course there is nothing to choose. */
function findOnlyOne(courses: readonly Course[]): CourseId | null {
  const [only, another] = courses;
  return only === undefined || another !== undefined ? null : only.id;
}

/** A new run of a course, counted as the office's policy says unless it is changed here. */
export function EditionNewPage() {
  const { courseId } = useSearch({ from: '/ediciones/nueva' });
  const { t } = useTranslation('editions');
  const api = useApi();
  const navigate = useNavigate();
  const courses = useQuery(api.courses.list.queryOptions());
  const office = useQuery(api.office.get.queryOptions());
  const creating = useMutation(api.editions.create.mutationOptions());
  return (
    <Page>
      <PageHeader title={t('form.newTitle')} trail={[{ label: t('app:nav.courses'), to: '/cursos' }]} />
      <Loaded query={courses}>
        {(known) =>
          known.length === 0 ? (
            <EmptyState
              title={t('form.noCourses.title')}
              text={t('form.noCourses.text')}
              action={<TextLink to="/cursos">{t('form.noCourses.action')}</TextLink>}
            />
          ) : (
            <Loaded query={office}>
              {({ attendancePolicy }) => (
                <EditionForm
                  courses={known}
                  start={startEdition(courseId ?? findOnlyOne(known), attendancePolicy)}
                  trainers={[]}
                  editionId={null}
                  submitLabel={t('form.create')}
                  onSubmit={async (draft) => {
                    const edition = await creating.mutateAsync(draft);
                    await navigate({ to: '/ediciones/$editionId', params: { editionId: edition.id } });
                  }}
                  onCancel={() => void navigate({ to: '/cursos' })}
                />
              )}
            </Loaded>
          )
        }
      </Loaded>
    </Page>
  );
}
