import { type OptionsFilter, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from '../form.module.css';
import { type FieldProps, inputProps, useField } from './use-field.ts';

export interface Choice {
  value: string;
  label: string;
}

interface SelectFieldProps extends FieldProps {
  options: readonly Choice[];
  /** Lets the choice be taken back to null. */
  clearable?: boolean;
  /** Type to narrow down; on by itself above ten options. */
  searchable?: boolean;
  placeholder?: string;
  autoFocus?: boolean;
}

const withoutAccents = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Finds by any part of a label, whatever the accents and case typed. */
export const filterByPart: OptionsFilter = ({ options, search }) =>
  options.filter(
    (option) => !('label' in option) || withoutAccents(option.label).includes(withoutAccents(search.trim())),
  );

/** One of a list. */
export function SelectField({
  options,
  clearable,
  searchable,
  placeholder,
  autoFocus,
  ...props
}: SelectFieldProps) {
  const { t } = useTranslation();
  const { value, change, ref, onBlur, error } = useField(props.name);
  return (
    <Select
      {...inputProps(props)}
      ref={ref}
      data={[...options]}
      value={typeof value === 'string' ? value : null}
      onChange={change}
      onBlur={onBlur}
      error={error}
      placeholder={placeholder ?? t('choose')}
      clearable={clearable ?? false}
      clearButtonProps={{ 'aria-label': t('clear') }}
      allowDeselect={clearable ?? false}
      searchable={searchable ?? options.length > 10}
      filter={filterByPart}
      nothingFoundMessage={t('nothingFound')}
      autoFocus={autoFocus ?? false}
      openOnFocus={autoFocus !== true}
      data-autofocus={autoFocus || undefined}
      checkIconPosition="right"
      withScrollArea={false}
      classNames={{ options: classes['options'] ?? '' }}
    />
  );
}
