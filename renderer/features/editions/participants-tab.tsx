import { Button } from '@mantine/core';
import { IconBuildingCommunity, IconFileSpreadsheet } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Edition, takesChanges } from '../../../domain/edition.ts';
import type { Enrolment } from '../../../domain/enrolment.ts';
import { useApi } from '../../lib/api.tsx';
import { useSession } from '../../lib/session.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { AddPeople } from './add-people.tsx';
import { LeadNotices } from './lead-notices.tsx';
import { OrganisationDialog } from './organisation-dialog.tsx';
import { isShown, ParticipantFilters } from './participant-filters.tsx';
import classes from './participants-tab.module.css';
import type { Shown } from './participants-search.ts';
import { SelectionTools } from './selection-tools.tsx';
import { TransferDialog } from './transfer-dialog.tsx';
import { useMissing } from './use-missing.ts';
import { useParticipantColumns } from './use-participant-columns.tsx';

/** Who is enrolled, who waits, who asked and who left; the place where people are added. */
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
  const { can } = useSession();
  const [isChoosing, setIsChoosing] = useState(false);
  const isTakingPeople = edition.status !== 'cancelled' && can('registrar');
  return (
    <div className={classes['participants']}>
      <LeadNotices edition={edition} />
      {isTakingPeople && (
        <Toolbar
          end={
            takesChanges(edition.status) && (
              <OtherWays edition={edition} onOrganisation={() => setIsChoosing(true)} />
            )
          }
        >
          <AddPeople edition={edition} />
        </Toolbar>
      )}
      <People edition={edition} enrolments={enrolments} isTakingPeople={isTakingPeople} />
      {isChoosing && (
        <OrganisationDialog edition={edition} enrolments={enrolments} onClose={() => setIsChoosing(false)} />
      )}
    </div>
  );
}

/** Many people at once: of an organisation, or from a list. */
function OtherWays({ edition, onOrganisation }: { edition: Edition; onOrganisation(): void }) {
  const { t } = useTranslation('editions');
  const navigate = useNavigate();
  const icon = { size: 17, stroke: 1.75 };
  return (
    <>
      <Button leftSection={<IconBuildingCommunity {...icon} />} onClick={onOrganisation}>
        {t('people.organisation')}
      </Button>
      <Button
        leftSection={<IconFileSpreadsheet {...icon} />}
        onClick={() => void navigate({ to: '/importar', search: { editionId: edition.id } })}
      >
        {t('people.import')}
      </Button>
    </>
  );
}

interface PeopleProps {
  edition: Edition;
  enrolments: readonly Enrolment[];
  isTakingPeople: boolean;
}

function People({ edition, enrolments, isTakingPeople }: PeopleProps) {
  const { t } = useTranslation('editions');
  const { can } = useSession();
  const navigate = useNavigate();
  const { shown = 'all' } = useSearch({ from: '/ediciones/$editionId/' });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [moving, setMoving] = useState<readonly Enrolment[]>([]);
  const missing = useMissing(edition.id);
  const isChangeable = can('registrar') && takesChanges(edition.status);
  const rows = enrolments.filter((one) => isShown(one, shown, missing));
  const chosen = rows.filter(({ id }) => selected.has(id));
  const transfer = (people: readonly Enrolment[]) => setMoving(people);
  const show = (next: Shown) =>
    void navigate({
      to: '/ediciones/$editionId',
      params: { editionId: edition.id },
      search: { shown: next === 'all' ? undefined : next },
      replace: true,
    });
  const columns = useParticipantColumns({ edition, enrolments, missing, isChangeable, onTransfer: transfer });
  return (
    <>
      {enrolments.length > 0 && (
        <Toolbar
          end={
            chosen.length > 0 && (
              <SelectionTools
                edition={edition}
                chosen={chosen}
                onTransfer={transfer}
                onDone={() => setSelected(new Set())}
              />
            )
          }
        >
          <ParticipantFilters enrolments={enrolments} missing={missing} value={shown} onChange={show} />
        </Toolbar>
      )}
      <div className={classes['table']}>
        <DataTable
          label={t('people.label')}
          rows={rows}
          rowId={({ id }) => id}
          columns={columns}
          onOpen={({ personId }) => void navigate({ to: '/personas/$personId', params: { personId } })}
          {...(isChangeable ? { selected, onSelect: setSelected } : {})}
          empty={
            enrolments.length > 0 ? (
              <EmptyState title={t('people.noneSo')} />
            ) : (
              <EmptyState
                title={t('people.empty.title')}
                text={t(isTakingPeople ? 'people.empty.text' : 'people.empty.textOver')}
              />
            )
          }
        />
      </div>
      {moving.length > 0 && (
        <TransferDialog
          edition={edition}
          people={moving}
          onClose={() => {
            setMoving([]);
            setSelected(new Set());
          }}
        />
      )}
    </>
  );
}
