import { distance } from 'fastest-levenshtein';
import { describe, expect, test } from 'vitest';
import { calendarDateSchema } from '../../../domain/calendar-date.ts';
import { matchRows } from '../../../domain/list-matching.ts';
import { createPeopleIndex } from '../../../domain/people-index.ts';
import { fullName } from '../../../domain/person-name.ts';
import { readRows } from '../../../domain/import-row.ts';
import { readSheet } from '../../../service/imports/read-sheet.ts';
import { readFixture, tableOf } from './fixture.ts';

const today = calendarDateSchema.parse('2026-11-22');
const understand = (fileName: string) => {
  const table = tableOf(readSheet(readFixture(fileName), fileName));
  const rows = readRows(table.rows, table.columns, { today });
  const people = rows.flatMap(({ row, person }) => (person === null ? [] : [{ row, person }]));
  return { table, rows, people, personByRow: new Map(people.map(({ row, person }) => [row, person])) };
};

describe('the bakery list of an office', () => {
  const { table, rows, people, personByRow } = understand('inscritos-panaderia.xlsx');

  test('has its header in row 5 and 37 people, the foot left out', () => {
    expect(table.headerRow).toBe(5);
    expect(table.rows.map((row) => row.row)).toEqual(Array.from({ length: 37 }, (_, index) => index + 6));
    expect(table.skippedRows).toEqual([44, 45]);
    expect(people).toHaveLength(37);
  });

  test('has every column understood', () => {
    expect(table.columns.map(({ letter, heading, field }) => [letter, heading, field])).toEqual([
      ['A', 'Nº', 'number'],
      ['B', 'AP. PATERNO', 'paternalSurname'],
      ['C', 'AP. MATERNO', 'maternalSurname'],
      ['D', 'NOMBRES', 'givenNames'],
      ['E', 'C.I.', 'identityCard'],
      ['F', 'EXP.', 'issuedIn'],
      ['G', 'SEXO', 'sex'],
      ['H', 'FECHA NAC.', 'birthDate'],
      ['I', 'CELULAR', 'phone'],
      ['J', 'COMUNIDAD / OTB', 'community'],
      ['K', 'ORGANIZACIÓN', 'organisation'],
      ['L', 'RUBRO', 'trade'],
      ['M', 'NIT', 'nit'],
      ['N', 'OBSERVACIONES', 'notes'],
    ]);
  });

  test.each([
    ['as text', 6, '12336143', null, 'CB'],
    ['as a number', 26, '6627486', null, 'CB'],
    ['with dots', 9, '10593735', null, 'CB'],
    ['with dots between three digits', 23, '5759458', null, 'CB'],
    ['with a complement', 11, '3139144', '1A', 'CB'],
    ['with the department glued on', 15, '5720973', null, 'CB'],
    ['with Cod. QR for a department', 18, '12284848', null, null],
    ['with QR for a department', 28, '10927809', null, null],
    ['from another department', 20, '10783260', null, 'PT'],
  ])('has identity cards %s (row %i) split', (_, row, idNumber, idComplement, idIssuedIn) => {
    expect(personByRow.get(row)).toMatchObject({ idNumber, idComplement, idIssuedIn });
  });

  test('has an identity card of a usual shape for everyone', () => {
    expect(people.filter(({ person }) => !/^\d{7,8}$/.test(person.idNumber ?? ''))).toEqual([]);
  });

  test('has two values that cannot be used, at their row and column, and the people stay', () => {
    const problems = rows.flatMap(({ row, problems: found }) =>
      found.map((problem) => ({ row, ...problem })),
    );
    expect(problems).toEqual([
      { row: 25, field: 'phone', column: 8, value: 'no tiene', code: 'notAPhone' },
      { row: 31, field: 'birthDate', column: 7, value: '31/02/1990', code: 'impossibleDate' },
    ]);
    expect(personByRow.get(25)).toMatchObject({ givenNames: 'Marlene', phone: null });
    expect(personByRow.get(31)).toMatchObject({ givenNames: 'Verónica', birthDate: null });
  });

  test('has names tidied, and surnames missing where they are missing', () => {
    expect(people.slice(0, 2).map(({ person }) => fullName(person))).toEqual([
      'Julia Céspedes López',
      'Freddy Ticona Vargas',
    ]);
    expect(personByRow.get(22)).toMatchObject({ paternalSurname: 'Orellana', maternalSurname: null });
    expect(personByRow.get(33)).toMatchObject({ paternalSurname: null, maternalSurname: 'Zurita' });
    expect(personByRow.get(41)).toMatchObject({ paternalSurname: null, maternalSurname: 'Villarroel' });
    expect(people.filter(({ person }) => /\p{Lu}{2}|^\s|\s$/u.test(fullName(person)))).toEqual([]);
  });

  test('has dates and phones of every shape, and the sex of everyone', () => {
    expect([6, 7, 8, 20].map((row) => personByRow.get(row)?.birthDate)).toEqual([
      '1974-08-22',
      '1993-09-25',
      '1976-07-26',
      '2007-12-03',
    ]);
    expect([6, 8, 14, 17].map((row) => personByRow.get(row)?.phone)).toEqual([
      '70366443',
      '72623847',
      '78245119',
      '44356789',
    ]);
    const count = (sex: string) => people.filter(({ person }) => person.sex === sex).length;
    expect(count('F') + count('M')).toBe(37);
    expect(
      ['Wilma', 'Noemí'].map((given) => people.find(({ person }) => person.givenNames === given)?.person.sex),
    ).toEqual(['F', 'F']);
  });

  test('has one person twice, so that an office that knows nobody gets 36', () => {
    expect(matchRows(people, createPeopleIndex<never>(distance), distance)).toMatchObject([
      { row: 42, kind: 'same', evidence: expect.arrayContaining(['sameCard']), with: { row: 10 } },
    ]);
  });
});

