import { describe, expect, test } from 'vitest';
import { calendarDateSchema } from '../../domain/calendar-date.ts';
import type { ImportField } from '../../domain/import-columns.ts';
import { readRow, readRows } from '../../domain/import-row.ts';
import type { Cell } from '../../domain/sheet-table.ts';

const today = calendarDateSchema.parse('2026-11-22');
const born = calendarDateSchema.parse('1990-02-03');

/** Reads one row of which each cell is given by its field. */
function read(...cells: [ImportField, Cell][]) {
  const mapping = cells.map(([field], column) => ({ field, column }));
  return readRow(
    cells.map(([, cell]) => cell),
    mapping,
    { today },
  );
}

const codesOf = (...cells: [ImportField, Cell][]) =>
  read(['givenNames', 'Ana'], ['surnames', 'Soliz'], ...cells).problems.map(({ column, value, code }) => [
    column,
    value,
    code,
  ]);
const personOf = (...cells: [ImportField, Cell][]) =>
  read(['givenNames', 'Ana'], ['surnames', 'Soliz'], ...cells).person;

test('a full row gives a whole person and no problem', () => {
  expect(
    read(
      ['number', 1],
      ['paternalSurname', 'PÉREZ'],
      ['maternalSurname', 'Mamani de Quiroga'],
      ['givenNames', '  Juana '],
      ['identityCard', 12336143],
      ['complement', '1a'],
      ['issuedIn', 'CBBA'],
      ['sex', 'mujer'],
      ['birthDate', { date: born }],
      ['phone', '703-66443'],
      ['email', 'Juana@Correo.bo'],
      ['community', ' Viloma  Chico'],
      ['organisation', 'OTB Vinto'],
      ['languages', 'Quechua y castellano'],
      ['trade', 'Panadería'],
      ['enterpriseName', 'Pan de Vida'],
      ['nit', '508.667-9404'],
      ['notes', 'ya hizo la 1ra versión'],
    ),
  ).toEqual({
    person: {
      givenNames: 'Juana',
      paternalSurname: 'Pérez',
      maternalSurname: 'Mamani',
      marriedSurname: 'Quiroga',
      idNumber: '12336143',
      idComplement: '1A',
      idIssuedIn: 'CB',
      sex: 'F',
      birthDate: '1990-02-03',
      phone: '70366443',
      email: 'juana@correo.bo',
      community: 'Viloma Chico',
      organisationName: 'OTB Vinto',
      languages: ['es', 'qu'],
      trade: 'Panadería',
      enterpriseName: 'Pan de Vida',
      nit: '5086679404',
      notes: 'ya hizo la 1ra versión',
    },
    problems: [],
  });
});

describe('a value that cannot be used is reported with its column, and the person stays', () => {
  test.each<[ImportField, Cell, string]>([
    ['birthDate', '31/02/1990', 'impossibleDate'],
    ['birthDate', 1990, 'impossibleDate'],
    ['birthDate', 'no sabe', 'notADate'],
    ['birthDate', '1/1/2030', 'futureDate'],
    ['phone', 'no tiene', 'notAPhone'],
    ['identityCard', 'no tiene', 'notAnIdentityCard'],
    ['identityCard', '1'.repeat(21), 'notAnIdentityCard'],
    ['issuedIn', 'Lima', 'unknownIssuedIn'],
    ['complement', 'ABC', 'unusualIdentityCard'],
    ['sex', 'X', 'unknownSex'],
    ['languages', 'klingon', 'unknownLanguage'],
    ['email', 'ana arroba correo', 'notAnEmail'],
    ['nit', '12', 'notANit'],
    ['trade', { fault: 'formulaError', text: '#N/A' }, 'formulaError'],
    ['trade', { fault: 'formulaWithoutValue', text: '=B2' }, 'formulaWithoutValue'],
  ])('%s %j: %s', (field, cell, code) => {
    expect(codesOf([field, cell])).toEqual([[2, expect.any(String), code]]);
    const bare = personOf();
    expect(personOf([field, cell])).toEqual(bare);
  });

  test('a doubtful value is kept and reported', () => {
    expect(codesOf(['identityCard', '123'])).toEqual([[2, '123', 'unusualIdentityCard']]);
    expect(personOf(['identityCard', '123'])?.idNumber).toBe('123');
    expect(codesOf(['birthDate', '1/1/2020'])).toEqual([[2, '1/1/2020', 'unlikelyBirthDate']]);
    expect(personOf(['birthDate', '1/1/2020'])?.birthDate).toBe('2020-01-01');
    expect(codesOf(['phone', '91234567'])).toEqual([[2, '91234567', 'unusualPhone']]);
    expect(codesOf(['community', 'x'.repeat(130)])).toEqual([[2, 'x'.repeat(130), 'tooLong']]);
    expect(personOf(['community', 'x'.repeat(130)])?.community).toHaveLength(120);
  });
});

