import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { maySeeCascade } from '../../../domain/cascade-rights.ts';
import type { Person } from '../../../domain/person.ts';
import { fullName } from '../../../domain/person-name.ts';
import { useApi } from '../../lib/api.tsx';
import { useSession } from '../../lib/session.tsx';
import { HistoryButton } from '../../parts/history/history-button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Page } from '../../ui/page.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { AccreditationsSection } from './accreditations-section.tsx';
import { CascadeSection } from './cascade/cascade-section.tsx';
import { ObservationsSection } from './observations/observations-section.tsx';
import classes from './trainers.module.css';

/** A trainer: what they may teach and why, and whom they trained. */
export function TrainerPage() {
  const { personId } = useParams({ from: '/capacitadores/$personId' });
  const { t } = useTranslation('trainers');
  const person = useQuery(useApi().people.get.queryOptions({ input: { id: personId } }));
  // By the address of a record that was merged one comes to whom it has become.
  if (person.data !== undefined && person.data.id !== personId)
    return <Navigate to="/capacitadores/$personId" params={{ personId: person.data.id }} replace />;
  if (person.data !== undefined) return <TrainerSheet person={person.data} />;
  return (
    <Page>
      {person.isError && (
        <PageHeader title={t('unknown')} trail={[{ label: t('title'), to: '/capacitadores' }]} />
      )}
      <Loaded query={person}>{() => null}</Loaded>
    </Page>
  );
}

function TrainerSheet({ person }: { person: Person }) {
  const { t } = useTranslation('trainers');
  const { user } = useSession();
  const name = fullName(person);
  return (
    <Page>
      <PageHeader
        title={name}
        subtitle={
          <TextLink to="/personas/$personId" params={{ personId: person.id }}>
            {t('toSheet')}
          </TextLink>
        }
        trail={[{ label: t('title'), to: '/capacitadores' }]}
        tools={<HistoryButton subject={{ of: 'person', personId: person.id }} name={name} />}
      />
      <div className={classes['columns']}>
        <AccreditationsSection personId={person.id} name={name} />
        <ObservationsSection personId={person.id} name={name} />
        {maySeeCascade(user, person.id) && <CascadeSection personId={person.id} />}
      </div>
    </Page>
  );
}
