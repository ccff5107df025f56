import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Edition, takesChanges } from '../../../domain/edition.ts';
import { useApi } from '../../lib/api.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Page } from '../../ui/page.tsx';
import { EditionForm, type EditionInput } from './edition-form.tsx';

/** Changes what was decided about an edition; its course stays, since results rest upon it. */
export function EditionEditPage() {
  const { editionId } = useParams({ from: '/ediciones/$editionId/editar' });
  const api = useApi();
  const edition = useQuery(api.editions.get.queryOptions({ input: { editionId } }));
  return <Loaded query={edition}>{(found) => <EditEdition edition={found} />}</Loaded>;
}

function toInput(edition: Edition): EditionInput {
  const { courseId, code, place, room, startsOn, endsOn, capacity, attendancePolicy, notes, trainers } =
    edition;
  return {
    courseId,
    code,
    place,
    room,
    startsOn,
    endsOn,
    capacity,
    attendancePolicy,
    notes,
    trainers: trainers.map(({ personId, role, exceptionReason }) => ({ personId, role, exceptionReason })),
  };
}

function EditEdition({ edition }: { edition: Edition }) {
  const { t } = useTranslation('editions');
  const api = useApi();
  const navigate = useNavigate();
  const courses = useQuery(api.courses.list.queryOptions());
  const updating = useMutation(api.editions.update.mutationOptions());
  const editionId = edition.id;
  const goBack = () => navigate({ to: '/ediciones/$editionId', params: { editionId } });
  return (
    <Page>
      <PageHeader
        title={t('form.editTitle', { code: edition.code })}
        trail={[
          { label: t('app:nav.courses'), to: '/cursos' },
          { label: edition.code, to: `/ediciones/${editionId}` },
        ]}
      />
      {!takesChanges(edition.status) ? (
        <Notice tone="info">{t(edition.status === 'closed' ? 'form.closed' : 'form.cancelled')}</Notice>
      ) : (
        <Loaded query={courses}>
          {(known) => (
            <EditionForm
              courses={known}
              start={toInput(edition)}
              trainers={edition.trainers}
              editionId={editionId}
              submitLabel={t('common:save')}
              onSubmit={async (draft) => {
                await updating.mutateAsync({ editionId, draft });
                await goBack();
              }}
              onCancel={() => void goBack()}
            />
          )}
        </Loaded>
      )}
    </Page>
  );
}