test.each<[ImportField, Cell]>([
  ['phone', null],
  ['phone', '  '],
  ['phone', '-'],
  ['identityCard', '---'],
  ['nit', 'no tiene'],
  ['organisation', 'ninguna'],
  ['email', 's/n'],
  ['ignored', '#N/A'],
  ['issuedIn', 'Cod. QR'],
])('%s left out as %j is no problem', (field, cell) => {
  expect(codesOf([field, cell])).toEqual([]);
});

describe('a name', () => {
  test('missing altogether keeps the row from being imported, and says so', () => {
    expect(read(['givenNames', ' '], ['surnames', '-'], ['identityCard', '5123456'])).toEqual({
      person: null,
      problems: [{ field: 'givenNames', column: 0, value: '', code: 'missingName' }],
    });
  });

  test('of surnames alone is kept whole as given names, and said', () => {
    const { person, problems } = read(['surnames', 'Pérez Mamani'], ['givenNames', null]);
    expect(person).toMatchObject({
      givenNames: 'Pérez Mamani',
      paternalSurname: null,
      maternalSurname: null,
    });
    expect(problems).toEqual([{ field: 'givenNames', column: 1, value: '', code: 'missingGivenNames' }]);
  });

  test('may lack either surname', () => {
    expect(
      read(['paternalSurname', ''], ['maternalSurname', 'Zurita'], ['givenNames', 'Nélida']).person,
    ).toMatchObject({
      paternalSurname: null,
      maternalSurname: 'Zurita',
    });
    expect(
      read(['paternalSurname', 'Orellana'], ['maternalSurname', '-'], ['givenNames', 'Julia']).person,
    ).toMatchObject({
      paternalSurname: 'Orellana',
      maternalSurname: null,
    });
  });

  test('with both surnames typed into the paternal column is split', () => {
    const { person } = read(
      ['paternalSurname', 'Soliz Rojas'],
      ['maternalSurname', null],
      ['givenNames', 'Ana'],
    );
    expect(person).toMatchObject({ paternalSurname: 'Soliz', maternalSurname: 'Rojas' });
  });

  test('in one column is split in the order of the column', () => {
    expect(read(['fullNameSurnamesFirst', 'SOLIZ ROJAS ANA LUZ']).person).toMatchObject({
      givenNames: 'Ana Luz',
    });
    expect(read(['fullNameGivenFirst', 'Ana Luz Soliz Rojas']).person).toMatchObject({
      paternalSurname: 'Soliz',
    });
  });

  test('in two columns of given names is joined', () => {
    expect(read(['givenNames', 'Ana'], ['givenNames', 'Luz'], ['surnames', 'Paz']).person?.givenNames).toBe(
      'Ana Luz',
    );
  });
});

describe('the habits of a list', () => {
  const surnameFirst = [
    { column: 0, field: 'surnames' },
    { column: 1, field: 'givenNames' },
    { column: 2, field: 'sex' },
  ] as const;
  const readList = (...rows: Cell[][]) =>
    readRows(
      rows.map((cells, index) => ({ row: index + 2, cells })),
      surnameFirst,
      { today },
    );

  test('a lone surname after a blank is the maternal one', () => {
    const [, second] = readList(['Jaldín Rojas', 'Ana', 'F'], [' Huanca', 'Luz', 'F'], ['Paz', 'Eva', 'F']);
    expect(second).toMatchObject({ row: 3, person: { paternalSurname: null, maternalSurname: 'Huanca' } });
  });

  test('a blank says nothing where most cells of the column begin with one', () => {
    const [, second] = readList([' Jaldín Rojas', 'Ana', 'F'], [' Huanca', 'Luz', 'F'], ['Paz', 'Eva', 'F']);
    expect(second?.person).toMatchObject({ paternalSurname: 'Huanca', maternalSurname: null });
  });

  test('M is mujer where men are H', () => {
    const sexes = readList(['Paz', 'Ana', 'M'], ['Soliz', 'Juan', 'H']).map((row) => row.person?.sex);
    expect(sexes).toEqual(['F', 'M']);
  });
});
