import { distance } from 'fastest-levenshtein';
import { describe, expect, test } from 'vitest';
import type { LikenessKind } from '../../domain/person-likeness.ts';
import { listSimilarPeople } from '../../db/duplicates.ts';
import { createPerson, removePerson } from '../../db/people.ts';
import { createTestOffice } from '../support/office.ts';
import { draftPerson } from '../support/person.ts';

type Given = Parameters<typeof draftPerson>[0];

const cases: [string, Given, Given, LikenessKind | null][] = [
  [
    'one identity card, whatever the names',
    { idNumber: '777', givenNames: 'Ana' },
    { idNumber: '777', givenNames: 'Zoila' },
    'conflict',
  ],
  [
    'a complement that only one list has',
    { idNumber: '777' },
    { idNumber: '777', idComplement: '1A' },
    'same',
  ],
  [
    'two complements of one number',
    { idNumber: '777', idComplement: '1B' },
    { idNumber: '777', idComplement: '1A', givenNames: 'Ana' },
    null,
  ],
  [
    'name and birth date, though the cards differ',
    { idNumber: '777', birthDate: '1990-01-31' },
    { idNumber: '778', birthDate: '1990-01-31' },
    'possible',
  ],
  ['name and phone', { phone: '70366443' }, { phone: '70366443' }, 'possible'],
  ['the name alone', {}, { idNumber: '778' }, 'possible'],
  [
    'the name in another order, case and accents',
    { givenNames: 'PEREZ', paternalSurname: 'mamani', maternalSurname: 'juána' },
    {},
    'possible',
  ],
  ['a married surname that one list has', { marriedSurname: 'Soto' }, {}, 'possible'],
  ['one name, two cards', { idNumber: '7771' }, { idNumber: '8882' }, null],
  ['one name, two birth dates', { birthDate: '1990-01-31' }, { birthDate: '1977-06-20' }, null],
  ['another name', { givenNames: 'Rosa' }, {}, null],
];

describe('people who may be one', () => {
  test.each(cases)('%s', (_, typed, stored, kind) => {
    const { db, writer } = createTestOffice();
    const { id } = createPerson(writer, draftPerson(stored));
    const found = listSimilarPeople(db, draftPerson(typed), distance);
    expect(found.map((similar) => [similar.person.id, similar.kind])).toEqual(
      kind === null ? [] : [[id, kind]],
    );
  });

  test('come with the surest first, without whoever was taken out', () => {
    const { db, writer } = createTestOffice();
    const [gone, byName, byCard] = [{}, {}, { idNumber: '777', phone: '70366443' }].map((draft) =>
      createPerson(writer, draftPerson(draft)),
    );
    if (!gone || !byName || !byCard) throw new Error('three people');
    removePerson(writer, gone.id);
    const found = listSimilarPeople(db, draftPerson({ idNumber: '777' }), distance);
    expect(found.map((similar) => [similar.person.id, similar.kind])).toEqual([
      [byCard.id, 'same'],
      [byName.id, 'possible'],
    ]);
  });
});
