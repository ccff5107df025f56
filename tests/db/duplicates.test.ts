import { distance } from 'fastest-levenshtein';
import { describe, expect, test } from 'vitest';
import type { Duplicates } from '../../domain/duplicate.ts';
import type { Evidence } from '../../domain/person-likeness.ts';
import { takeBackWords } from '../../db/conflicts/words.ts';
import { inTransaction } from '../../db/database.ts';
import { listDuplicates, listDuplicatesOf, listToldApart, tellPeopleApart } from '../../db/duplicates.ts';
import { mergePeople } from '../../db/merge-people.ts';
import { createPerson, removePerson, restorePerson, updatePerson } from '../../db/people.ts';
import { comparePeopleOn, readPeopleOn } from '../../db/people-register.ts';
import { accepted } from '../support/edition.ts';
import { createTestOffice, type TestOffice } from '../support/office.ts';
import { addPc, exchange } from '../support/other-pc.ts';
import { draftPerson } from '../support/person.ts';

const juana = draftPerson({ idNumber: '1234567', phone: '70111111' });

/** All pairs of a PC; throws where a person alone is told of other pairs than the register. */
function listOn({ db }: TestOffice): Duplicates {
  while (comparePeopleOn(db, distance));
  const found = listDuplicates(db, 100);
  for (const { people, key } of found.pairs) {
    for (const { person } of people) {
      const { pairs } = listDuplicatesOf(db, person.id, distance);
      if (!pairs.some((pair) => pair.key === key)) throw new Error(`${person.id} is not told of ${key}`);
    }
  }
  return found;
}

/** What both PCs list once each has what the other has; throws where they do not list the same. */
function listOnBoth(a: TestOffice, b: TestOffice): Duplicates {
  exchange(a, b);
  const listed = listOn(a);
  expect(listOn(b)).toEqual(listed);
  return listed;
}

function findOnBoth(a: TestOffice, b: TestOffice) {
  const { pairs, count } = listOnBoth(a, b);
  const [pair] = pairs;
  if (pair === undefined || count !== 1) throw new Error(`listed: ${JSON.stringify(pairs, null, 1)}`);
  return pair;
}

/** Juana Pérez Mamani registered on two PCs. */
function registerTwice() {
  const office = createTestOffice();
  const laptop = addPc(office);
  const here = createPerson(office.writer, juana);
  const there = createPerson(laptop.writer, draftPerson({ idNumber: '1234567', givenNames: 'Juana Rosa' }));
  return { office, laptop, here, there };
}

