import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { NamedCascade } from '../../../../domain/contract/trainers.ts';
import type { PersonId } from '../../../../domain/ids.ts';
import type { Person } from '../../../../domain/person.ts';
import { fullName } from '../../../../domain/person-name.ts';
import { useApi } from '../../../lib/api.tsx';
import { useFormat } from '../../../lib/format.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Page } from '../../../ui/page.tsx';
import { Section } from '../../../ui/section.tsx';
import classes from '../trainers.module.css';
import { CascadeViews } from './cascade-views.tsx';
import { LineageTable } from './lineage-table.tsx';
import { ReachTable } from './reach-table.tsx';

const trainersCrumb = { to: '/capacitadores' } as const;

/** Whom somebody trained, whom these trained, and so on; and who trained them. */
export function CascadePage() {
  const { personId } = useParams({ from: '/capacitadores/$personId/cascada' });
  const { t } = useTranslation('trainers');
  const person = useQuery(useApi().people.get.queryOptions({ input: { id: personId } }));
  // By the address of a record that was merged one comes to whom it has become.
  if (person.data !== undefined && person.data.id !== personId)
    return <Navigate to="/capacitadores/$personId/cascada" params={{ personId: person.data.id }} replace />;
  if (person.data !== undefined) return <PersonCascade person={person.data} />;
  return (
    <Page>
      {person.isError && (
        <PageHeader title={t('unknown')} trail={[{ label: t('title'), ...trainersCrumb }]} />
      )}
      <Loaded query={person}>{() => null}</Loaded>
    </Page>
  );
}

function PersonCascade({ person }: { person: Person }) {
  const { t } = useTranslation('trainers');
  const name = fullName(person);
  return (
    <Page>
      <PageHeader
        title={t('cascade.of', { name })}
        trail={[
          { label: t('title'), ...trainersCrumb },
          { label: name, to: `/capacitadores/${person.id}` },
        ]}
        tools={<PrintButton personId={person.id} />}
      />
      <CascadeBody personId={person.id} />
    </Page>
  );
}

/** The cascades of all with whom training began in this office, as one. */
export function OfficeCascadePage() {
  const { t } = useTranslation('trainers');
  return (
    <Page>
      <PageHeader
        title={t('cascade.office')}
        trail={[{ label: t('title'), ...trainersCrumb }]}
        tools={<PrintButton personId={null} />}
      />
      <CascadeBody personId={null} />
    </Page>
  );
}

function PrintButton({ personId }: { personId: PersonId | null }) {
  const { t } = useTranslation('trainers');
  const navigate = useNavigate();
  return (
    <Button
      leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />}
      onClick={() =>
        void navigate({ to: '/capacitadores/cascada/imprimir', search: { personId: personId ?? undefined } })
      }
    >
      {t('print.open')}
    </Button>
  );
}

function CascadeBody({ personId }: { personId: PersonId | null }) {
  const cascade = useQuery(useApi().trainers.cascade.queryOptions({ input: { personId } }));
  return <Loaded query={cascade}>{(known) => <CascadeSheet key={personId} cascade={known} />}</Loaded>;
}

function CascadeSheet({ cascade }: { cascade: NamedCascade }) {
  const { t } = useTranslation('trainers');
  const format = useFormat();
  const { people, reach, lineage } = cascade;
  const roots = people.filter(({ generation }) => generation === 0).length;
  if (reach.length === 0 && lineage.links.length === 0)
    return <EmptyState title={t('cascade.none.title')} text={t('cascade.none.text')} />;
  return (
    <>
      {reach.length > 0 && (
        <p className={classes['note']}>
          {t('cascade.sum', {
            count: people.length - roots,
            written: format.number(people.length - roots),
            generations: t('cascade.generations', { count: reach.length }),
          })}
        </p>
      )}
      <CascadeViews cascade={cascade} />
      {reach.length > 0 && (
        <Section title={t('reach.title')}>
          <ReachTable reach={reach} />
        </Section>
      )}
      {lineage.links.length > 0 && (
        <Section title={t('lineage.title')}>
          <LineageTable cascade={cascade} />
        </Section>
      )}
    </>
  );
}
