import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { type FieldProps, inputProps, textOf, useField } from '../../ui/fields/use-field.ts';
import { FieldHint } from './field-hint.tsx';

interface CheckedTextFieldProps extends FieldProps {
  /** What is odd about the text, in words, or null; said under the field once it is left, and never in the way. */
  check?: (text: string) => string | null;
  /** Answers the text in its usual shape. */
  tidy?: (text: string) => string;
  onLeave?: (text: string) => void;
  inputMode?: 'text' | 'numeric' | 'tel';
  placeholder?: string;
}

/** Text that is put into shape when the field is left, with a soft doubt where it looks unusual. */
export function CheckedTextField(props: CheckedTextFieldProps) {
  const { check, tidy, onLeave, inputMode, placeholder, ...shared } = props;
  const { value, changeText, ref, onBlur, error } = useField(props.name);
  const [isTyping, setIsTyping] = useState(false);
  const text = textOf(value);
  const doubt = isTyping || error !== null ? null : (check?.(text) ?? null);
  const leave = () => {
    setIsTyping(false);
    onBlur();
    const tidied = tidy?.(text) ?? text;
    if (tidied !== text) changeText(tidied);
    onLeave?.(text);
  };
  return (
    <div>
      <TextInput
        {...inputProps(shared)}
        ref={ref}
        value={text}
        onChange={(event) => {
          setIsTyping(true);
          changeText(event.currentTarget.value);
        }}
        onBlur={leave}
        error={error}
        inputMode={inputMode ?? 'text'}
        placeholder={placeholder ?? ''}
        autoComplete="off"
      />
      {doubt !== null && <FieldHint tone="warning">{doubt}</FieldHint>}
    </div>
  );
}
