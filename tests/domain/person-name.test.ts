import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fullName,
  nameSortKey,
  splitFullName,
  splitSurnames,
  surnamesFirst,
  tidyName,
  type PersonName,
} from '../../domain/person-name.ts';

const name = (
  givenNames: string,
  paternalSurname: string | null,
  maternalSurname: string | null = null,
  marriedSurname: string | null = null,
): PersonName => ({ givenNames, paternalSurname, maternalSurname, marriedSurname });

describe('a name as typed', () => {
  test.each([
    ['  Julia ', 'Julia'],
    ['WILMA', 'Wilma'],
    ['CÉSPEDES', 'Céspedes'],
    ['MARÍA DEL CARMEN', 'María del Carmen'],
    ['DE LA CRUZ', 'de la Cruz'],
    ['PÉREZ-MAMANI', 'Pérez-Mamani'],
    ["O'CONNOR", "O'Connor"],
    ['Ana  Luz', 'Ana Luz'],
    ['McDonald', 'McDonald'],
    ['ana', 'ana'],
    ['Ñ', 'Ñ'],
  ])('%j is tidied to %j', (text, tidy) => {
    expect(tidyName(text)).toBe(tidy);
  });
});

describe('both surnames in one text', () => {
  test.each([
    ['Jaldín Rojas', 'Jaldín', 'Rojas', null],
    ['PEÑA COLQUE', 'Peña', 'Colque', null],
    ['Huanca', 'Huanca', null, null],
    [' Huanca', null, 'Huanca', null],
    ['- Huanca', null, 'Huanca', null],
    ['Huanca -', 'Huanca', null, null],
    [' Jaldín Rojas', 'Jaldín', 'Rojas', null],
    ['de la Cruz Mamani', 'de la Cruz', 'Mamani', null],
    ['Quispe de la Cruz', 'Quispe', 'de la Cruz', null],
    ['del Carpio Soliz', 'del Carpio', 'Soliz', null],
    ['de los Ríos', 'de los Ríos', null, null],
    ['San Martín Rojas', 'San Martín', 'Rojas', null],
    ['Ponce de León Vaca', 'Ponce de León', 'Vaca', null],
    ['Pérez de Quiroga', 'Pérez', null, 'Quiroga'],
    ['Pérez Mamani de Quiroga', 'Pérez', 'Mamani', 'Quiroga'],
    ['Pérez Mamani Vda. de Soliz', 'Pérez', 'Mamani', 'vda. de Soliz'],
    ['MAMANI VDA DE PAZ', 'Mamani', null, 'vda. de Paz'],
    ['Mamani viuda de Paz', 'Mamani', null, 'vda. de Paz'],
    ['', null, null, null],
  ])('%j is split', (text, paternalSurname, maternalSurname, marriedSurname) => {
    expect(splitSurnames(text)).toEqual({ paternalSurname, maternalSurname, marriedSurname });
  });
});

describe('a whole name in one text', () => {
  test.each([
    ['PÉREZ MAMANI, Juan Carlos', 'givenNamesFirst', name('Juan Carlos', 'Pérez', 'Mamani')],
    ['PÉREZ MAMANI JUAN CARLOS', 'surnamesFirst', name('Juan Carlos', 'Pérez', 'Mamani')],
    ['Mamani Juan', 'surnamesFirst', name('Juan', 'Mamani')],
    ['Pérez Mamani Juan', 'surnamesFirst', name('Juan', 'Pérez', 'Mamani')],
    ['Pérez Juan de Dios', 'surnamesFirst', name('Juan de Dios', 'Pérez')],
    ['Pérez Mamani María del Carmen', 'surnamesFirst', name('María del Carmen', 'Pérez', 'Mamani')],
    ['de la Cruz Mamani Rosa', 'surnamesFirst', name('Rosa', 'de la Cruz', 'Mamani')],
    ['Pérez de Quiroga Ana María', 'surnamesFirst', name('Ana María', 'Pérez', null, 'Quiroga')],
    ['Pérez Mamani Vda. de Paz Ana', 'surnamesFirst', name('Ana', 'Pérez', 'Mamani', 'vda. de Paz')],
    ['Juan Pérez', 'givenNamesFirst', name('Juan', 'Pérez')],
    ['Juan Pérez Mamani', 'givenNamesFirst', name('Juan', 'Pérez', 'Mamani')],
    ['Juan Carlos Pérez Mamani', 'givenNamesFirst', name('Juan Carlos', 'Pérez', 'Mamani')],
    ['María del Carmen Rojas', 'givenNamesFirst', name('María del Carmen', 'Rojas')],
    [
      'María de los Ángeles Quispe de la Cruz',
      'givenNamesFirst',
      name('María de los Ángeles', 'Quispe', 'de la Cruz'),
    ],
    ['María Pérez de Quiroga', 'givenNamesFirst', name('María', 'Pérez', null, 'Quiroga')],
    ['Rosa Mamani Vda. de Paz', 'givenNamesFirst', name('Rosa', 'Mamani', null, 'vda. de Paz')],
    ['Wilma', 'givenNamesFirst', name('Wilma', null)],
    ['Wilma', 'surnamesFirst', name('Wilma', null)],
    ['', 'surnamesFirst', name('', null)],
  ] as const)('%j, %s, is split', (text, order, expected) => {
    expect(splitFullName(text, order)).toEqual(expected);
  });
});

