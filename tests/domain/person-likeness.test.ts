import { distance } from 'fastest-levenshtein';
import { describe, expect, test } from 'vitest';
import { createPeopleIndex } from '../../domain/people-index.ts';
import { type Evidence, type Identity, toComparedPerson } from '../../domain/person-likeness.ts';

const wilma: Identity = {
  givenNames: 'Wilma',
  paternalSurname: 'Zurita',
  maternalSurname: 'Morales',
  marriedSurname: null,
  idNumber: '3268260',
  idComplement: null,
  sex: 'F',
  birthDate: '1994-11-22',
  phone: '71037192',
  community: null,
  organisationName: null,
};
const bare = { idNumber: null, idComplement: null, sex: null, birthDate: null, phone: null };

const find = (person: Partial<Identity>, known: Partial<Identity> = {}) => {
  const index = createPeopleIndex<string>(distance);
  index.put('known', toComparedPerson({ ...wilma, ...known }));
  return index.findLike(toComparedPerson({ ...wilma, ...bare, ...person }))[0] ?? null;
};
const kindOf = (...people: Parameters<typeof find>) => find(...people)?.kind ?? null;
const evidenceOf = (...people: Parameters<typeof find>) => find(...people)?.evidence ?? null;

describe('the same identity card', () => {
  const idNumber = '3268260';

  test.each<[string, Partial<Identity>]>([
    ['in capitals', { givenNames: 'WILMA' }],
    ['misspelt', { givenNames: 'Vilma', paternalSurname: 'Surita' }],
    ['without one surname', { maternalSurname: null }],
    ['with another given name', { givenNames: 'Wilma Rosa' }],
    ['married since', { maternalSurname: null, marriedSurname: 'Quiroga' }],
    [
      'with given names and surnames exchanged',
      { givenNames: 'Zurita Morales', paternalSurname: 'Wilma', maternalSurname: null },
    ],
    ['with accents lost', { paternalSurname: 'ZURITA', maternalSurname: 'morales' }],
  ])('and the name %s is the same person', (_, person) => {
    expect(kindOf({ idNumber, ...person })).toBe('same');
  });

  test.each<[string, Partial<Identity>]>([
    ['of a stranger', { givenNames: 'Pedro', paternalSurname: 'Condori', maternalSurname: 'Apaza' }],
    ['of a brother', { givenNames: 'Freddy' }],
    ['of a namesake', { paternalSurname: 'Quispe', maternalSurname: 'Choque' }],
  ])('and the name %s is a conflict', (_, person) => {
    expect(kindOf({ idNumber, ...person })).toBe('conflict');
  });

  test('with another complement is another card', () => {
    const stranger = { givenNames: 'Pedro', paternalSurname: 'Condori', maternalSurname: 'Apaza' };
    expect(kindOf({ idNumber, idComplement: '1A', ...stranger }, { idComplement: '2B' })).toBeNull();
    expect(kindOf({ idNumber, idComplement: '1A', ...stranger })).toBeNull();
    expect(find({ idNumber, idComplement: '1A' })).toMatchObject({
      kind: 'same',
      evidence: ['cardLacksComplement', 'sameName'],
    });
  });
});

describe('without the same identity card', () => {
  const { birthDate, phone } = wilma;

  test('a name alike and the same birth date or phone are possible', () => {
    expect(kindOf({ birthDate, paternalSurname: 'Surita' })).toBe('possible');
    expect(kindOf({ phone, maternalSurname: null })).toBe('possible');
    expect(kindOf({ birthDate, idNumber: '3268261' })).toBe('possible');
  });

  test('the same name is possible where no card tells them apart', () => {
    expect(kindOf({})).toBe('possible');
    expect(kindOf({ givenNames: 'wilma', paternalSurname: 'Morales', maternalSurname: 'Zurita' })).toBe(
      'possible',
    );
    expect(kindOf({ idNumber: '9999999' })).toBeNull();
    expect(kindOf({ maternalSurname: null })).toBeNull();
  });

  test('another sex or another birth date is another person', () => {
    expect(kindOf({ phone, sex: 'M' })).toBeNull();
    expect(kindOf({ phone, birthDate: '1960-01-01' })).toBeNull();
    expect(kindOf({ birthDate: '1960-01-01' })).toBeNull();
  });

  test('the same birth date or phone and another name is another person', () => {
    expect(kindOf({ birthDate, phone, givenNames: 'Rosa' })).toBeNull();
    expect(kindOf({ birthDate, phone, givenNames: 'Wilma', paternalSurname: 'Quispe' })).toBeNull();
  });

  test('a sister of another name is another person, a brother of nearly the same name too', () => {
    const sister = { ...wilma, givenNames: 'María Elena', sex: null };
    expect(kindOf({ birthDate, phone, givenNames: 'María Rosa' }, sister)).toBeNull();
    expect(kindOf({ birthDate, phone, givenNames: 'Juan' }, { ...sister, givenNames: 'Juana' })).toBeNull();
    expect(kindOf({ birthDate, phone, givenNames: 'Mario' }, { ...sister, givenNames: 'María' })).toBeNull();
  });
});

