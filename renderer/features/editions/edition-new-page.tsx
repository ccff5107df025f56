import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../../domain/calendar-date.ts';
import type { Course } from '../../../domain/course.ts';
import type { Edition, EditionDraft } from '../../../domain/edition.ts';
import { copyEdition } from '../../../domain/edition-copy.ts';
import type { CourseId, EditionId } from '../../../domain/ids.ts';
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

/** A new run of a course, or one more like an edition that there was. */
export function EditionNewPage() {
  const { copyOf } = useSearch({ from: '/ediciones/nueva' });
  return copyOf === undefined ? <NewEdition copied={null} /> : <EditionCopy editionId={copyOf} />;
}

function EditionCopy({ editionId }: { editionId: EditionId }) {
  const edition = useQuery(useApi().editions.get.queryOptions({ input: { editionId } }));
  return <Loaded query={edition}>{(found) => <NewEdition copied={found} />}</Loaded>;
}

/** Counted as the office's policy says, or as the copied edition was, unless it is changed here. */
function NewEdition({ copied }: { copied: Edition | null }) {
  const { courseId } = useSearch({ from: '/ediciones/nueva' });
  const { t } = useTranslation('editions');
  const api = useApi();
  const navigate = useNavigate();
  const courses = useQuery(api.courses.list.queryOptions());
  const office = useQuery(api.office.get.queryOptions());
  const creating = useMutation(api.editions.create.mutationOptions());
  const create = async (draft: EditionDraft) => {
    const { id: editionId } = await creating.mutateAsync(draft);
    // What is left to copy is when it meets: that is planned like the other one met.
    await (copied === null
      ? navigate({ to: '/ediciones/$editionId', params: { editionId } })
      : navigate({
          to: '/ediciones/$editionId/sesiones',
          params: { editionId },
          search: { like: copied.id },
        }));
  };
  const cancel = () =>
    void (copied === null
      ? navigate({ to: '/cursos' })
      : navigate({ to: '/ediciones/$editionId', params: { editionId: copied.id } }));
  return (
    <Page>
      <PageHeader
        title={copied === null ? t('form.newTitle') : t('form.copyTitle', { code: copied.code })}
        trail={[
          { label: t('app:nav.courses'), to: '/cursos' },
          ...(copied === null ? [] : [{ label: copied.code, to: `/ediciones/${copied.id}` }]),
        ]}
      />
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
                  start={
                    copied === null
                      ? startEdition(courseId ?? findOnlyOne(known), attendancePolicy)
                      : { ...copyEdition(copied, today()), code: '' }
                  }
                  trainers={copied?.trainers ?? []}
                  editionId={null}
                  copied={copied}
                  submitLabel={t('form.create')}
                  onSubmit={create}
                  onCancel={cancel}
                />
              )}
            </Loaded>
          )
        }
      </Loaded>
    </Page>
  );
}
