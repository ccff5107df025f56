import { describe, expect, test } from 'vitest';
import { createPerson, removePerson } from '../../db/people.ts';
import { listPeople, type PeoplePage } from '../../db/people-list.ts';
import { inTransaction } from '../../db/database.ts';
import { createTestOffice, type TestOffice } from '../support/office.ts';
import { draftPerson } from '../support/person.ts';

const firstPage: PeoplePage = { text: '', sort: 'surname', descending: false, offset: 0, limit: 100 };

/** Four people, registered in this order, a minute between them. */
function createOfficeOfFour(): TestOffice {
  const office = createTestOffice();
  const drafts = [
    { paternalSurname: 'Zurita', idNumber: '12336143', community: 'Ñapa' },
    { paternalSurname: 'Ñuñez', idNumber: null, community: 'Thiomoko' },
    { paternalSurname: 'Nava', idNumber: '999999', community: null },
    { paternalSurname: 'Álvarez', idNumber: '7731367', community: 'Anocaraire' },
  ];
  for (const draft of drafts) {
    createPerson(office.writer, draftPerson({ ...draft, maternalSurname: null }));
    office.passTime(60_000);
  }
  return office;
}

function listSurnames({ db }: TestOffice, page: Partial<PeoplePage>): (string | null)[] {
  return listPeople(db, { ...firstPage, ...page }).rows.map((person) => person.paternalSurname);
}

describe('the table of people', () => {
  test.each([
    ['surname', false, ['Álvarez', 'Nava', 'Ñuñez', 'Zurita']],
    ['surname', true, ['Zurita', 'Ñuñez', 'Nava', 'Álvarez']],
    ['identityCard', false, ['Nava', 'Álvarez', 'Zurita', 'Ñuñez']],
    ['identityCard', true, ['Zurita', 'Álvarez', 'Nava', 'Ñuñez']],
    ['community', false, ['Álvarez', 'Zurita', 'Ñuñez', 'Nava']],
    ['community', true, ['Ñuñez', 'Zurita', 'Álvarez', 'Nava']],
    ['newest', false, ['Álvarez', 'Nava', 'Ñuñez', 'Zurita']],
    ['newest', true, ['Zurita', 'Ñuñez', 'Nava', 'Álvarez']],
  ] as const)('sorts by %s (descending: %s), who lacks it at the end', (sort, descending, surnames) => {
    expect(listSurnames(createOfficeOfFour(), { sort, descending })).toEqual(surnames);
  });

  test('answers a page and how many there are in all', () => {
    const { db } = createOfficeOfFour();
    const page = listPeople(db, { ...firstPage, offset: 1, limit: 2 });
    expect(page.rows.map((person) => person.paternalSurname)).toEqual(['Nava', 'Ñuñez']);
    expect(page.total).toBe(4);
    expect(listPeople(db, { ...firstPage, offset: 4 })).toEqual({ total: 4, rows: [] });
  });

  test('filters as the search does, without who was taken out', () => {
    const office = createOfficeOfFour();
    const [alvarez] = listPeople(office.db, firstPage).rows;
    if (alvarez === undefined) throw new Error('four people');
    expect(listPeople(office.db, { ...firstPage, text: 'alv' })).toEqual({ total: 1, rows: [alvarez] });
    removePerson(office.writer, alvarez.id);
    expect(listPeople(office.db, { ...firstPage, text: 'alv' })).toEqual({ total: 0, rows: [] });
    expect(listSurnames(office, {})).toEqual(['Nava', 'Ñuñez', 'Zurita']);
  });

  test('a filter of marks only shows everyone', () => {
    expect(listSurnames(createOfficeOfFour(), { text: ' - ' })).toHaveLength(4);
  });

  test('a filter that finds thousands sorts and pages like one that finds few', () => {
    const office = createTestOffice();
    const count = 2500;
    inTransaction(office.db, () => {
      for (let place = 0; place < count; place += 1) {
        const number = String((place * 7919) % count).padStart(4, '0');
        createPerson(office.writer, draftPerson({ paternalSurname: `S${number}`, idNumber: number }));
      }
    });
    const expected = Array.from({ length: 5 }, (_, index) => `S${2000 + index}`);
    expect(listSurnames(office, { text: 'juana', offset: 2000, limit: 5 })).toEqual(expected);
    expect(listSurnames(office, { text: 's2', limit: 5 })).toEqual(expected);
    expect(listPeople(office.db, { ...firstPage, text: 'juana' }).total).toBe(count);
  });
});
