import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readTextRows } from '../../../service/imports/read-text-rows.ts';

const list = 'NOMBRES;CÉDULA\r\nJosé Ibáñez;5123456\r\nPeña Núñez;6123456\r\n';
const cells = (bytes: Uint8Array) => readTextRows(bytes).map((row) => row.cells);
const expected = [
  ['NOMBRES', 'CÉDULA'],
  ['José Ibáñez', '5123456'],
  ['Peña Núñez', '6123456'],
];

describe('a text', () => {
  test.each(['utf8', 'utf16le', 'windows-1252', 'iso-8859-1', 'cp850', 'macintosh'])(
    'in %s has its accents',
    (encoding) => {
      expect(cells(iconv.encode(list, encoding))).toEqual(expected);
    },
  );

  test.each(['utf8', 'utf16le', 'utf-16be'])(
    'in %s with a mark at its beginning has none in its cells',
    (encoding) => {
      expect(cells(iconv.encode(list, encoding, { addBOM: true }))).toEqual(expected);
    },
  );

  test.each([';', ',', '\t', '|'])('is separated by %j', (separator) => {
    expect(cells(Buffer.from(list.replaceAll(';', separator)))).toEqual(expected);
  });

  test('with commas in its names is separated by what is more regular', () => {
    expect(cells(Buffer.from('NOMBRE\tCI\tSEXO\nSoliz, Ana\t1\tF\nPaz, Luz\t2\tF\n'))).toEqual([
      ['NOMBRE', 'CI', 'SEXO'],
      ['Soliz, Ana', '1', 'F'],
      ['Paz, Luz', '2', 'F'],
    ]);
  });

  test('may say its separator in the first line, which keeps its number', () => {
    expect(readTextRows(Buffer.from('sep=,\r\nA;B,C\r\n'))).toEqual([{ row: 2, cells: ['A;B', 'C'] }]);
  });

  test('keeps the blank at the beginning of a cell, and the numbers of rows after blank ones', () => {
    expect(readTextRows(Buffer.from('A;B\n\n Huanca;Sonia\n'))).toEqual([
      { row: 1, cells: ['A', 'B'] },
      { row: 3, cells: [' Huanca', 'Sonia'] },
    ]);
  });

  test('with a quote that is never closed loses nothing', () => {
    expect(cells(Buffer.from('A;B\n"C;D\nE;F'))).toEqual([
      ['A', 'B'],
      ['"C', 'D'],
      ['E', 'F'],
    ]);
  });
});

test('whatever cells a program writes are the cells that are read', () => {
  const seen = { quoted: 0, rows: 0 };
  const cell = fc.string({ unit: fc.constantFrom('a', 'ñ', ' ', ';', '"', '\n', '1', ','), maxLength: 6 });
  const quote = (value: string) => (/[;"\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const rows = fc.array(fc.tuple(fc.constant('x'), cell, cell, fc.constant('y')), {
    minLength: 3,
    maxLength: 12,
  });
  fc.assert(
    fc.property(rows, (written) => {
      const text = `sep=;\n${written.map((row) => row.map(quote).join(';')).join('\r\n')}`;
      seen.quoted += Number(text.includes('"'));
      seen.rows += written.length;
      expect(cells(Buffer.from(text))).toEqual(
        written.map((row) => row.map((value) => (value === '' ? null : value))),
      );
    }),
    { seed: 4180, numRuns: 200 },
  );
  expect(seen.quoted).toBeGreaterThan(100);
  expect(seen.rows).toBeGreaterThan(800);
});
