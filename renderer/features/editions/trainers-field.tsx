import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import {
  type TrainerAssignment,
  trainerAssignmentDraftSchema,
  trainerRoleSchema,
} from '../../../domain/edition.ts';
import { personIdSchema } from '../../../domain/ids.ts';
import { usePeopleSearch } from '../../lib/use-people-search.ts';
import { RemoteSelect } from '../../ui/remote-select.tsx';
import { Segments } from '../../ui/segments.tsx';
import classes from './trainers-field.module.css';

interface TrainersFieldProps {
  name: string;
  /** Who is named already, by name. */
  known: readonly TrainerAssignment[];
}

const assignmentsSchema = z.array(trainerAssignmentDraftSchema).catch([]);

/** Who teaches: found among the people of the office, the first as lead. */
export function TrainersField({ name, known }: TrainersFieldProps) {
  const { t } = useTranslation('editions');
  const { field } = useController({ name });
  const search = usePeopleSearch();
  const [names, setNames] = useState(() => new Map(known.map((one) => [one.personId, one.name])));
  const [round, setRound] = useState(0);
  const assigned = assignmentsSchema.parse(field.value);

  const add = (personId: TrainerAssignment['personId'], personName: string) => {
    if (assigned.some((one) => one.personId === personId)) return;
    setNames(new Map(names).set(personId, personName));
    setRound(round + 1);
    field.onChange([...assigned, { personId, role: assigned.length === 0 ? 'lead' : 'assistant' }]);
  };
  const setRole = (personId: string, role: string) =>
    field.onChange(assigned.map((one) => (one.personId === personId ? { ...one, role } : one)));

  return (
    <div className={classes['trainers']}>
      {assigned.length > 0 && (
        <ul className={classes['list']}>
          {assigned.map(({ personId, role }) => {
            const personName = names.get(personId) ?? '';
            return (
              <li key={personId}>
                <span className={classes['name']}>{personName}</span>
                <Segments
                  label={t('form.roleOf', { name: personName })}
                  value={role}
                  onChange={(next) => setRole(personId, next)}
                  options={trainerRoleSchema.options.map((value) => ({
                    value,
                    label: t(`form.role.${value}`),
                  }))}
                />
                <ActionIcon
                  aria-label={t('form.removeTrainer', { name: personName })}
                  onClick={() => field.onChange(assigned.filter((one) => one.personId !== personId))}
                >
                  <IconX size={17} aria-hidden />
                </ActionIcon>
              </li>
            );
          })}
        </ul>
      )}
      <RemoteSelect
        key={round}
        autoFocus={round > 0}
        label={t('form.addTrainer')}
        placeholder={t('people.addPlaceholder')}
        value={null}
        search={search}
        onChange={(option) => {
          const id = personIdSchema.safeParse(option?.value);
          if (id.success && option !== null) add(id.data, option.label);
        }}
      />
    </div>
  );
}