describe('a name as printed', () => {
  test.each([
    [name('Juana', 'Pérez', 'Mamani'), 'Juana Pérez Mamani', 'Pérez Mamani, Juana'],
    [name('Juana', 'Pérez', null, 'Quiroga'), 'Juana Pérez de Quiroga', 'Pérez de Quiroga, Juana'],
    [
      name('Ana', 'Pérez', 'Soliz', 'vda. de Paz'),
      'Ana Pérez Soliz vda. de Paz',
      'Pérez Soliz vda. de Paz, Ana',
    ],
    [name('Sonia', null, 'Huanca'), 'Sonia Huanca', 'Huanca, Sonia'],
    [name('Wilma', null), 'Wilma', 'Wilma'],
  ])('%o has its parts in order', (person, spoken, listed) => {
    expect(fullName(person)).toBe(spoken);
    expect(surnamesFirst(person)).toBe(listed);
  });

  test('reads back from the list and from speech', () => {
    const seen = { married: 0, widow: 0, particle: 0, lone: 0 };
    const given = fc.constantFrom('Juana', 'Ana Luz', 'María del Carmen', 'Juan de Dios', 'Édgar');
    const surname = fc.constantFrom(
      'Pérez',
      'Ñuflo',
      'de la Cruz',
      'San Martín',
      'del Carpio',
      'Ibáñez',
      'Ponce de León',
    );
    const married = fc.option(fc.constantFrom('Quiroga', 'vda. de Paz', 'Soliz'));
    fc.assert(
      fc.property(given, surname, fc.option(surname), married, (first, paternal, maternal, wed) => {
        const person = name(first, paternal, maternal, wed);
        seen.married += Number(wed !== null);
        seen.widow += Number(wed?.startsWith('vda.') ?? false);
        seen.particle += Number(paternal.startsWith('de'));
        seen.lone += Number(maternal === null);
        expect(splitFullName(surnamesFirst(person), 'surnamesFirst')).toEqual(person);
        if (maternal !== null || wed !== null) return;
        expect(splitFullName(`${paternal} ${first}`, 'surnamesFirst').paternalSurname).toBe(paternal);
      }),
      { seed: 30904, numRuns: 400 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(30);
  });
});

test('lists are sorted by paternal surname, maternal surname and given names, Ñ after N', () => {
  const sorted = [
    name('Zenón', 'Cruz'),
    name('Ana', 'Cruz', 'Apaza'),
    name('Sonia', null, 'Huanca'),
    name('Ana', 'Núñez', 'Apaza'),
    name('Berta', 'Nunez', 'Apaza'),
    name('Ana', 'Nuño'),
    name('Ana', 'Ñuflo'),
    name('Ana', 'Ozuna'),
  ];
  const shuffled = sorted.toReversed().toSorted((a, b) => (nameSortKey(a) < nameSortKey(b) ? -1 : 1));
  expect(shuffled.map(fullName)).toEqual([
    'Zenón Cruz',
    'Ana Cruz Apaza',
    'Sonia Huanca',
    'Berta Nunez Apaza',
    'Ana Núñez Apaza',
    'Ana Nuño',
    'Ana Ñuflo',
    'Ana Ozuna',
  ]);
});
