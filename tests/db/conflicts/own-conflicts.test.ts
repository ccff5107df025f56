import { expect, test } from 'vitest';
import { countConflicts, listConflicts } from '../../../db/conflicts/conflicts.ts';
import { insertRow, updateRow } from '../../../db/database.ts';
import { createTestEdition, createTestPeople, enrolAll } from '../../support/edition.ts';
import { createTestOffice } from '../../support/office.ts';

test('whoever sees only their own editions sees the conflicts of those alone', () => {
  const office = createTestOffice();
  const { db, writer } = office;
  const [own, foreign] = ['PAN-1', 'PAN-2'].map((code) => createTestEdition(writer, { code }, { code }));
  const [a, b] = createTestPeople(writer, ['Rojas, Eva', 'Rojas, Evita']);
  if (!own || !foreign || !a || !b) throw new Error('two were made of each');
  for (const [id, merged_into] of [
    [a, b],
    [b, a],
  ] as const) {
    updateRow(writer, 'person', { id }, { merged_into, deleted_at: 1 });
  }
  for (const { id } of [own, foreign]) {
    const people = createTestPeople(writer, ['Rojas, Ana']);
    const [personId] = people;
    enrolAll(writer, id, people);
    const second = { id: writer.newId(), edition_id: id, person_id: personId ?? null };
    insertRow(writer, 'enrolment', { ...second, status: 'enrolled', enrolled_at: 0 });
  }
  const kinds = (editions: ReadonlySet<typeof own.id> | null) =>
    listConflicts(db, editions).conflicts.map(({ kind }) => kind);
  expect(kinds(null)).toEqual(['mergedApart', 'twoEnrolments', 'twoEnrolments']);
  expect(countConflicts(db)).toBe(3);
  expect(kinds(new Set([own.id]))).toEqual(['twoEnrolments']);
  expect(countConflicts(db, new Set([own.id]))).toBe(1);
  expect(kinds(new Set())).toEqual([]);
});
