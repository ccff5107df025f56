import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from '../form.module.css';
import { type Choice, filterByPart } from './select-field.tsx';
import { type FieldProps, inputProps, useField } from './use-field.ts';

/** Several of a list. */
export function MultiSelectField({ options, ...props }: FieldProps & { options: readonly Choice[] }) {
  const { t } = useTranslation();
  const { value, change, ref, onBlur, error } = useField(props.name);
  const chosen = Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
  return (
    <MultiSelect
      {...inputProps(props)}
      ref={ref}
      data={[...options]}
      value={chosen}
      onChange={change}
      onBlur={onBlur}
      error={error}
      placeholder={chosen.length === 0 ? t('choose') : ''}
      searchable
      hidePickedOptions
      filter={filterByPart}
      nothingFoundMessage={t('nothingFound')}
      withScrollArea={false}
      classNames={{ options: classes['options'] ?? '' }}
    />
  );
}
