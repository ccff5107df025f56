import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fullName } from '../../domain/person-name.ts';
import type { PersonDraft } from '../../domain/person.ts';
import { updateRow } from '../../db/database.ts';
import { listOrganisations } from '../../db/organisations.ts';
import { createPerson, updatePerson } from '../../db/people.ts';
import { searchPeople, toSearchQuery } from '../../db/person-search.ts';
import { createTestOffice, type TestOffice } from '../support/office.ts';
import { addPc, bringTo } from '../support/other-pc.ts';
import { draftPerson } from '../support/person.ts';

function search({ db }: TestOffice, text: string, limit = 20): string[] {
  return searchPeople(db, { text, limit }).map(fullName);
}

function createOfficeWith(...drafts: Partial<Omit<PersonDraft, 'birthDate'>>[]): TestOffice {
  const office = createTestOffice();
  for (const draft of drafts) createPerson(office.writer, draftPerson(draft));
  return office;
}

const juana = { idNumber: '12336143', idComplement: '1A', phone: '70366443', community: 'Combuyo' };
const ninoska = {
  givenNames: 'Ninoska',
  paternalSurname: 'Ñáñez',
  maternalSurname: 'Quispe',
  marriedSurname: 'Soto',
  idNumber: 'E-4455667',
  organisationName: 'Asociación de Tejedoras',
};

