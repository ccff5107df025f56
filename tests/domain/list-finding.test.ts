import { describe, expect, test } from 'vitest';
import { findList } from '../../domain/list-finding.ts';
import type { Cell, TableRow } from '../../domain/sheet-table.ts';

/** Rows as a reader gives them: blank ones left out. */
const sheet = (...rows: Cell[][]): TableRow[] =>
  rows.map((cells, index) => ({ row: index + 1, cells })).filter(({ cells }) => cells.length > 0);

const titles: Cell[][] = [['GOBIERNO AUTÓNOMO MUNICIPAL'], ['LISTA DE INSCRITOS'], []];
const header: Cell[] = ['Nº', 'AP. PATERNO', 'AP. MATERNO', 'NOMBRES', 'C.I.'];
const ana: Cell[] = [1, 'Mamani', 'Quispe', 'Ana', '5123456'];
const luz: Cell[] = [2, 'Soliz', null, 'Luz', '6123456'];
const numbersOf = (rows: readonly TableRow[]) => rows.map((row) => row.row);

describe('the header', () => {
  test('is found below titles', () => {
    const found = findList(sheet(...titles, header, ana, luz));
    expect(found.headerRow).toBe(4);
    expect(found.headings).toEqual(['Nº', 'AP. PATERNO', 'AP. MATERNO', 'NOMBRES', 'C.I.']);
    expect(numbersOf(found.body)).toEqual([5, 6]);
  });

  test('may take two rows', () => {
    const found = findList(
      sheet(['Nº', 'APELLIDOS', null, 'NOMBRES', 'C.I.'], [null, 'PATERNO', 'MATERNO'], ana, luz),
    );
    expect(found.headerRow).toBe(2);
    expect(found.headings).toEqual(['Nº', 'PATERNO', 'MATERNO', 'NOMBRES', 'C.I.']);
    expect(numbersOf(found.body)).toEqual([3, 4]);
  });

  test('may be one heading over names alone', () => {
    expect(findList(sheet(['NOMBRE COMPLETO'], ['Ana Mamani'], ['Luz Soliz']))).toMatchObject({
      headerRow: 1,
      body: [{ row: 2 }, { row: 3 }],
    });
  });

  test('may be missing: then everything below the titles is the list', () => {
    const found = findList(sheet(...titles, ana, luz));
    expect(found.headerRow).toBeNull();
    expect(found.headings).toEqual(['', '', '', '', '']);
    expect(numbersOf(found.body)).toEqual([4, 5]);
  });

  test('can be said instead of found', () => {
    const rows = sheet(
      ['Sexo', 'Rubro', 'NIT', 'C.I.', 'Obs.'],
      [],
      ['Apodo', 'Pueblo'],
      ['Anita', 'Viloma'],
      ['Luz', 'Vinto'],
    );
    expect(findList(rows, 3)).toMatchObject({ headerRow: 3, body: [{ row: 4 }, { row: 5 }] });
    expect(findList(sheet(header, ana, luz), null).headerRow).toBeNull();
  });
});

describe('the list', () => {
  test('ends before totals and signatures, whatever column they stand in', () => {
    const foot: Cell[][] = [
      [],
      [null, null, null, 'TOTAL INSCRITOS: 2'],
      [null, null, 'Firma responsable: ______'],
      [null, 'V°B°'],
    ];
    const found = findList(sheet(header, ana, luz, ...foot));
    expect(numbersOf(found.body)).toEqual([2, 3]);
    expect(found.skippedRows).toEqual([5, 6, 7]);
  });

  test('ends before lonely texts below a gap', () => {
    const found = findList(
      sheet(header, ana, luz, [], [], [null, 'Lic. Juan Soliz'], [null, 'Técnico de Desarrollo Productivo']),
    );
    expect(numbersOf(found.body)).toEqual([2, 3]);
  });

  test('keeps people of whom little is known, at its end too', () => {
    const found = findList(sheet(header, ana, [2, null, null, 'Rosa'], luz, [4, 'Flores']));
    expect(numbersOf(found.body)).toEqual([2, 3, 4, 5]);
  });

  test('goes on after subtotals, blank rows and headings repeated on the next page', () => {
    const found = findList(sheet(header, ana, [null, 'SUBTOTAL', null, null, 1], [], header, luz));
    expect(numbersOf(found.body)).toEqual([2, 6]);
    expect(found.skippedRows).toEqual([3, 5]);
  });

  test('has no rows of which only the number was prepared', () => {
    expect(numbersOf(findList(sheet(header, ana, luz, [3], [4])).body)).toEqual([2, 3]);
  });
});
