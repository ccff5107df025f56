import { deflateRawSync } from 'node:zlib';
import * as XLSX from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { calendarDateSchema } from '../../../domain/calendar-date.ts';
import { readRows } from '../../../domain/import-row.ts';
import { readSheet } from '../../../service/imports/read-sheet.ts';
import { readFixture, tableOf } from './fixture.ts';
import { makeWorkbook, makeWorkbookOfXml, replaceEntry, writeWorkbook } from './made-workbook.ts';

const header = ['AP. PATERNO', 'NOMBRES', 'C.I.', 'FECHA NAC.'];
const ana = ['Mamani', 'Ana', '5123456', '3/4/1985'];
const luz = ['Soliz', 'Luz', '6123456', '1/2/1990'];
const text = (...lines: string[]) => Buffer.from(lines.join('\r\n'));
const cellsOf = (bytes: Uint8Array, fileName: string) =>
  tableOf(readSheet(bytes, fileName)).rows.map((row) => row.cells);

describe('a file that cannot be read ends in a clear problem:', () => {
  const bareZip = replaceEntry(makeWorkbook({ Hoja1: [['']] }), '/xl/workbook.xml', new Uint8Array());
  test.each([
    ['an .xlsx that is a letter', readFixture('no-es-un-libro.xlsx'), 'lista.xlsx', 'notAWorkbook'],
    [
      'an .xlsx that is a picture',
      Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
      'lista.xlsx',
      'notAWorkbook',
    ],
    [
      'an .xlsx cut off',
      readFixture('inscritos-panaderia.xlsx').subarray(0, 6000),
      'lista.xlsx',
      'notAWorkbook',
    ],
    ['a zip file without a workbook', bareZip, 'lista.xlsx', 'notAWorkbook'],
    [
      'a .csv of bytes',
      Buffer.from(Array.from({ length: 3000 }, (_, index) => (index * 37) % 256)),
      'lista.csv',
      'notAWorkbook',
    ],
    ['a file of no bytes', readFixture('vacia.xlsx'), 'vacia.xlsx', 'empty'],
    ['a .csv of no bytes', new Uint8Array(), 'vacia.csv', 'empty'],
    ['a .csv of blank lines', text('', ' ; ', ''), 'vacia.csv', 'empty'],
    [
      'a workbook with empty sheets',
      makeWorkbook({ Hoja1: [[]], Hoja2: [['', ' ']] }),
      'vacia.xlsx',
      'empty',
    ],
    ['a header without people', makeWorkbook({ Hoja1: [header] }), 'vacia.xlsx', 'empty'],
    ['a workbook with a password', readFixture('con-contrasena.xlsx'), 'lista.xlsx', 'passwordProtected'],
    [
      'formulas that were never computed',
      readFixture('formulas-sin-valores.xlsx'),
      'lista.xlsx',
      'formulasWithoutValues',
    ],
    ['a document of another kind', Buffer.from('%PDF-1.7'), 'lista.pdf', 'unsupported'],
    ['a file without a type', text('NOMBRES;C.I.', 'Ana;5123456'), 'lista', 'unsupported'],
    ['a file of 51 MB', new Uint8Array(51_000_000), 'lista.csv', 'tooLarge'],
  ])('%s', (_, bytes, fileName, problem) => {
    expect(readSheet(bytes, fileName)).toEqual({ problem });
  });

  test('an .ods with a password', () => {
    const manifest =
      '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>';
    const bytes = replaceEntry(
      makeWorkbook({ Hoja1: [header, ana] }, 'ods'),
      '/META-INF/manifest.xml',
      Buffer.from(manifest),
    );
    expect(readSheet(bytes, 'lista.ods')).toEqual({ problem: 'passwordProtected' });
  });

  test('an .xls with a password', () => {
    const container = XLSX.CFB.read(makeWorkbook({ Hoja1: [header, ana] }, 'xls'), { type: 'buffer' });
    const stream = Buffer.from(XLSX.CFB.find(container, '/Workbook')?.content ?? []);
    const afterBof = 4 + stream.readUInt16LE(2);
    // FILEPASS (0x2F) with RC4 and its 48 bytes of salt and verifier.
    const filePass = Buffer.concat([Buffer.from('2f003600010001000100', 'hex'), Buffer.alloc(48, 7)]);
    const locked = Buffer.concat([stream.subarray(0, afterBof), filePass, stream.subarray(afterBof)]);
    XLSX.CFB.utils.cfb_add(container, '/Workbook', locked);
    const bytes = new Uint8Array(XLSX.CFB.write(container, { type: 'buffer' }));
    expect(readSheet(bytes, 'lista.xls')).toEqual({ problem: 'passwordProtected' });
  });

  test('an .xlsx that unpacks to more than a PC can hold, whatever its headers say', () => {
    const bomb = makeZip('xl/worksheets/sheet1.xml', deflateRawSync(Buffer.alloc(310_000_000, ' ')), 1000);
    expect(bomb.length).toBeLessThan(500_000);
    expect(readSheet(bomb, 'lista.xlsx')).toEqual({ problem: 'tooLarge' });
  });

  test('a list of more than 100,000 rows', () => {
    const lines = Array.from({ length: 100_010 }, (_, index) => `Ana ${index};${5_000_000 + index}`);
    expect(readSheet(text('NOMBRES;C.I.', ...lines), 'lista.csv')).toEqual({ problem: 'tooLarge' });
  });
});

