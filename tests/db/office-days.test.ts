import { expect, test } from 'vitest';
import { addOfficeDay, listOfficeDays, removeOfficeDay, restoreOfficeDay } from '../../db/office-days.ts';
import { calendarDateSchema } from '../../domain/calendar-date.ts';
import type { OfficeDayId } from '../../domain/ids.ts';
import { type OfficeDayDraft, officeDayDraftSchema } from '../../domain/office-day.ts';
import { refuse } from '../../domain/refusal.ts';
import { createTestOffice } from '../support/office.ts';
import { addPc, exchange } from '../support/other-pc.ts';

const draft = (from: string, to: string, given: Partial<OfficeDayDraft> = {}): OfficeDayDraft => ({
  startsOn: calendarDateSchema.parse(from),
  endsOn: calendarDateSchema.parse(to),
  name: 'Vacación colectiva',
  isWorked: false,
  ...given,
});

test('the days of the office are listed, the latest first, until they are taken out, which can be taken back', () => {
  const { db, writer } = createTestOffice();
  const feast = addOfficeDay(writer, draft('2026-09-29', '2026-09-29', { name: 'San Miguel' }));
  const worked = addOfficeDay(writer, draft('2026-11-02', '2026-11-02', { isWorked: true }));
  expect(listOfficeDays(db)).toEqual([worked, feast]);
  expect(removeOfficeDay(writer, worked)).toBeNull();
  expect(listOfficeDays(db)).toEqual([feast]);
  expect(restoreOfficeDay(writer, worked)).toBeNull();
  expect(listOfficeDays(db)).toEqual([worked, feast]);
  expect(removeOfficeDay(writer, { id: 'nowhere' as OfficeDayId })).toEqual(refuse('NOT_FOUND'));
});

test('what two PCs add is on both afterwards', () => {
  const office = createTestOffice();
  const laptop = addPc(office);
  addOfficeDay(office.writer, draft('2026-12-21', '2027-01-04'));
  addOfficeDay(laptop.writer, draft('2026-12-24', '2026-12-24'));
  exchange(office, laptop);
  expect(listOfficeDays(laptop.db)).toHaveLength(2);
  expect(listOfficeDays(office.db)).toEqual(listOfficeDays(laptop.db));
});

test.each([
  ['end before they start', '2026-12-24', '2026-12-23', 'endsBeforeStart'],
  ['go on for more than 120 days', '2026-01-01', '2026-12-31', 'tooManyDays'],
])('days that %s are refused', (_, from, to, error) => {
  const parsed = officeDayDraftSchema.safeParse(draft(from, to));
  expect(parsed.error?.issues.map(({ message }) => message)).toEqual([error]);
});
