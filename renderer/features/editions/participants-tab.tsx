import { Button } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Edition } from '../../../domain/edition.ts';
import type { Enrolment } from '../../../domain/enrolment.ts';
import { useApi } from '../../lib/api.tsx';
import { useSession } from '../../lib/session.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { AddPeople } from './add-people.tsx';
import { LeadNotices } from './lead-notices.tsx';
import classes from './participants-tab.module.css';
import { useParticipantColumns } from './use-participant-columns.tsx';

/** Who is enrolled, who waits and who left; the place where people are added. */
export function ParticipantsTab() {
  const { editionId } = useParams({ from: '/ediciones/$editionId' });
  const api = useApi();
  const edition = useQuery(api.editions.get.queryOptions({ input: { editionId } }));
  const enrolments = useQuery(api.enrolments.list.queryOptions({ input: { editionId } }));
  return (
    <Loaded query={edition}>
      {(found) => (
        <Loaded query={enrolments}>{(people) => <Participants edition={found} enrolments={people} />}</Loaded>
      )}
    </Loaded>
  );
}

function Participants({ edition, enrolments }: { edition: Edition; enrolments: readonly Enrolment[] }) {
  const { t } = useTranslation('editions');
  const { can } = useSession();
  const navigate = useNavigate();
  const columns = useParticipantColumns(edition);
  const isTakingPeople = edition.status !== 'cancelled' && can('registrar');
  return (
    <div className={classes['participants']}>
      <LeadNotices edition={edition} />
      {isTakingPeople && (
        <Toolbar
          end={
            edition.status !== 'closed' && (
              <Button
                leftSection={<IconFileSpreadsheet size={17} stroke={1.75} />}
                onClick={() => void navigate({ to: '/importar', search: { editionId: edition.id } })}
              >
                {t('people.import')}
              </Button>
            )
          }
        >
          <AddPeople edition={edition} />
        </Toolbar>
      )}
      <div className={classes['table']}>
        <DataTable
          label={t('people.label')}
          rows={enrolments}
          rowId={({ id }) => id}
          columns={columns}
          onOpen={({ personId }) => void navigate({ to: '/personas/$personId', params: { personId } })}
          empty={
            <EmptyState
              title={t('people.empty.title')}
              text={t(isTakingPeople ? 'people.empty.text' : 'people.empty.textOver')}
            />
          }
        />
      </div>
    </div>
  );
}
