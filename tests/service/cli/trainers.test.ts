import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accreditationStatusSchema } from '../../../domain/accreditation.ts';
import { runYachay } from './run-yachay.ts';

let folder: string;
const yachay = (...words: string[]) => runYachay(join(folder, 'data'), '--json', ...words);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yachay-trainers-'));
  expect(yachay('demo').status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Line {
  person: string;
  name: string;
  course: string;
  level: string;
  status: string;
  reason: string;
  missing: { what: string }[];
}

const listStatus = (...words: string[]) => yachay('trainers', 'status', ...words).json as Line[];

test('trainers status tells of every status with its reason, of all courses or one', () => {
  const lines = listStatus();
  const statuses = new Set(lines.map(({ status }) => status));
  expect(statuses).toEqual(new Set(accreditationStatusSchema.options));
  expect(lines.find(({ status }) => status === 'candidate')).toMatchObject({
    course: 'PAN',
    level: 'trainer',
    reason: 'readyToAccredit',
    missing: [{ what: 'accrediting', have: null, need: null }],
  });
  expect(listStatus('--course', 'pan')).toEqual(lines);
  expect(listStatus('--course', 'TEJ')).toEqual([]);
  expect(yachay('trainers', 'status', '--course', 'XX')).toMatchObject({ status: 1 });
});

test('cascade tells how far each generation of the master trainer reached', () => {
  const master = listStatus().find(({ level }) => level === 'masterTrainer');
  const reach = yachay('cascade', '--person', master?.person ?? '').json;
  expect(reach).toMatchObject([
    { generation: 1, people: 8, trainers: expect.any(Number), editions: 1, participations: 8, hours: 40 },
    { generation: 2 },
    { generation: 3 },
  ]);
  expect(yachay('cascade', '--person', 'nadie')).toMatchObject({ status: 1 });
});

test('cascade --up tells who trained a candidate, up to the master trainer', () => {
  const lines = listStatus();
  const [candidate, master] = [
    lines.find(({ status }) => status === 'candidate'),
    lines.find(({ level }) => level === 'masterTrainer'),
  ];
  const up = yachay('cascade', '--person', candidate?.person ?? '', '--up').json as { step: number }[];
  expect(up[0]).toMatchObject({
    step: 1,
    learner: { person: candidate?.person, name: candidate?.name },
    edition: expect.stringMatching(/^CAP-/),
    endsOn: expect.stringMatching(/^\d{4}-/),
  });
  expect(up.at(-1)).toMatchObject({ trainer: { person: master?.person, name: master?.name } });
  expect(yachay('cascade', '--person', master?.person ?? '', '--up').json).toEqual([]);
});

test('people search finds people by parts of their names, without accents', () => {
  const [first] = listStatus();
  const words = first?.name
    .split(/[, ]+/)
    .map((word) => word.normalize('NFD').replaceAll(/\p{M}/gu, '').slice(0, 4));
  const found = yachay('people', 'search', words?.join(' ') ?? '').json;
  expect(found).toContainEqual(expect.objectContaining({ id: first?.person, name: first?.name }));
});
