import { expect, test } from 'vitest';
import { addDays, calendarDateSchema, type CalendarDate } from '../../domain/calendar-date.ts';
import type { PersonId } from '../../domain/ids.ts';
import { listAccreditationTasks } from '../../db/accreditation-tasks.ts';
import { listAccreditationLines } from '../../db/accreditations.ts';
import { getToday } from '../../db/today.ts';
import { accepted, createTestPeople } from '../support/edition.ts';
import { createTestOffice } from '../support/office.ts';
import { createTestCascade, say, teach } from '../support/trainers.ts';

const day = (text: string) => calendarDateSchema.parse(text);

/** Three who are accredited from one day on, where it takes an edition a year: one led one, one none, one is suspended. */
function inventOffice() {
  const office = createTestOffice();
  const { writer } = office;
  const { bread, training } = createTestCascade(writer, { editionsAYear: 1 });
  const [ana, beto, cira, dora] = createTestPeople(writer, [
    'Ávila, Ana',
    'Beltrán, Beto',
    'Choque, Cira',
    'Daza, Dora',
  ]) as [PersonId, PersonId, PersonId, PersonId];
  teach(writer, training.id, { on: '2024-02-10', learners: [ana, beto, cira, dora] });
  for (const personId of [ana, beto, cira])
    accepted(say(writer, bread.id, { personId, word: 'accredited', on: '2024-03-01' }));
  const led = [{ personId: ana, role: 'lead' as const }];
  teach(writer, bread.id, { on: '2024-12-20', learners: [dora], trainers: led });
  accepted(say(writer, bread.id, { personId: cira, word: 'suspended', on: '2024-09-01' }));
  return { office, ana, beto };
}

test('what is due soon or lapsed lately waits, with its reason; candidates and the suspended do not', () => {
  const { office, ana, beto } = inventOffice();
  const on = (date: string) =>
    listAccreditationTasks(office.db, day(date)).map(({ kind, personId, state, date: until }) => [
      kind,
      personId,
      state.reason,
      until,
    ]);
  expect(on('2024-10-01')).toEqual([]);
  expect(on('2025-01-15')).toEqual([['accreditationDueSoon', beto, 'activityEnds', '2025-03-01']]);
  expect(on('2025-10-15')).toEqual([['accreditationDueSoon', ana, 'activityEnds', '2025-12-20']]);
  expect(on('2025-08-01')).toEqual([['accreditationLapsed', beto, 'activityEnds', '2025-03-01']]);
  expect(on('2026-01-15')).toEqual([['accreditationLapsed', ana, 'activityEnds', '2025-12-20']]);
  expect(on('2026-09-15')).toEqual([]);
});

test('on every day these are the accreditations that the list of trainers says so of', () => {
  const { office } = inventOffice();
  let seen = 0;
  for (let date = day('2024-01-01'); date < '2027-01-01'; date = addDays(date, 13)) {
    const lapsedLately = (until: CalendarDate | null) => until !== null && until >= addDays(date, -180);
    const lines = listAccreditationLines(office.db, { courseId: null }, date).filter(
      ({ state }) => state.status === 'dueSoon' || (state.status === 'lapsed' && lapsedLately(state.until)),
    );
    const tasks = listAccreditationTasks(office.db, date);
    expect(tasks.map(({ personId, state }) => [personId, state]).toSorted()).toEqual(
      lines.map(({ personId, state }) => [personId, state]).toSorted(),
    );
    seen += tasks.length;
  }
  expect(seen).toBeGreaterThan(20);
});

test('whoever sees their own editions only is not asked to renew others', () => {
  const { office } = inventOffice();
  const kinds = (own: ReadonlySet<never> | null) =>
    getToday(office.db, day('2025-01-15'), own).tasks.map(({ kind }) => kind);
  expect(kinds(null)).toContain('accreditationDueSoon');
  expect(kinds(new Set())).not.toContain('accreditationDueSoon');
});
