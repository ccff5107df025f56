import { describe, expect, test } from 'vitest';
import type { PersonId } from '../../../domain/ids.ts';
import { takeBackWords } from '../../../db/conflicts/words.ts';
import { mergePeople } from '../../../db/merge-people.ts';
import { createPerson, updatePerson } from '../../../db/people.ts';
import { findOnBoth, listOn, listOnBoth, resolveOn } from '../../support/conflicts.ts';
import { accepted } from '../../support/edition.ts';
import { createTestOffice } from '../../support/office.ts';
import { addPc, exchange } from '../../support/other-pc.ts';
import { draftPerson } from '../../support/person.ts';

const juana = draftPerson({ idNumber: '1234567', phone: '70111111' });

/** Juana Pérez Mamani registered on two PCs. */
function registerTwice() {
  const office = createTestOffice();
  const laptop = addPc(office);
  const here = createPerson(office.writer, juana);
  const there = createPerson(laptop.writer, draftPerson({ idNumber: '1234567', givenNames: 'Juanita' }));
  return { office, laptop, here, there };
}

describe('one human registered on two PCs', () => {
  test('is found on both by the identity card, with both sides and who wrote them where', () => {
    const { office, laptop, here, there } = registerTwice();
    const conflict = findOnBoth('duplicatePeople', office, laptop);
    expect(conflict).toMatchObject({ reason: 'sameIdentityCard', choices: ['merge', 'twoPeople'] });
    expect(conflict.people).toMatchObject([
      { person: { id: here.id }, made: { by: 'Rosa Quispe', on: 'PC de prueba' }, enrolments: 0 },
      { person: { id: there.id }, made: { by: 'Rosa Quispe', on: 'PC 2' }, enrolments: 0 },
    ]);
  });

  test.each([
    [
      'a name spelt otherwise with the same phone',
      { phone: '70111111', givenNames: 'Juanna' },
      'sameNameAndPhone',
    ],
    [
      'a name spelt otherwise with the same birth date',
      { birthDate: '1990-05-01', paternalSurname: 'Peres' },
      'sameNameAndBirthDate',
    ],
    [
      'the same name where nothing tells them apart',
      { paternalSurname: 'Mamani', maternalSurname: 'Pérez' },
      'sameName',
    ],
  ])('is found by %s', (_, there, reason) => {
    const office = createTestOffice();
    const laptop = addPc(office);
    createPerson(office.writer, draftPerson({ phone: '70111111', birthDate: '1990-05-01' }));
    createPerson(laptop.writer, draftPerson(there));
    expect(findOnBoth('duplicatePeople', office, laptop).reason).toBe(reason);
  });

  test('is not asked about again where one PC knew both: it was asked when they were typed', () => {
    const office = createTestOffice();
    createPerson(office.writer, juana);
    createPerson(office.writer, juana);
    expect(listOn(office)).toEqual([]);
  });

  test('is asked about once another PC has changed one of the two', () => {
    const office = createTestOffice();
    createPerson(office.writer, juana);
    const { id } = createPerson(office.writer, juana);
    const laptop = addPc(office);
    accepted(updatePerson(laptop.writer, { id, draft: { ...juana, community: 'Vinto' } }));
    expect(findOnBoth('duplicatePeople', office, laptop).reason).toBe('sameIdentityCard');
  });

  test('becomes one: merged on one PC, settled on both', () => {
    const { office, laptop, here, there } = registerTwice();
    exchange(office, laptop);
    accepted(mergePeople(laptop.writer, { keptId: here.id, goneId: there.id, fromGone: [], enrolments: [] }));
    expect(listOnBoth(office, laptop)).toEqual([]);
  });

  test('or are two people: the word travels, holds for the pair alone, and can be taken back', () => {
    const { office, laptop } = registerTwice();
    const words = resolveOn(office, findOnBoth('duplicatePeople', office, laptop), { choice: 'twoPeople' });
    expect(words).toHaveLength(1);
    expect(listOnBoth(office, laptop)).toEqual([]);
    const third = createPerson(laptop.writer, juana);
    const isWithThird = listOnBoth(office, laptop).map(
      (conflict) =>
        conflict.kind === 'duplicatePeople' && conflict.people.some(({ person }) => person.id === third.id),
    );
    expect(isWithThird).toEqual([true]);
    takeBackWords(laptop.writer, words);
    expect(listOnBoth(office, laptop)).toHaveLength(2);
  });
});

describe('two people merged on two PCs, each its own way', () => {
  function mergeBothWays() {
    const office = createTestOffice();
    const a = createPerson(office.writer, juana).id;
    const b = createPerson(office.writer, draftPerson({ givenNames: 'Juanita' })).id;
    const laptop = addPc(office);
    const merge = (keptId: PersonId, goneId: PersonId) => ({ keptId, goneId, fromGone: [], enrolments: [] });
    accepted(mergePeople(office.writer, merge(a, b)));
    accepted(mergePeople(laptop.writer, merge(b, a)));
    return { office, laptop, a, b };
  }

  test('are both gone, and someone says who stays', () => {
    const { office, laptop, a, b } = mergeBothWays();
    const conflict = findOnBoth('mergedApart', office, laptop);
    expect(conflict.people).toMatchObject([
      { person: { id: a }, isDeleted: true },
      { person: { id: b }, isDeleted: true },
    ]);
    resolveOn(laptop, conflict, { choice: 'keepPerson', personId: b });
    expect(listOnBoth(office, laptop)).toEqual([]);
    for (const { db } of [office, laptop]) {
      expect(db.handle.prepare('SELECT id FROM person WHERE deleted_at IS NULL').pluck().all()).toEqual([b]);
    }
  });
});