describe('what is told of two records', () => {
  const { birthDate, phone } = wilma;
  const known = { givenNames: 'Wilma Rosa' };

  test.each<[string, Partial<Identity>, Evidence[]]>([
    ['written alike', { birthDate, givenNames: 'WILMA ROSA' }, ['sameName', 'sameBirthDate']],
    [
      'written as it sounds',
      { birthDate, paternalSurname: 'Surita' },
      ['sameSound', 'missingGivenName', 'sameBirthDate'],
    ],
    [
      'mistyped',
      { birthDate, paternalSurname: 'Zuirta' },
      ['misspeltName', 'missingGivenName', 'sameBirthDate'],
    ],
    [
      'with an initial',
      { birthDate, givenNames: 'Wilma R.' },
      ['sameName', 'shortenedName', 'sameBirthDate'],
    ],
    ['with one of two given names', { phone }, ['sameName', 'missingGivenName', 'samePhone']],
    [
      'with surnames exchanged',
      { phone, ...known, paternalSurname: 'Morales', maternalSurname: 'Zurita' },
      ['sameName', 'swappedSurnames', 'samePhone'],
    ],
    [
      'in the wrong columns',
      { phone, givenNames: 'Zurita Morales', paternalSurname: 'Wilma', maternalSurname: 'Rosa' },
      ['sameName', 'movedNames', 'samePhone'],
    ],
    [
      'without the mother’s surname',
      { phone, ...known, maternalSurname: null },
      ['sameName', 'missingSurname', 'samePhone'],
    ],
    [
      'with the husband’s in its place',
      { phone, ...known, maternalSurname: 'de Flores' },
      ['sameName', 'marriedName', 'missingSurname', 'samePhone'],
    ],
    [
      'as a widow',
      { phone, ...known, maternalSurname: 'Morales vda. de Paz' },
      ['sameName', 'marriedName', 'samePhone'],
    ],
    ['with a mistyped card', { ...known, idNumber: '3286260' }, ['cardDigitOff', 'sameName']],
    [
      'born on a day that is a month',
      { ...known, birthDate: '1994-11-12' },
      ['sameName', 'birthDateDigitOff'],
    ],
    [
      'with a mistyped phone',
      { ...known, phone: '71037129', birthDate },
      ['sameName', 'sameBirthDate', 'phoneDigitOff'],
    ],
  ])('%s', (_, person, evidence) => {
    expect(evidenceOf(person, known)).toEqual(evidence);
  });

  test('the day and the month of birth exchanged, community and organisation', () => {
    const home = { community: 'Viloma', organisationName: 'OTB Sur' };
    expect(evidenceOf({ birthDate: '1994-05-11', ...home }, { birthDate: '1994-11-05', ...home })).toEqual([
      'sameName',
      'dayAndMonthSwapped',
      'sameCommunity',
      'sameOrganisation',
    ]);
  });

  test('an abbreviated María is María', () => {
    const maria = { ...wilma, givenNames: 'María Elena' };
    for (const givenNames of ['Ma. Elena', 'Mª Elena', 'Ma Elena']) {
      expect(evidenceOf({ phone, givenNames }, maria)).toEqual(['sameName', 'samePhone']);
    }
    expect(evidenceOf({ phone, givenNames: 'M. Elena' }, maria)).toEqual([
      'sameName',
      'shortenedName',
      'samePhone',
    ]);
  });
});

describe('how much a name says', () => {
  const crowdOf = (size: number) => {
    const index = createPeopleIndex<number>(distance);
    for (let key = 0; key < size; key += 1) {
      index.put(
        key,
        toComparedPerson({ ...wilma, ...bare, birthDate: `19${50 + (key % 40)}-01-${10 + (key % 19)}` }),
      );
    }
    return index;
  };

  test('depends on how many bear it', () => {
    const asked = toComparedPerson({ ...wilma, ...bare });
    expect(crowdOf(20).findLike(asked)).toHaveLength(20);
    expect(crowdOf(3000).findLike(asked)).toEqual([]);
  });

  test('a phone that very many share is no evidence', () => {
    const index = crowdOf(0);
    const { phone } = wilma;
    const share = (count: number) => {
      for (let key = 0; key < count; key += 1) {
        index.put(key, toComparedPerson({ ...wilma, ...bare, sex: 'F', phone }));
      }
      return index.findLike(toComparedPerson({ ...wilma, ...bare, phone }));
    };
    expect(share(50).filter(({ evidence }) => evidence.includes('samePhone'))).toHaveLength(50);
    expect(share(51).filter(({ evidence }) => evidence.includes('samePhone'))).toEqual([]);
  });
});

test('whoever is taken out or changed is found no more as they were', () => {
  const index = createPeopleIndex<string>(distance);
  const asked = toComparedPerson(wilma);
  index.put('a', asked);
  index.put('b', asked);
  expect(index.takeUnsettled()).toEqual(['a', 'b']);
  index.put('b', toComparedPerson({ ...wilma, givenNames: 'Pedro', idNumber: '1' }));
  expect(index.findLike(asked).map(({ key }) => key)).toEqual(['a']);
  index.remove('a');
  expect(index.findLike(asked)).toEqual([]);
  expect(index.size).toBe(1);
});
