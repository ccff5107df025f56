import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Delayed } from './delayed.tsx';
import classes from './remote-select.module.css';
import type { RemoteOption } from '../lib/remote-option.ts';

interface RemoteSelectProps {
  label: string;
  value: RemoteOption | null;
  onChange(option: RemoteOption | null): void;
  search(text: string, signal: AbortSignal): Promise<readonly RemoteOption[]>;
  /** Letters before anything is looked for. */
  minLength?: number;
  /** Offers, as the last option, to make what was typed. */
  onCreate?: (text: string) => void;
  createLabel?: (text: string) => string;
  description?: ReactNode;
  placeholder?: string;
  error?: string | null;
  withAsterisk?: boolean;
  disabled?: boolean;
  autoFocus?: boolean;
}

const createValue = '\u0000create';

/** One of more than can be listed: type, and the service looks. */
export function RemoteSelect({
  label,
  value,
  onChange,
  search,
  minLength = 2,
  onCreate,
  createLabel,
  ...props
}: RemoteSelectProps) {
  const { t } = useTranslation();
  const id = useId();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [text, setText] = useState(value?.label ?? '');
  const [shownValue, setShownValue] = useState(value);
  if (shownValue?.value !== value?.value) {
    setShownValue(value);
    setText(value?.label ?? '');
  }
  const [sought] = useDebouncedValue(text.trim(), 150);
  const isLooking = combobox.dropdownOpened && sought.length >= minLength && sought !== value?.label;
  const found = useQuery({
    queryKey: ['remote-select', id, sought],
    queryFn: ({ signal }) => search(sought, signal),
    enabled: isLooking,
    staleTime: 0,
    placeholderData: (previous) => previous,
  });
  const options = isLooking ? (found.data ?? []) : [];
  const isFound = isLooking && sought === text.trim() && found.data !== undefined && !found.isPlaceholderData;
  const hasOne = (found.data?.length ?? 0) + (onCreate === undefined ? 0 : 1) === 1;
  const { selectFirstOption, clickSelectedOption } = combobox;
  const hasPressedEnter = useRef(false);
  // Enter takes the first of what was found for this very text, never of what was found for the letters before.
  // Pressed before that is known, it counts once it is, unless there are several to choose from.
  useEffect(() => {
    if (!isFound) return;
    selectFirstOption();
    if (hasPressedEnter.current && hasOne) clickSelectedOption();
    hasPressedEnter.current = false;
  }, [isFound, hasOne, found.data, selectFirstOption, clickSelectedOption]);

  const choose = (chosen: string) => {
    combobox.closeDropdown();
    if (chosen === createValue) onCreate?.(text.trim());
    const option = options.find((one) => one.value === chosen);
    if (option !== undefined) onChange(option);
  };
  const type = (typed: string) => {
    setText(typed);
    hasPressedEnter.current = false;
    combobox.openDropdown();
    combobox.resetSelectedOption();
    if (typed === '' && value !== null) onChange(null);
  };

  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.Target>
        <TextInput
          {...props}
          label={label}
          value={text}
          autoComplete="off"
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') hasPressedEnter.current = !isFound && text.trim().length >= minLength;
          }}
          onFocus={() => combobox.openDropdown()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => {
            combobox.closeDropdown();
            setText(value?.label ?? '');
          }}
          rightSection={
            found.isFetching ? (
              <Delayed>
                <Loader size={16} />
              </Delayed>
            ) : null
          }
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!isLooking || (found.data === undefined && onCreate === undefined)}>
        <Combobox.Options aria-label={label} mah={300} className={classes['options'] ?? ''}>
          {options.map((option) => (
            <Combobox.Option key={option.value} value={option.value}>
              <div>{option.label}</div>
              {option.detail !== undefined && <div className={classes['detail']}>{option.detail}</div>}
            </Combobox.Option>
          ))}
          {options.length === 0 && onCreate === undefined && (
            <Combobox.Empty>{t('nothingFound')}</Combobox.Empty>
          )}
          {onCreate !== undefined && (
            <Combobox.Option value={createValue} className={classes['create'] ?? ''}>
              {createLabel?.(text.trim()) ?? t('createNamed', { name: text.trim() })}
            </Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
