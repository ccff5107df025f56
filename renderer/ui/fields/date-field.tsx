import { toCalendarDate } from '../../lib/date-text.ts';
import { DateInput } from '../date-input.tsx';
import { type FieldProps, inputProps, useField } from './use-field.ts';

/** A date of the form; text that is no date goes to the schema as it is, which refuses it. */
export function DateField({ past, ...props }: FieldProps & { past?: boolean }) {
  const { value, change, ref, onBlur, error } = useField(props.name);
  return (
    <DateInput
      {...inputProps(props)}
      ref={ref}
      value={toCalendarDate(value)}
      onChange={(date, text) => change(date ?? (text === '' ? null : text))}
      onBlur={onBlur}
      error={error}
      past={past ?? false}
    />
  );
}
