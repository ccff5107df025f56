import { Button, Checkbox, Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Edition } from '../../../domain/edition.ts';
import { type Enrolment, foreseeSeats, hasLeft } from '../../../domain/enrolment.ts';
import { type OrganisationId, organisationIdSchema, type PersonId } from '../../../domain/ids.ts';
import { surnamesFirst } from '../../../domain/person-name.ts';
import type { PersonSummary } from '../../../domain/person.ts';
import { useApi } from '../../lib/api.tsx';
import { useFormat } from '../../lib/format.ts';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { filterByPart } from '../../ui/fields/select-field.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import classes from './participants-tab.module.css';
import { useEnrol } from './use-enrol.ts';

interface OrganisationDialogProps {
  edition: Edition;
  enrolments: readonly Enrolment[];
  onClose(): void;
}

/** Enrols the people of an organisation, those of them who are chosen. */
export function OrganisationDialog(props: OrganisationDialogProps) {
  const { t } = useTranslation('editions');
  const api = useApi();
  const organisations = useQuery(api.organisations.list.queryOptions()).data ?? [];
  const [organisationId, setOrganisationId] = useState<OrganisationId | null>(null);
  return (
    <Dialog opened onClose={props.onClose} title={t('organisation.title')} size={620}>
      <Select
        label={t('organisation.label')}
        placeholder={t('common:choose')}
        data={organisations
          .filter(({ memberCount }) => memberCount > 0)
          .map(({ id, name, memberCount }) => ({
            value: id,
            label: t('organisation.option', { name, count: memberCount }),
          }))}
        value={organisationId}
        onChange={(value) => setOrganisationId(organisationIdSchema.nullable().parse(value))}
        allowDeselect={false}
        searchable
        filter={filterByPart}
        nothingFoundMessage={t('common:nothingFound')}
        data-autofocus
      />
      {organisationId === null ? (
        <Text mt={14}>{t('organisation.text')}</Text>
      ) : (
        <Members key={organisationId} {...props} organisationId={organisationId} />
      )}
    </Dialog>
  );
}

function Members({ organisationId, ...props }: OrganisationDialogProps & { organisationId: OrganisationId }) {
  const api = useApi();
  const members = useQuery(api.organisations.members.queryOptions({ input: { organisationId } }));
  return <Loaded query={members}>{(people) => <MemberList {...props} people={people} />}</Loaded>;
}

function MemberList({
  edition,
  enrolments,
  people,
  onClose,
}: OrganisationDialogProps & { people: readonly PersonSummary[] }) {
  const { t } = useTranslation('editions');
  const enrol = useEnrol(edition);
  const statusOf = useStatusOf(edition, enrolments, people);
  const free = people.filter(({ id }) => !statusOf(id).isIn);
  const [left, setLeft] = useState<ReadonlySet<PersonId>>(new Set());
  const chosen = free.filter(({ id }) => !left.has(id));
  const { toEnrol, toWait } = foreseeSeats(chosen.length, edition.seats.free);
  const toggle = (id: PersonId) =>
    setLeft(left.has(id) ? new Set([...left].filter((one) => one !== id)) : new Set([...left, id]));
  const toggleAll = () => setLeft(chosen.length > 0 ? new Set(free.map(({ id }) => id)) : new Set());
  const submit = async () => {
    const named = chosen.map((person) => ({ personId: person.id, name: surnamesFirst(person) }));
    if (await enrol(named, 'enrol')) onClose();
  };
  return (
    <>
      <Checkbox
        mt={14}
        label={t('organisation.all', { count: free.length })}
        checked={chosen.length > 0 && chosen.length === free.length}
        indeterminate={chosen.length > 0 && chosen.length < free.length}
        disabled={free.length === 0}
        onChange={toggleAll}
      />
      <ul className={classes['members']}>
        {people.map((person) => (
          <li key={person.id}>
            <Checkbox
              label={surnamesFirst(person)}
              description={statusOf(person.id).text}
              checked={!statusOf(person.id).isIn && !left.has(person.id)}
              disabled={statusOf(person.id).isIn}
              onChange={() => toggle(person.id)}
            />
          </li>
        ))}
      </ul>
      <Text role="status">
        {[
          chosen.length === 0 ? t('organisation.nobody') : null,
          toEnrol > 0 ? t('organisation.foresight', { count: toEnrol }) : null,
          toEnrol === 0 && toWait > 0 ? t('organisation.full') : null,
          toWait > 0 ? t('organisation.wait', { count: toWait }) : null,
        ]
          .filter((part) => part !== null)
          .join(' ')}
      </Text>
      <DialogActions>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button variant="filled" disabled={chosen.length === 0} onClick={() => void submit()}>
          {t('organisation.submit', { count: chosen.length })}
        </Button>
      </DialogActions>
    </>
  );
}

/** How somebody stands with the edition, in words; whoever is in it cannot be chosen, whoever asked can. */
function useStatusOf(edition: Edition, enrolments: readonly Enrolment[], people: readonly PersonSummary[]) {
  const { t } = useTranslation('editions');
  const format = useFormat();
  const input = { editionId: edition.id, personIds: people.map(({ id }) => id) };
  const missing = useQuery(useApi().enrolments.missing.queryOptions({ input })).data ?? [];
  const statusByPerson = new Map(enrolments.map(({ personId, status }) => [personId, status]));
  const coursesByPerson = new Map(missing.map(({ personId, courses }) => [personId, courses]));
  return (id: PersonId) => {
    const status = statusByPerson.get(id) ?? null;
    const courses = coursesByPerson.get(id) ?? [];
    const parts = [
      status === null ? null : t(`enrolmentStatus.${status}`),
      courses.length === 0
        ? null
        : t('lacks.short', { courses: format.list(courses.map(({ title }) => title)) }),
    ];
    return {
      isIn: status !== null && !hasLeft(status) && status !== 'requested',
      text: parts.filter((part) => part !== null).join(' · '),
    };
  };
}
