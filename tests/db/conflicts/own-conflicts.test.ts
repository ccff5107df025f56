import { distance } from 'fastest-levenshtein';
import { expect, test } from 'vitest';
import { countConflicts, listConflicts } from '../../../db/conflicts/conflicts.ts';
import { insertRow } from '../../../db/database.ts';
import { createPerson } from '../../../db/people.ts';
import { createTestEdition, createTestPeople, enrolAll } from '../../support/edition.ts';
import { createTestOffice } from '../../support/office.ts';
import { addPc, exchange } from '../../support/other-pc.ts';
import { draftPerson } from '../../support/person.ts';

test('whoever sees only their own editions sees the conflicts of those alone', () => {
  const office = createTestOffice();
  const { db, writer } = office;
  const [own, foreign] = ['PAN-1', 'PAN-2'].map((code) => createTestEdition(writer, { code }, { code }));
  const laptop = addPc(office);
  createPerson(writer, draftPerson());
  createPerson(laptop.writer, draftPerson());
  exchange(office, laptop);
  if (own === undefined || foreign === undefined) throw new Error('two were made');
  for (const { id } of [own, foreign]) {
    const people = createTestPeople(writer, ['Rojas, Ana']);
    const [personId] = people;
    enrolAll(writer, id, people);
    const second = { id: writer.newId(), edition_id: id, person_id: personId ?? null };
    insertRow(writer, 'enrolment', { ...second, status: 'enrolled', enrolled_at: 0 });
  }
  const rules = { editDistance: distance };
  const kinds = (editions: ReadonlySet<typeof own.id> | null) =>
    listConflicts(db, rules, editions).conflicts.map(({ kind }) => kind);
  expect(kinds(null)).toEqual(['twoEnrolments', 'twoEnrolments', 'duplicatePeople']);
  expect(countConflicts(db, rules)).toBe(3);
  expect(kinds(new Set([own.id]))).toEqual(['twoEnrolments']);
  expect(countConflicts(db, rules, new Set([own.id]))).toBe(1);
  expect(kinds(new Set())).toEqual([]);
});
