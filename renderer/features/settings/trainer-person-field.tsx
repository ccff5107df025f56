import { useState } from 'react';
import { useController, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { personIdSchema } from '../../../domain/ids.ts';
import { usePeopleSearch } from '../../lib/use-people-search.ts';
import { RemoteSelect } from '../../ui/remote-select.tsx';

interface TrainerPersonFieldProps {
  name: string;
  /** The name of the person chosen before. */
  knownName: string | null;
}

/** Who a trainer is among the people of the office; the other roles see all editions, so nobody asks. */
export function TrainerPersonField({ name, knownName }: TrainerPersonFieldProps) {
  const { t } = useTranslation('settings');
  const role = useWatch({ name: 'role' });
  const { field } = useController({ name });
  const search = usePeopleSearch();
  const [shownName, setShownName] = useState(knownName);
  if (role !== 'trainer') return null;
  const personId = personIdSchema.nullable().catch(null).parse(field.value);
  return (
    <RemoteSelect
      label={t('users.personOfTrainer')}
      description={t('users.personHint')}
      placeholder={t('users.personPlaceholder')}
      value={personId === null ? null : { value: personId, label: shownName ?? '' }}
      search={search}
      onChange={(option) => {
        setShownName(option?.label ?? null);
        field.onChange(personIdSchema.nullable().catch(null).parse(option?.value));
      }}
    />
  );
}
