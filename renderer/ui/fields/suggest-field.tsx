import { Autocomplete } from '@mantine/core';
import classes from '../form.module.css';
import { filterByPart } from './select-field.tsx';
import { type FieldProps, inputProps, textOf, useField } from './use-field.ts';

interface SuggestFieldProps extends FieldProps {
  suggestions: readonly string[];
  placeholder?: string;
}

/** Free text, with what was written before offered as one types, so that one thing keeps one name. */
export function SuggestField({ suggestions, placeholder, ...props }: SuggestFieldProps) {
  const { value, changeText, ref, onBlur, error } = useField(props.name);
  return (
    <Autocomplete
      {...inputProps(props)}
      ref={ref}
      data={[...suggestions]}
      value={textOf(value)}
      onChange={changeText}
      onBlur={onBlur}
      error={error}
      filter={filterByPart}
      limit={8}
      withScrollArea={false}
      classNames={{ options: classes['options'] ?? '' }}
      placeholder={placeholder ?? ''}
      autoComplete="off"
    />
  );
}
