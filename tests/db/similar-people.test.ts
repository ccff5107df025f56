import { describe, expect, test } from 'vitest';
import type { SimilarReason } from '../../domain/similar-person.ts';
import { createPerson, removePerson } from '../../db/people.ts';
import { listSimilarPeople } from '../../db/similar-people.ts';
import { createTestOffice } from '../support/office.ts';
import { draftPerson } from '../support/person.ts';

type Given = Parameters<typeof draftPerson>[0];

const cases: [string, Given, Given, SimilarReason | null][] = [
  [
    'one identity card, whatever the names',
    { idNumber: '777', givenNames: 'Ana' },
    { idNumber: '777', givenNames: 'Anita' },
    'sameIdentityCard',
  ],
  [
    'a complement that only one list has',
    { idNumber: '777' },
    { idNumber: '777', idComplement: '1A', givenNames: 'Ana' },
    'sameIdentityCard',
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
    'sameNameAndBirthDate',
  ],
  ['name and phone', { phone: '70366443' }, { phone: '70366443' }, 'sameNameAndPhone'],
  ['the name alone', {}, { idNumber: '778' }, 'sameName'],
  [
    'the name in another order, case and accents',
    { givenNames: 'PEREZ', paternalSurname: 'mamani', maternalSurname: 'juána' },
    {},
    'sameName',
  ],
  ['a married surname that one list has', { marriedSurname: 'Soto' }, {}, 'sameName'],
  ['one name, two cards', { idNumber: '777' }, { idNumber: '778' }, null],
  ['one name, two birth dates', { birthDate: '1990-01-31' }, { birthDate: '1991-01-31' }, null],
  ['another name', { givenNames: 'Rosa' }, {}, null],
];

describe('people who may be one', () => {
  test.each(cases)('%s', (_, typed, stored, reason) => {
    const { db, writer } = createTestOffice();
    const { id } = createPerson(writer, draftPerson(stored));
    const found = listSimilarPeople(db, { id: null, draft: draftPerson(typed) });
    expect(found.map((similar) => [similar.person.id, similar.reason])).toEqual(
      reason === null ? [] : [[id, reason]],
    );
  });

  test('come with the strongest reason first, without the person being edited or taken out', () => {
    const { db, writer } = createTestOffice();
    const [edited, gone, byName, byCard] = [{}, {}, {}, { idNumber: '777', givenNames: 'Zoila' }].map(
      (draft) => createPerson(writer, draftPerson(draft)),
    );
    if (!edited || !gone || !byName || !byCard) throw new Error('four people');
    removePerson(writer, gone.id);
    const found = listSimilarPeople(db, { id: edited.id, draft: draftPerson({ idNumber: '777' }) });
    expect(found.map((similar) => [similar.person.id, similar.reason])).toEqual([
      [byCard.id, 'sameIdentityCard'],
      [byName.id, 'sameName'],
    ]);
  });
});