describe('the weaving list of a Spanish spreadsheet program', () => {
  const { table, rows, people, personByRow } = understand('lista-tejidos.csv');

  test('has 25 people and nothing to complain of', () => {
    expect(table.headerRow).toBe(1);
    expect(people).toHaveLength(25);
    expect(rows.flatMap((row) => row.problems)).toEqual([]);
    expect(matchRows(people, createPeopleIndex<never>(distance), distance)).toEqual([]);
  });

  test('has every accent right and both surnames split', () => {
    expect(people.map(({ person }) => fullName(person))).toEqual([
      'Santos Jaldín Rojas',
      'Lidia Villarroel Ticona',
      'Germán Zurita Céspedes',
      'Simón Vallejos Colque',
      'Efraín Orellana Vallejos',
      'Martín Arnez Villarroel',
      'Sonia Beatriz Huanca',
      'María Elena Rodríguez Ibáñez',
      'José Soliz García',
      'Édgar Zurita Terrazas',
      'Rosmery Quispe Gutiérrez',
      'Ximena Orellana Rojas',
      'Wilma Zurita Gutiérrez',
      'Félix Arnez Apaza',
      'Felicidad Apaza Vallejos',
      'Ana Luz Balderrama Soliz',
      'Marlene Céspedes Gutiérrez',
      'Américo Rodríguez Vallejos',
      'Benita Peña Colque',
      'Lidia Cruz Jaldín',
      'Severina Villarroel Ticona',
      'Nicolás Saavedra Arnez',
      'Simón Ayala Fernández',
      'Freddy Terrazas Vargas',
      'Martha Vallejos Balderrama',
    ]);
    const lacking = people.filter(
      ({ person }) => person.paternalSurname === null || person.maternalSurname === null,
    );
    expect(lacking.map(({ row }) => row)).toEqual([8]);
    expect(personByRow.get(8)).toMatchObject({ paternalSurname: null, maternalSurname: 'Huanca' });
  });

  test('has quoted text with a separator in it whole, and a complement', () => {
    expect(personByRow.get(8)?.trade).toBe('Gastronomía; repostería');
    expect(personByRow.get(5)).toMatchObject({ idNumber: '8798007', idComplement: '2B' });
    expect(personByRow.get(2)?.birthDate).toBe('1960-01-21');
  });
});

test('a list with whole names, quoted, and M for mujer is understood as a whole', () => {
  const { table, people } = understand('nombre-completo.csv');
  expect(table.columns.map(({ field }) => field)).toEqual([
    'fullNameSurnamesFirst',
    'identityCard',
    'sex',
    'phone',
  ]);
  expect(people.map(({ person }) => [fullName(person), person.sex, person.phone])).toEqual([
    ['Juana Mamani Quispe', 'F', '70366443'],
    ['Pedro Condori', 'M', null],
    ['María del Carmen Flores Rojas', 'F', '70366444'],
  ]);
});
