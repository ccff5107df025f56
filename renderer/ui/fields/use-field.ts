import { useContext } from 'react';
import { get, useController } from 'react-hook-form';
import { FormRefusalContext } from '../form-refusal.ts';
import { useIssueText } from '../issue-text.ts';

/** What every field of a form is told. */
export interface FieldProps {
  /** From the form's `field('…')`, which checks it against the schema. */
  name: string;
  label: string;
  description?: string;
  /** Draws the mark; whether it may be empty is the schema's business. */
  required?: boolean;
  disabled?: boolean;
}

/** One value of the form around: to show, to change, and what is wrong with it in words (null if nothing). */
export function useField(name: string) {
  const { field, fieldState, formState } = useController({ name });
  const refusal = useContext(FormRefusalContext);
  const issueText = useIssueText();
  const value: unknown = field.value;
  const startsNull = get(formState.defaultValues, name) === null;
  const issue = fieldState.error;
  return {
    value,
    ref: field.ref,
    onBlur: field.onBlur,
    change: (next: unknown) => field.onChange(next),
    /** Text, where an empty field that began as null is null again. */
    changeText: (text: string) => field.onChange(text === '' && startsNull ? null : text),
    error: issue === undefined ? (refusal.fields[name] ?? null) : issueText(issue),
  };
}

/** A text value for an input, whatever a form may hold before it is filled in. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

/** The properties that Mantine's inputs share. */
export function inputProps({ name, label, description, required, disabled }: FieldProps) {
  return {
    name,
    label,
    description: description ?? null,
    withAsterisk: required ?? false,
    disabled: disabled ?? false,
  };
}
