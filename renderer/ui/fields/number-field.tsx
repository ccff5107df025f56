import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FieldProps, inputProps, useField } from './use-field.ts';

interface NumberFieldProps extends FieldProps {
  min?: number;
  max?: number;
  /** Digits after the comma; whole numbers if left out. */
  decimals?: number;
  suffix?: string;
  step?: number;
}

/** A number in the separators of the language; empty is null. What is out of range is kept and said. */
export function NumberField({ min, max, decimals = 0, suffix, step = 1, ...props }: NumberFieldProps) {
  const { i18n } = useTranslation();
  const { value, change, ref, onBlur, error } = useField(props.name);
  const [partial, setPartial] = useState('');
  const number = typeof value === 'number' ? value : null;
  const isSpanish = i18n.language.startsWith('es');
  return (
    <NumberInput
      {...inputProps(props)}
      ref={ref}
      value={partial !== '' && readPartial(partial) === number ? partial : (number ?? '')}
      onChange={(next) => {
        setPartial(typeof next === 'string' ? next : '');
        change(typeof next === 'number' ? next : readPartial(next));
      }}
      onBlur={() => {
        setPartial('');
        onBlur();
      }}
      error={error}
      decimalScale={decimals}
      decimalSeparator={isSpanish ? ',' : '.'}
      allowedDecimalSeparators={[',', '.']}
      thousandSeparator={isSpanish ? '.' : ','}
      {...(min === undefined ? {} : { min })}
      {...(max === undefined ? {} : { max })}
      suffix={suffix ?? ''}
      step={step}
      clampBehavior="none"
      allowNegative={min === undefined || min < 0}
    />
  );
}

/** The number of a text that is being typed and still ends in a comma or begins with a minus: 4 of '4.'. */
function readPartial(text: string): number | null {
  const number = Number.parseFloat(text);
  return Number.isNaN(number) ? null : number;
}
