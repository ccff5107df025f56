import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface SearchFieldProps {
  /** Read aloud and shown as placeholder. */
  label: string;
  value: string;
  onChange(text: string): void;
  /** Milliseconds of rest before onChange. */
  delay?: number;
  width?: number;
  autoFocus?: boolean;
}

/** Narrows down as one types; Esc empties it. */
export function SearchField({
  label,
  value,
  onChange,
  delay = 150,
  width = 320,
  autoFocus,
}: SearchFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const announce = useDebouncedCallback(onChange, delay);
  useEffect(() => setText(value), [value]);
  const change = (next: string) => {
    setText(next);
    announce(next);
  };
  return (
    <TextInput
      type="search"
      w={width}
      value={text}
      aria-label={label}
      placeholder={label}
      autoFocus={autoFocus ?? false}
      leftSection={<IconSearch size={17} stroke={1.75} aria-hidden />}
      rightSection={
        text === '' ? null : <CloseButton size="sm" aria-label={t('clear')} onClick={() => change('')} />
      }
      onChange={(event) => change(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || text === '') return;
        event.preventDefault();
        event.stopPropagation();
        change('');
      }}
    />
  );
}