describe('one human registered twice', () => {
  test('on two PCs is found on both, with both sides and who wrote them where', () => {
    const { office, laptop, here, there } = registerTwice();
    const pair = findOnBoth(office, laptop);
    expect(pair).toMatchObject({ kind: 'same', evidence: ['sameCard', 'sameName', 'missingGivenName'] });
    expect(pair.people).toMatchObject([
      { person: { id: here.id }, made: { by: 'Rosa Quispe', on: 'PC de prueba' }, enrolments: 0 },
      { person: { id: there.id }, made: { by: 'Rosa Quispe', on: 'PC 2' }, enrolments: 0 },
    ]);
  });

  test.each<[string, Parameters<typeof draftPerson>[0], Evidence[]]>([
    [
      'a name spelt otherwise with the same phone',
      { phone: '70111111', givenNames: 'Juanna' },
      ['sameSound', 'samePhone'],
    ],
    [
      'a name spelt otherwise with the same birth date',
      { birthDate: '1990-05-01', paternalSurname: 'Peres' },
      ['sameSound', 'sameBirthDate'],
    ],
    [
      'the same name where nothing tells them apart',
      { paternalSurname: 'Mamani', maternalSurname: 'Pérez' },
      ['sameName', 'swappedSurnames'],
    ],
  ])('is found by %s', (_, there, evidence) => {
    const office = createTestOffice();
    const laptop = addPc(office);
    createPerson(office.writer, draftPerson({ phone: '70111111', birthDate: '1990-05-01' }));
    createPerson(laptop.writer, draftPerson(there));
    expect(findOnBoth(office, laptop).evidence).toEqual(evidence);
  });

  test('on one PC is found too', () => {
    const office = createTestOffice();
    createPerson(office.writer, juana);
    createPerson(office.writer, juana);
    expect(listOn(office)).toMatchObject({ looked: { done: 2, total: 2 }, count: 1 });
  });

  test('under one card and two names comes after the sure ones, before the possible ones', () => {
    const office = createTestOffice();
    for (const draft of [
      { givenNames: 'Zoila', idNumber: '1' },
      { givenNames: 'Zoila' },
      { givenNames: 'Pedro', idNumber: '777777' },
      { givenNames: 'Elsa', paternalSurname: 'Roca', maternalSurname: null, idNumber: '777777' },
      { givenNames: 'Ciro', idNumber: '888888' },
      { givenNames: 'Ciro', idNumber: '888888' },
    ]) {
      createPerson(office.writer, draftPerson(draft));
    }
    expect(listOn(office).pairs.map(({ kind }) => kind)).toEqual(['same', 'conflict', 'possible']);
    expect(listDuplicates(office.db, 1)).toMatchObject({ count: 3, pairs: [{ kind: 'same' }] });
  });

  test('is asked about no more where whoever registered the second looked at the first and said that it is another', () => {
    const office = createTestOffice();
    const laptop = addPc(office);
    const first = createPerson(office.writer, juana);
    const gone = createPerson(office.writer, { ...juana, givenNames: 'Juana Rosa' });
    accepted(removePerson(office.writer, gone.id));
    const second = createPerson(office.writer, { ...juana, isNot: [first.id, gone.id] });
    expect(listOnBoth(office, laptop).pairs).toEqual([]);
    expect(listToldApart(laptop.db).map(({ people }) => people.map(({ id }) => id))).toEqual([
      [first.id, second.id].toSorted(),
    ]);
    const third = createPerson(office.writer, juana);
    expect(
      listOn(office).pairs.every(({ people }) => people.some(({ person }) => person.id === third.id)),
    ).toBe(true);
    expect(listOn(office).count).toBe(2);
  });

  test('becomes one: merged on one PC, settled on both', () => {
    const { office, laptop, here, there } = registerTwice();
    exchange(office, laptop);
    accepted(mergePeople(laptop.writer, { keptId: here.id, goneId: there.id, fromGone: [], enrolments: [] }));
    expect(listOnBoth(office, laptop).pairs).toEqual([]);
  });

  test('or are two people: the word travels, holds for the pair alone, and can be taken back', () => {
    const { office, laptop, here, there } = registerTwice();
    exchange(office, laptop);
    const { words } = accepted(tellPeopleApart(office.writer, [there.id, here.id]));
    expect(words).toHaveLength(1);
    expect(listOnBoth(office, laptop).pairs).toEqual([]);
    const third = createPerson(laptop.writer, juana);
    const withThird = listOnBoth(office, laptop).pairs.map(({ people }) =>
      people.some(({ person }) => person.id === third.id),
    );
    expect(withThird).toEqual([true, true]);
    takeBackWords(laptop.writer, words);
    expect(listOnBoth(office, laptop).count).toBe(3);
    expect(tellPeopleApart(office.writer, [here.id, here.id])).toMatchObject({ refused: 'NOT_FOUND' });
  });
});

describe('the pairs follow what is written', () => {
  test('a change makes a pair, another one ends it; who is taken out is in none, who comes back is again', () => {
    const office = createTestOffice();
    const { writer } = office;
    createPerson(writer, juana);
    const { id } = createPerson(writer, draftPerson({ givenNames: 'Pedro' }));
    expect(listOn(office).count).toBe(0);
    accepted(updatePerson(writer, { id, draft: { ...juana, community: 'Vinto' } }));
    expect(listOn(office).count).toBe(1);
    accepted(removePerson(writer, id));
    expect(listOn(office).count).toBe(0);
    accepted(restorePerson(writer, id));
    expect(listOn(office).count).toBe(1);
    accepted(updatePerson(writer, { id, draft: draftPerson({ givenNames: 'Pedro' }) }));
    expect(listOn(office).count).toBe(0);
  });

  test('a name that becomes common says less of those who bore it before', () => {
    const office = createTestOffice();
    const { writer } = office;
    const [first, second] = [1, 2].map(() => createPerson(writer, draftPerson()));
    expect(listOn(office).count).toBe(1);
    for (let number = 0; number < 400; number += 1) {
      const birthDate = `19${50 + (number % 40)}-${10 + (number % 3)}-${10 + (number % 17)}`;
      createPerson(writer, draftPerson({ idNumber: String(1_000_000 + number * 777), birthDate }));
    }
    const { pairs } = listOn(office);
    const isOfBoth = pairs.some(({ people }) =>
      people.every(({ person }) => [first?.id, second?.id].includes(person.id)),
    );
    expect(isOfBoth).toBe(false);
  });

  test('what stands in a transaction that may be taken back is not looked at', () => {
    const { db } = createTestOffice();
    expect(() => inTransaction(db, () => readPeopleOn(db, distance))).toThrow('transaction');
  });
});
