import { describe, expect, test } from 'vitest';
import { calendarDateSchema } from '../../domain/calendar-date.ts';
import { recogniseColumns } from '../../domain/column-recognition.ts';
import type { Cell } from '../../domain/sheet-table.ts';

const fieldsOf = (headings: string[], ...rows: Cell[][]) =>
  recogniseColumns(
    headings,
    rows.map((cells, index) => ({ row: index + 2, cells })),
  ).map((column) => column.field);

describe('columns', () => {
  test('have the letter Excel gives them, their heading and their first different values', () => {
    const columns = recogniseColumns(
      ['Sexo', ' Rubro\n'],
      ['F', 'M', 'F'].map((sex, index) => ({ row: index + 2, cells: [sex, 'Tejidos'] })),
    );
    expect(columns).toEqual([
      { column: 0, letter: 'A', heading: 'Sexo', field: 'sex', samples: ['F', 'M'] },
      { column: 1, letter: 'B', heading: 'Rubro', field: 'trade', samples: ['Tejidos'] },
    ]);
  });

  test('with a heading nobody knows are ignored, whatever they hold', () => {
    expect(fieldsOf(['Nombres', 'Fecha de inscripción'], ['Ana', '5/11/2026'])).toEqual([
      'givenNames',
      'ignored',
    ]);
  });

  test('without a heading are known by their values', () => {
    const born = { date: calendarDateSchema.parse('1990-02-03') };
    const headings = Array.from({ length: 10 }, () => '');
    expect(
      fieldsOf(
        headings,
        [
          1,
          'Mamani Quispe Juana',
          '5123456',
          'CB',
          'F',
          born,
          '70366443',
          'ana@correo.bo',
          '3/4/90',
          'Viloma',
        ],
        [
          2,
          'Condori Rojas Pedro',
          '612.345-1A',
          'LP',
          'M',
          born,
          '+591 71122334',
          'x@y.bo',
          '12-5-85',
          'Anocaraire',
        ],
        [3, 'Flores Soliz Rosa', '7.123.458', 'OR', 'F', born, '60055443', 'z@w.bo', '1/1/2001', 'Combuyo'],
      ),
    ).toEqual([
      'number',
      'fullNameSurnamesFirst',
      'identityCard',
      'issuedIn',
      'sex',
      'birthDate',
      'phone',
      'email',
      'birthDate',
      'ignored',
    ]);
  });
});

describe('one heading', () => {
  test('over two columns of surnames is the paternal and the maternal one', () => {
    expect(fieldsOf(['APELLIDOS', '', 'NOMBRES'], ['Mamani', 'Quispe', 'Ana'], ['Soliz', '', 'Luz'])).toEqual(
      ['paternalSurname', 'maternalSurname', 'givenNames'],
    );
  });

  test('NOMBRE heads whole names when there is no surname column and they have several words', () => {
    expect(fieldsOf(['NOMBRE', 'C.I.'], ['Ana Mamani', '5123456'])).toEqual([
      'fullNameGivenFirst',
      'identityCard',
    ]);
    expect(fieldsOf(['NOMBRE', 'APELLIDOS'], ['Ana Luz', 'Mamani Soliz'])).toEqual([
      'givenNames',
      'surnames',
    ]);
  });

  test('says an order that the names themselves may contradict', () => {
    const names = [['MAMANI QUISPE JUANA'], ['SOLIZ ROJAS PEDRO'], ['FLORES PAZ ROSA']];
    expect(fieldsOf(['NOMBRES Y APELLIDOS'], ...names)).toEqual(['fullNameSurnamesFirst']);
    expect(fieldsOf(['NOMBRES Y APELLIDOS'], ...names.slice(0, 2))).toEqual(['fullNameGivenFirst']);
  });
});
