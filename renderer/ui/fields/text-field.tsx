import { PasswordInput, Textarea, TextInput } from '@mantine/core';
import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type FieldProps, inputProps, textOf, useField } from './use-field.ts';

interface TextFieldProps extends FieldProps {
  placeholder?: string;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  inputMode?: 'text' | 'numeric' | 'tel' | 'email' | 'decimal';
  leftSection?: ReactNode;
  autoFocus?: boolean;
  /** Puts something beside the input, below its label. */
  inputContainer?: (input: ReactNode) => ReactNode;
}

export function TextField({
  placeholder,
  autoComplete = 'off',
  inputMode,
  leftSection,
  autoFocus,
  inputContainer,
  ...props
}: TextFieldProps) {
  const { value, changeText, ref, onBlur, error } = useField(props.name);
  return (
    <TextInput
      {...inputProps(props)}
      ref={ref}
      value={textOf(value)}
      onChange={(event) => changeText(event.currentTarget.value)}
      onBlur={onBlur}
      error={error}
      placeholder={placeholder ?? ''}
      autoComplete={autoComplete}
      inputMode={inputMode ?? 'text'}
      leftSection={leftSection}
      {...(inputContainer === undefined ? {} : { inputContainer })}
      data-autofocus={autoFocus || undefined}
      autoFocus={autoFocus ?? false}
    />
  );
}

/** A password, with an eye to look at it. */
export function PasswordField({
  autoComplete = 'new-password',
  autoFocus,
  ...props
}: FieldProps & { autoComplete?: string; autoFocus?: boolean }) {
  const { t } = useTranslation();
  const { value, changeText, ref, onBlur, error } = useField(props.name);
  return (
    <PasswordInput
      {...inputProps(props)}
      ref={ref}
      value={textOf(value)}
      onChange={(event) => changeText(event.currentTarget.value)}
      onBlur={onBlur}
      error={error}
      autoComplete={autoComplete}
      data-autofocus={autoFocus || undefined}
      autoFocus={autoFocus ?? false}
      visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), tabIndex: 0 }}
    />
  );
}

/** Text of several lines; Enter is a new line, Ctrl+Enter saves. */
export function TextareaField({ rows = 3, ...props }: FieldProps & { rows?: number }) {
  const { value, changeText, ref, onBlur, error } = useField(props.name);
  return (
    <Textarea
      {...inputProps(props)}
      ref={ref}
      value={textOf(value)}
      onChange={(event) => changeText(event.currentTarget.value)}
      onBlur={onBlur}
      error={error}
      minRows={rows}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) event.currentTarget.form?.requestSubmit();
      }}
      autosize
    />
  );
}
