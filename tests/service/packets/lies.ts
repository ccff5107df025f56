import { expect } from 'vitest';
import type { AsideReason } from '../../../domain/packet.ts';
import { checkLog, digestLog } from '../../../db/change-log/check.ts';
import { all } from '../../../db/database.ts';
import { createTestPeople } from '../../support/edition.ts';
import type { Lie } from './forge.ts';
import { createAcquainted, type Pc, receive } from './offices.ts';

/** An office and a laptop that know each other; the laptop has two people more to tell of. */
export async function createPair(): Promise<{ office: Pc; laptop: Pc }> {
  const [office, laptop] = await createAcquainted();
  createTestPeople(laptop.writer(), ['Mamani, Juana', 'Rojas, Pedro']);
  return { office, laptop };
}

/** Everything an entry can touch, to be the same before and after. */
export function stateOf({ service }: Pc) {
  const count = (table: string) => all(service.db, `SELECT count(*) AS n FROM ${table}`);
  const tables = [
    'change_log',
    'person',
    'user_account',
    'log_device',
    'log_seal',
    'waiting_row',
    'log_table',
  ];
  return [digestLog(service.db), tables.map(count), all(service.db, 'SELECT clock FROM log_clock')];
}

/** A packet is set aside with its reason, and nothing of it is applied. */
export async function expectRefused(office: Pc, file: string, reason: AsideReason) {
  const before = stateOf(office);
  const outcome = await receive(office, file, false);
  expect(outcome).toMatchObject({ aside: reason, applied: 0, known: 0, waiting: 0 });
  expect(stateOf(office)).toEqual(before);
  expect(checkLog(office.service.db)).toEqual({ ok: true, problems: [] });
}

/** Changes the fields of one line, the last unless another place is given. */
export const edit = (change: (fields: unknown[]) => void, place = -1): Lie => {
  return ({ lines }) => {
    const index = place < 0 ? lines.length + place : place;
    const fields: unknown = JSON.parse(lines[index] ?? '');
    if (!Array.isArray(fields)) throw new Error('not a line');
    change(fields);
    lines[index] = JSON.stringify(fields);
  };
};

/** Where the fields of a line stand. */
export const SEQUENCE = 1;
export const ACTION = 2;
export const CLOCK = 3;
export const MADE_AT = 4;
export const MADE_BY = 5;
export const TABLE = 6;
export const KEY = 7;
export const CREATED = 8;
export const DELTA = 9;
