import { expect, test } from 'vitest';
import { calendarDateSchema } from '../../domain/calendar-date.ts';
import { findLeadingDay } from '../../domain/leading.ts';

const day = (text: string) => calendarDateSchema.parse(text);

test.each([
  ['2026-02-01', '2026-03-02', 'an edition ahead is led from its first day on'],
  ['2026-03-02', '2026-03-02', 'on the first day'],
  ['2026-03-10', '2026-03-10', 'whoever is named while it runs leads from that day on'],
  ['2026-05-01', '2026-03-27', 'one that is written down afterwards was led until its last day'],
])('on %s one leads from %s: %s', (today, expected) => {
  expect(findLeadingDay({ startsOn: day('2026-03-02'), endsOn: day('2026-03-27') }, day(today))).toBe(
    expected,
  );
});
