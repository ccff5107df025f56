import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runYachay } from './run-yachay.ts';

let folder: string;
const yachay = (...words: string[]) => runYachay(join(folder, 'data'), '--json', ...words);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yachay-duplicates-'));
  expect(yachay('demo').status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('people duplicates tells of the pairs with score, kind and evidence, the surest first; of none, nothing', () => {
  expect(yachay('people', 'duplicates').json).toEqual([]);
  const list = join(folder, 'lista.csv');
  writeFileSync(
    list,
    'Apellidos;Nombres;CI;Celular\nSejas Rojas;Hermenegilda;4445556;70111222\nCejas;Ermenegilda;;70111222\n',
  );
  expect(yachay('import', list, '--commit').json).toMatchObject({
    created: 2,
    duplicates: [{ row: 3, kind: 'possible', reason: 'sameNameAndPhone', otherRow: 2 }],
  });
  expect(yachay('people', 'duplicates').json).toEqual([
    {
      kind: 'possible',
      score: expect.any(Number),
      evidence: [
        { what: 'sameSound', says: 'near' },
        { what: 'missingSurname', says: 'near' },
        { what: 'samePhone', says: 'agrees' },
      ],
      people: [
        expect.objectContaining({ name: 'Sejas Rojas, Hermenegilda', identityCard: '4445556' }),
        expect.objectContaining({ name: 'Cejas, Ermenegilda', identityCard: null }),
      ],
    },
  ]);
  expect(yachay('people', 'duplicates', 'more').status).toBe(2);
});
