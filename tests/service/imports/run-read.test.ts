import { describe, expect, test } from 'vitest';
import { readSheet } from '../../../service/imports/read-sheet.ts';
import { readSheetInWorker } from '../../../service/imports/run-read.ts';
import { readFixture } from './fixture.ts';
import { makeWorkbook } from './made-workbook.ts';

const long = () =>
  makeWorkbook({
    Lista: [
      ['NOMBRES', 'C.I.'],
      ...Array.from({ length: 30_000 }, (_, index) => [`Ana ${index}`, `${5_000_000 + index}`]),
    ],
  });

describe('reading in a worker', () => {
  test.each(['inscritos-panaderia.xlsx', 'lista-tejidos.csv', 'con-contrasena.xlsx', 'vacia.xlsx'])(
    'gives of %s what reading here gives',
    async (fileName) => {
      const bytes = readFixture(fileName);
      expect(await readSheetInWorker(bytes, fileName)).toEqual(readSheet(bytes, fileName));
      expect(bytes).toEqual(readFixture(fileName));
    },
  );

  test('takes another sheet or header', async () => {
    const bytes = readFixture('lista-tejidos.csv');
    expect(await readSheetInWorker(bytes, 'lista.csv', { headerRow: null })).toMatchObject({
      headerRow: null,
    });
  });

  test('is cancelled at once, before and while it runs', async () => {
    const running = new AbortController();
    const reading = readSheetInWorker(long(), 'lista.xlsx', { signal: running.signal });
    running.abort(new Error('cancelled'));
    await expect(reading).rejects.toThrow('cancelled');
    await expect(
      readSheetInWorker(long(), 'lista.xlsx', { signal: AbortSignal.abort(new Error('before')) }),
    ).rejects.toThrow('before');
  });

  test('that takes more memory than it may is a problem of the file and not of the service', async () => {
    expect(await readSheetInWorker(long(), 'lista.xlsx', { maxHeap: 12 })).toEqual({
      problem: 'outOfMemory',
    });
  });
});
