import { Checkbox } from '@mantine/core';
import classes from './documents.module.css';

interface ColumnsFieldProps<Column extends string> {
  legend: string;
  options: readonly { value: Column; label: string }[];
  /** In the order of the options. */
  chosen: readonly Column[];
  onChange(chosen: Column[]): void;
}

/** What stands on a list, each switched on or off. */
export function ColumnsField<Column extends string>({
  legend,
  options,
  chosen,
  onChange,
}: ColumnsFieldProps<Column>) {
  const toggle = (column: Column) =>
    onChange(options.map(({ value }) => value).filter((one) => chosen.includes(one) !== (one === column)));
  return (
    <fieldset className={classes['columns']}>
      <legend>{legend}</legend>
      {options.map(({ value, label }) => (
        <Checkbox key={value} label={label} checked={chosen.includes(value)} onChange={() => toggle(value)} />
      ))}
    </fieldset>
  );
}
