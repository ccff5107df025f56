import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../domain/ids.ts';
import { type PersonName, surnamesFirst } from '../../../domain/person-name.ts';

interface SomebodyElseProps {
  /** Who is registered already and looks alike. */
  person: PersonName & { id: PersonId };
  /** Those of whom it was said. */
  isNot: readonly PersonId[];
  onChange(isNot: readonly PersonId[]): void;
}

/** Says that whoever is being registered is not that person; remembered once they are registered. */
export function SomebodyElse({ person, isNot, onChange }: SomebodyElseProps) {
  const { t } = useTranslation('duplicates');
  return (
    <Checkbox
      size="sm"
      label={t('somebodyElse')}
      aria-label={t('somebodyElseThan', { name: surnamesFirst(person) })}
      checked={isNot.includes(person.id)}
      onChange={(event) =>
        onChange(event.currentTarget.checked ? [...isNot, person.id] : isNot.filter((id) => id !== person.id))
      }
    />
  );
}