describe('searching people', () => {
  test.each([
    ['the beginning of a surname', 'mam', 'Juana Pérez Mamani'],
    ['without accents', 'perez', 'Juana Pérez Mamani'],
    ['with accents and in capitals', 'PÉREZ', 'Juana Pérez Mamani'],
    ['without the tilde', 'nanez', 'Ninoska Ñáñez Quispe de Soto'],
    ['by the married surname', 'soto', 'Ninoska Ñáñez Quispe de Soto'],
    ['words in any order', 'mam jua', 'Juana Pérez Mamani'],
    ['surnames first, with a comma', 'Pérez Mamani, Juana', 'Juana Pérez Mamani'],
    ['the beginning of an identity number', '1233', 'Juana Pérez Mamani'],
    ['a whole card with complement', '12336143-1A', 'Juana Pérez Mamani'],
    ['an identity number with dots', '12.336.143', 'Juana Pérez Mamani'],
    ['a foreigner’s card', 'E-4455', 'Ninoska Ñáñez Quispe de Soto'],
    ['the digits of a foreigner’s card', '4455667', 'Ninoska Ñáñez Quispe de Soto'],
    ['a phone number', '7036', 'Juana Pérez Mamani'],
    ['a phone number as it is shown', '703-66443', 'Juana Pérez Mamani'],
    ['a phone number with the country code', '+591 70366443', 'Juana Pérez Mamani'],
    ['a name and a number', 'juana 7036', 'Juana Pérez Mamani'],
    ['the middle of a surname', 'amani', 'Juana Pérez Mamani'],
    ['the end of a name without accents', 'rez', 'Juana Pérez Mamani'],
    ['parts of two names', 'inos uisp', 'Ninoska Ñáñez Quispe de Soto'],
    ['the last digits of a phone number', '6443', 'Juana Pérez Mamani'],
    ['a phone number with blanks', '703 66 443', 'Juana Pérez Mamani'],
    ['the community', 'combuyo', 'Juana Pérez Mamani'],
    ['the beginning of the community, beside a name', 'jua comb', 'Juana Pérez Mamani'],
    ['the organisation', 'tejedoras', 'Ninoska Ñáñez Quispe de Soto'],
  ])('finds someone by %s: %s', (_, text, name) => {
    expect(search(createOfficeWith(juana, ninoska), text)).toEqual([name]);
  });

  test.each([
    ['nothing', ''],
    ['blanks', '   '],
    ['marks only', '- * "'],
    ['a word of nobody', 'perez zzz'],
    ['two letters from the middle of a word', 'am'],
    ['the middle of a community', 'buyo'],
    ['the middle of an identity number', '3614'],
  ])('finds nobody by %s', (_, text) => {
    expect(search(createOfficeWith(juana, ninoska), text)).toEqual([]);
  });

  test('every word must fit the same person', () => {
    expect(search(createOfficeWith(juana, ninoska), 'juana quispe')).toEqual([]);
  });

  test('answers by surname, no more than the limit', () => {
    const people = ['Zurita', 'Ñuñez', 'Nava', 'Álvarez'].map((paternalSurname) => ({ paternalSurname }));
    const office = createOfficeWith(...people);
    expect(
      searchPeople(office.db, { text: 'juana', limit: 20 }).map((person) => person.paternalSurname),
    ).toEqual(['Álvarez', 'Nava', 'Ñuñez', 'Zurita']);
    expect(search(office, 'juana', 3)).toHaveLength(3);
  });

  test('answers a whole line, with the trade of the enterprise', () => {
    const { db, writer } = createTestOffice();
    const enterprise = { ...draftPerson().enterprise, trade: 'Tejidos' };
    const { id } = createPerson(writer, draftPerson({ ...juana, idIssuedIn: 'CB', enterprise }));
    expect(searchPeople(db, { text: 'juana', limit: 1 })).toEqual([
      {
        id,
        givenNames: 'Juana',
        paternalSurname: 'Pérez',
        maternalSurname: 'Mamani',
        marriedSurname: null,
        ...juana,
        idIssuedIn: 'CB',
        trade: 'Tejidos',
      },
    ]);
  });

  test('follows a change: the new name is found, the old one no more', () => {
    const office = createTestOffice();
    const { id } = createPerson(office.writer, draftPerson(juana));
    updatePerson(office.writer, { id, draft: draftPerson({ givenNames: 'Rosa', idNumber: '555' }) });
    expect(search(office, 'rosa')).toEqual(['Rosa Pérez Mamani']);
    expect([search(office, 'juana'), search(office, '12336143')]).toEqual([[], []]);
  });

  test('those of whom it is the beginning of a word come first', () => {
    const names = ['Susana', 'Mariana', 'Ana', 'Anastasia'].map((givenNames) => ({ givenNames }));
    const office = createOfficeWith(...names);
    const found = (limit: number) => search(office, 'ana', limit).map((name) => name.split(' ')[0]);
    expect(found(2)).toEqual(['Ana', 'Anastasia']);
    expect(found(3).slice(0, 2)).toEqual(['Ana', 'Anastasia']);
    expect(found(20)).toEqual(['Ana', 'Anastasia', 'Mariana', 'Susana']);
  });

  test('follows the name of an organisation that another PC changes', () => {
    const office = createOfficeWith(ninoska);
    const other = addPc(office);
    const id = listOrganisations(other.db)[0]?.id ?? '';
    updateRow(other.writer, 'organisation', { id }, { name: 'Hilanderas' });
    bringTo(office, other);
    expect(search(office, 'hilanderas')).toEqual(['Ninoska Ñáñez Quispe de Soto']);
    expect(search(office, 'tejedoras')).toEqual([]);
  });

  test('takes nothing typed for a search command', () => {
    expect(toSearchQuery('juana" OR words:*')).toBe('"juana"* AND words : "or"* AND "words"*');
  });

  test('whatever is typed, it answers', () => {
    const office = createOfficeWith(juana, ninoska);
    let queries = 0;
    const marks = fc.constantFrom(
      '"',
      '*',
      '(',
      ')',
      '-',
      '^',
      ':',
      '+',
      ' ',
      'AND',
      'NEAR',
      '\0',
      'a',
      '1',
      'ñ',
      '\uD800',
    );
    const typed = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
      fc.array(marks, { minLength: 1, maxLength: 12 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        if (toSearchQuery(text) !== null) queries += 1;
        expect(Array.isArray(search(office, text))).toBe(true);
      }),
      { seed: 20260302, numRuns: 3000 },
    );
    expect(queries).toBeGreaterThan(1500);
  });
});