/** A zip file of one deflated entry that claims to unpack to `claimedSize` bytes. */
function makeZip(name: string, packed: Uint8Array, claimedSize: number): Uint8Array {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(claimedSize, 18);
  fields.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('504b0304', 'hex'), fields, Buffer.from(name), packed]);
  const central = Buffer.concat([
    Buffer.from('504b01021400', 'hex'),
    fields,
    Buffer.alloc(14),
    Buffer.from(name),
  ]);
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

describe('a workbook', () => {
  test.each(['xlsx', 'xlsb', 'xls', 'ods'] as const)('is read as .%s', (type) => {
    const bytes = makeWorkbook({ Inscritos: [['LISTA'], [], header, ana, luz] }, type);
    const table = tableOf(readSheet(bytes, `lista.${type}`));
    expect([table.headerRow, table.sheetName]).toEqual([3, 'Inscritos']);
    expect(table.rows).toEqual([
      { row: 4, cells: ana },
      { row: 5, cells: luz },
    ]);
  });

  test.each(['xlsx', 'xls', 'ods'] as const)(
    'has real dates in .%s on the day they were typed, and numbers as numbers',
    (type) => {
      const sheet = XLSX.utils.aoa_to_sheet([
        header,
        ['Mamani', 'Ana', 12336143, 0],
        ['Soliz', 'Luz', 5123456, 0],
      ]);
      sheet['D2'] = { t: 'n', v: 27263, z: 'dd/mm/yyyy' };
      sheet['D3'] = { t: 'n', v: 32907.99, z: 'd/m/yyyy' };
      const bytes = writeWorkbook({ SheetNames: ['Hoja1'], Sheets: { Hoja1: sheet } }, type);
      expect(cellsOf(bytes, `lista.${type}`)).toEqual([
        ['Mamani', 'Ana', 12336143, { date: '1974-08-22' }],
        ['Soliz', 'Luz', 5123456, { date: '1990-02-03' }],
      ]);
    },
  );

  test('has its longest list chosen, and any other sheet on demand', () => {
    const bytes = makeWorkbook({
      Portada: [['PMI-DEL'], ['Curso']],
      Lista: [header, ana, luz],
      Otra: [header, luz],
    });
    const table = tableOf(readSheet(bytes, 'lista.xlsx'));
    expect(table.sheetNames).toEqual(['Portada', 'Lista', 'Otra']);
    expect([table.sheetName, table.rows.length]).toEqual(['Lista', 2]);
    expect(tableOf(readSheet(bytes, 'lista.xlsx', { sheetName: 'Otra' })).rows).toEqual([
      { row: 2, cells: luz },
    ]);
  });

  test('has a visible list chosen before a longer hidden one', () => {
    const workbook = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(workbook, XLSX.utils.aoa_to_sheet([header, ana, luz]), 'Oculta');
    XLSX.utils.book_append_sheet(workbook, XLSX.utils.aoa_to_sheet([header, ana]), 'Lista');
    XLSX.utils.book_set_sheet_visibility(workbook, 'Oculta', 1);
    expect(tableOf(readSheet(writeWorkbook(workbook), 'lista.xlsx')).sheetName).toBe('Lista');
  });

  test('has its header taken where it is said to be', () => {
    const bytes = makeWorkbook({ Lista: [header, ana, luz] });
    const table = tableOf(readSheet(bytes, 'lista.xlsx', { headerRow: null }));
    expect([table.headerRow, table.rows.length]).toEqual([null, 3]);
    expect(tableOf(readSheet(bytes, 'lista.xlsx', { headerRow: 2 })).rows).toEqual([{ row: 3, cells: luz }]);
  });

  test('has merged titles, and a community merged beside several people', () => {
    const sheet = XLSX.utils.aoa_to_sheet([
      ['LISTA'],
      ['COMUNIDAD', 'NOMBRES', 'C.I.'],
      ['Viloma', 'Ana', '5123456'],
      ['', 'Luz', '6123456'],
    ]);
    sheet['!merges'] = [XLSX.utils.decode_range('A1:C1'), XLSX.utils.decode_range('A3:A4')];
    const bytes = writeWorkbook({ SheetNames: ['Hoja1'], Sheets: { Hoja1: sheet } });
    expect(cellsOf(bytes, 'lista.xlsx')).toEqual([
      ['Viloma', 'Ana', '5123456'],
      ['Viloma', 'Luz', '6123456'],
    ]);
  });

  test('has hidden rows read like any other, and rows numbered as Excel shows them', () => {
    const sheet = XLSX.utils.aoa_to_sheet([[], header, ana, [], luz]);
    sheet['!rows'] = [{}, {}, { hidden: true }];
    const bytes = writeWorkbook({ SheetNames: ['Hoja1'], Sheets: { Hoja1: sheet } });
    expect(tableOf(readSheet(bytes, 'lista.xlsx')).rows.map((row) => row.row)).toEqual([3, 5]);
  });

  test('shows the beginning of the sheet as it stands', () => {
    const bytes = makeWorkbook({ Hoja1: [['LISTA'], [], header, ana] });
    expect(tableOf(readSheet(bytes, 'lista.xlsx')).firstRows).toEqual([
      { row: 1, cells: ['LISTA', null, null, null] },
      { row: 3, cells: header },
      { row: 4, cells: ana },
    ]);
  });

  test('that claims a million rows, all but three of them empty and styled, is read at once', () => {
    const cell = (reference: string, value: string) =>
      `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const rows = [cell('A1', 'NOMBRES') + cell('B1', 'C.I.'), cell('A2', 'Ana') + cell('B2', '5123456')];
    const filled = rows.map((cells, index) => `<row r="${index + 1}">${cells}</row>`).join('');
    const empty = Array.from(
      { length: 200_000 },
      (_, index) => `<row r="${index + 3}" s="1"><c r="A${index + 3}" s="1"/></row>`,
    );
    const bytes = makeWorkbookOfXml(
      `<dimension ref="A1:XFD1048576"/><sheetData>${filled}${empty.join('')}</sheetData>`,
    );
    const table = tableOf(readSheet(bytes, 'lista.xlsx'));
    expect(table.rows).toEqual([{ row: 2, cells: ['Ana', '5123456'] }]);
    expect(table.columns).toHaveLength(2);
  });

  test('with a single formula never computed names it and reads the rest', () => {
    const bytes = makeWorkbookOfXml(
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>NOMBRES</t></is></c><c r="B1" t="inlineStr"><is><t>C.I.</t></is></c></row>' +
        [2, 3, 4]
          .map(
            (row) =>
              `<row r="${row}"><c r="A${row}" t="inlineStr"><is><t>Ana</t></is></c><c r="B${row}"><f>1+1</f>${row === 3 ? '' : '<v>5123456</v>'}</c></row>`,
          )
          .join('') +
        '</sheetData>',
    );
    expect(cellsOf(bytes, 'lista.xlsx')).toEqual([
      ['Ana', 5123456],
      ['Ana', { fault: 'formulaWithoutValue', text: '=1+1' }],
      ['Ana', 5123456],
    ]);
  });

  test('with formulas gives their values', () => {
    const table = tableOf(readSheet(readFixture('con-formulas.xlsx'), 'con-formulas.xlsx'));
    const people = readRows(table.rows, table.columns, { today: calendarDateSchema.parse('2026-11-22') });
    expect(
      people.map(({ person, problems }) => [
        person?.givenNames,
        person?.idNumber,
        person?.birthDate,
        problems,
      ]),
    ).toEqual([
      ['Juana', '5123456', '1985-04-03', []],
      ['Pedro', '6123457', '1985-04-04', []],
      ['María del Carmen', '7123458', '1985-04-05', []],
    ]);
  });

  test('of 30,000 people is read whole', () => {
    const people = Array.from({ length: 30_000 }, (_, index) => [
      'Mamani',
      'Ana',
      String(3_000_000 + index),
      '3/4/1985',
    ]);
    const table = tableOf(readSheet(makeWorkbook({ Lista: [header, ...people] }), 'lista.xlsx'));
    expect(table.rows).toHaveLength(30_000);
    expect(table.rows.at(-1)).toEqual({ row: 30_001, cells: ['Mamani', 'Ana', '3029999', '3/4/1985'] });
    const readings = readRows(table.rows, table.columns, { today: calendarDateSchema.parse('2026-11-22') });
    expect(readings.filter(({ person, problems }) => person === null || problems.length > 0)).toEqual([]);
  });

  test('named .xls that is a web page keeps dates and numbers as they are written', () => {
    const page =
      '<html><table><tr><td>NOMBRES</td><td>C.I.</td><td>FECHA NAC.</td></tr><tr><td>José</td><td>05123456</td><td>5/11/1990</td></tr></table></html>';
    expect(cellsOf(Buffer.from(page, 'latin1'), 'lista.xls')).toEqual([['José', '05123456', '5/11/1990']]);
  });

  test('under the name .csv is read as the workbook it is', () => {
    expect(cellsOf(makeWorkbook({ Hoja1: [header, ana] }), 'lista.csv')).toEqual([ana]);
  });
});
