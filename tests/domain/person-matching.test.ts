import { distance } from 'fastest-levenshtein';
import { describe, expect, test } from 'vitest';
import { calendarDateSchema } from '../../domain/calendar-date.ts';
import { createPeopleIndex, findMatch, type MatchablePerson } from '../../domain/person-matching.ts';

const wilma: MatchablePerson = {
  givenNames: 'Wilma',
  paternalSurname: 'Zurita',
  maternalSurname: 'Morales',
  marriedSurname: null,
  idNumber: '3268260',
  idComplement: null,
  sex: 'F',
  birthDate: calendarDateSchema.parse('1994-11-22'),
  phone: '71037192',
};
const bare = { idNumber: null, idComplement: null, sex: null, birthDate: null, phone: null };

const match = (person: Partial<MatchablePerson>, known: Partial<MatchablePerson> = {}) => {
  const index = createPeopleIndex([{ key: 'known', person: { ...wilma, ...known } }]);
  const found = findMatch({ ...wilma, ...bare, ...person }, index, distance);
  return found && [found.kind, found.reason];
};

describe('the same identity card', () => {
  const idNumber = '3268260';

  test.each<[string, Partial<MatchablePerson>]>([
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
    expect(match({ idNumber, ...person })).toEqual(['same', 'sameIdentityCard']);
  });

  test.each<[string, Partial<MatchablePerson>]>([
    ['of a stranger', { givenNames: 'Pedro', paternalSurname: 'Condori', maternalSurname: 'Apaza' }],
    ['of a brother', { givenNames: 'Freddy' }],
    ['of a namesake', { paternalSurname: 'Quispe', maternalSurname: 'Choque' }],
  ])('and the name %s is a conflict', (_, person) => {
    expect(match({ idNumber, ...person })).toEqual(['conflict', 'sameIdentityCard']);
  });

  test('with another complement is another card', () => {
    const stranger = { givenNames: 'Pedro', paternalSurname: 'Condori', maternalSurname: 'Apaza' };
    expect(match({ idNumber, idComplement: '1A', ...stranger }, { idComplement: '2B' })).toBeNull();
    expect(match({ idNumber, idComplement: '1A', ...stranger })).toBeNull();
    expect(match({ idNumber, idComplement: '1A' })).toEqual(['same', 'sameIdentityCard']);
  });
});

describe('without the same identity card', () => {
  test('a name alike and the same birth date or phone are possible', () => {
    const { birthDate, phone } = wilma;
    expect(match({ birthDate, paternalSurname: 'Surita' })).toEqual(['possible', 'sameNameAndBirthDate']);
    expect(match({ phone, maternalSurname: null })).toEqual(['possible', 'sameNameAndPhone']);
    expect(match({ birthDate, idNumber: '3268261' })).toEqual(['possible', 'sameNameAndBirthDate']);
  });

  test('the same name is possible where no card tells them apart', () => {
    expect(match({})).toEqual(['possible', 'sameName']);
    expect(match({ givenNames: 'wilma', paternalSurname: 'Morales', maternalSurname: 'Zurita' })).toEqual([
      'possible',
      'sameName',
    ]);
    expect(match({ idNumber: '9999999' })).toBeNull();
    expect(match({ maternalSurname: null })).toBeNull();
  });

  test('another sex or another birth date is another person', () => {
    const { phone } = wilma;
    expect(match({ phone, sex: 'M' })).toBeNull();
    expect(match({ phone, birthDate: calendarDateSchema.parse('1960-01-01') })).toBeNull();
    expect(match({ birthDate: calendarDateSchema.parse('1960-01-01') })).toBeNull();
  });

  test('the same birth date or phone and another name is another person', () => {
    const { birthDate, phone } = wilma;
    expect(match({ birthDate, phone, givenNames: 'Rosa' })).toBeNull();
    expect(match({ birthDate, phone, givenNames: 'Wilma', paternalSurname: 'Quispe' })).toBeNull();
  });

  test('a phone that very many share is no evidence', () => {
    const crowd = Array.from({ length: 60 }, (_, key) => ({
      key,
      person: { ...wilma, idNumber: String(key), birthDate: null },
    }));
    const person = { ...wilma, idNumber: '3268261', birthDate: null };
    expect(findMatch(person, createPeopleIndex(crowd.slice(0, 50)), distance)?.reason).toBe(
      'sameNameAndPhone',
    );
    expect(findMatch(person, createPeopleIndex(crowd), distance)).toBeNull();
  });
});
