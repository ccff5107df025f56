import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { type Ref, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CalendarDate, readDate, toCalendarDate, today, writeDate } from '../lib/date-text.ts';

export interface DateInputProps {
  label: string;
  value: CalendarDate | null;
  /** `date` is null where the text is empty or no date; `text` is what was typed. */
  onChange(date: CalendarDate | null, text: string): void;
  /** Two digits of a year mean a past one (a birth date); otherwise one up to 50 years ahead. */
  past?: boolean;
  description?: string | null;
  error?: string | null;
  withAsterisk?: boolean;
  disabled?: boolean;
  name?: string;
  onBlur?: () => void;
  ref?: Ref<HTMLInputElement>;
}

/** A date, typed as people write it or picked from a calendar. What cannot be read is kept and said. */
export function DateInput({ value, onChange, past = false, error, onBlur, ...props }: DateInputProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(writeDate(value));
  const [hasLeft, setHasLeft] = useState(true);
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    // A date that comes from outside (loaded, reset, picked) replaces the text; one that was just typed does not.
    setText((typed) => (value === null || readDate(typed, past) === value ? typed : writeDate(value)));
  }, [value, past]);

  const change = (typed: string) => {
    setText(typed);
    setHasLeft(false);
    onChange(readDate(typed, past), typed.trim());
  };
  const leave = () => {
    setHasLeft(true);
    if (value !== null) setText(writeDate(value));
    onBlur?.();
  };
  const pick = (picked: string | null) => {
    const date = toCalendarDate(picked);
    setIsOpen(false);
    setText(writeDate(date));
    onChange(date, writeDate(date));
  };
  const unreadable = hasLeft && value === null && text.trim() !== '' ? t('issue.invalidDate') : null;

  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      position="bottom-end"
      trapFocus
      returnFocus
      withRoles={false}
      offset={4}
    >
      <Popover.Target>
        <TextInput
          {...props}
          value={text}
          onChange={(event) => change(event.currentTarget.value)}
          onBlur={leave}
          error={error ?? unreadable}
          placeholder={t('datePlaceholder')}
          autoComplete="off"
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' && event.altKey) setIsOpen(true);
          }}
          rightSection={
            <ActionIcon
              aria-label={t('openCalendar')}
              aria-haspopup="dialog"
              aria-expanded={isOpen}
              disabled={props.disabled ?? false}
              onClick={() => setIsOpen((open) => !open)}
            >
              <IconCalendar size={18} stroke={1.6} aria-hidden />
            </ActionIcon>
          }
        />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('openCalendar')}>
        <DatePicker
          value={value}
          defaultDate={value ?? today()}
          onChange={pick}
          ariaLabels={{
            nextMonth: t('calendar.nextMonth'),
            previousMonth: t('calendar.previousMonth'),
            nextYear: t('calendar.nextYear'),
            previousYear: t('calendar.previousYear'),
            nextDecade: t('calendar.nextDecade'),
            previousDecade: t('calendar.previousDecade'),
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
