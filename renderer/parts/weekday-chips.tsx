import { Chip, Group } from '@mantine/core';
import { addDays } from '../../domain/calendar-date.ts';
import { mondayOf } from '../../domain/weekday.ts';
import { today } from '../lib/date-text.ts';
import { useFormat } from '../lib/format.ts';

const week = [1, 2, 3, 4, 5, 6, 7];

interface WeekdayChipsProps {
  label: string;
  /** As ISO 8601 numbers them. */
  value: readonly number[];
  onChange(weekdays: number[]): void;
}

/** What a day of the week is called for short. */
export function useWeekdayName(): (weekday: number) => string {
  const format = useFormat();
  const monday = mondayOf(today());
  return (weekday) => format.weekday(addDays(monday, weekday - 1));
}

/** The days of the week, each on or off. */
export function WeekdayChips({ label, value, onChange }: WeekdayChipsProps) {
  const nameOf = useWeekdayName();
  return (
    <Chip.Group multiple value={value.map(String)} onChange={(days) => onChange(days.map(Number).toSorted())}>
      <Group gap={6} role="group" aria-label={label}>
        {week.map((day) => (
          <Chip key={day} value={String(day)} size="sm" radius="sm">
            {nameOf(day)}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}
