import { Checkbox, Input, Radio, Switch } from '@mantine/core';
import classes from '../form.module.css';
import { Segments } from '../segments.tsx';
import type { Choice } from './select-field.tsx';
import { type FieldProps, inputProps, useField } from './use-field.ts';

/** Something that is on or off from now on. */
export function SwitchField(props: FieldProps) {
  const { value, change, ref, onBlur, error } = useField(props.name);
  const { withAsterisk: _, ...shared } = inputProps(props);
  return (
    <Switch
      {...shared}
      ref={ref}
      checked={value === true}
      onChange={(event) => change(event.currentTarget.checked)}
      onBlur={onBlur}
      error={error}
    />
  );
}

/** Something that is so or not. */
export function CheckboxField(props: FieldProps) {
  const { value, change, ref, onBlur, error } = useField(props.name);
  const { withAsterisk: _, ...shared } = inputProps(props);
  return (
    <Checkbox
      {...shared}
      ref={ref}
      checked={value === true}
      onChange={(event) => change(event.currentTarget.checked)}
      onBlur={onBlur}
      error={error}
    />
  );
}

/** One of a few, each with its own line of words. */
export function RadioField({ options, ...props }: FieldProps & { options: readonly Choice[] }) {
  const { value, change, onBlur, error } = useField(props.name);
  return (
    <Radio.Group
      {...inputProps(props)}
      value={typeof value === 'string' ? value : null}
      onChange={change}
      onBlur={onBlur}
      error={error}
    >
      <div className={classes['choices']}>
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            label={option.label}
            disabled={props.disabled ?? false}
          />
        ))}
      </div>
    </Radio.Group>
  );
}

/** One of a few, as joined segments. */
export function ChoiceField({ options, ...props }: FieldProps & { options: readonly Choice[] }) {
  const { value, change, error } = useField(props.name);
  return (
    <Input.Wrapper
      label={props.label}
      labelElement="div"
      description={props.description}
      withAsterisk={props.required ?? false}
      error={error}
    >
      <div>
        <Segments
          label={props.label}
          options={options}
          value={typeof value === 'string' ? value : null}
          onChange={change}
          disabled={props.disabled ?? false}
        />
      </div>
    </Input.Wrapper>
  );
}
