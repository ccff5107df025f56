import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkLog, digestLog } from '../../db/change-log/check.ts';
import { countWaitingRows } from '../../db/change-log/waiting-rows.ts';
import { openDatabase } from '../../db/open.ts';
import { router } from '../../service/router/router.ts';
import type { Service } from '../../service/service.ts';
import { deliver } from '../support/devices.ts';
import { type Client, createTemporaryService } from './hosts/transports.ts';

let client: Client;
let service: Service;
let close: () => void;

beforeEach(() => {
  const made = createTemporaryService();
  ({ service } = made);
  const { remove } = made;
  client = createRouterClient(router, { context: { service, connection: { userId: null } } });
  close = remove;
});
afterEach(() => close());

const listSurnames = async () => {
  const { rows } = await client.people.list({
    text: '',
    sort: 'surname',
    descending: false,
    offset: 0,
    limit: 500,
  });
  return rows.map(({ paternalSurname, givenNames }) => `${paternalSurname} ${givenNames}`);
};

test('the invented office has 120 people and editions in every state, one with a session today', async () => {
  await client.setup.startDemo({ seed: 1 });
  expect(await listSurnames()).toHaveLength(120);
  expect((await client.courses.list()).length).toBeGreaterThanOrEqual(3);
  const editions = await client.editions.list({ courseId: null });
  expect(new Set(editions.map(({ status }) => status))).toEqual(
    new Set(['planned', 'open', 'running', 'closed', 'cancelled']),
  );
  expect(editions.some(({ seats }) => seats.waiting > 0)).toBe(true);
  expect((await client.today.get()).sessions).toHaveLength(1);
  const register = await client.certificates.register({ text: '', editionId: null, offset: 0, limit: 1 });
  expect(register.total).toBeGreaterThan(10);
});

test('all that is written of it may stand on every other PC', async () => {
  await client.setup.startDemo({ seed: 1 });
  const other = openDatabase(':memory:');
  deliver(service, { db: other });
  expect(countWaitingRows(other)).toBe(0);
  expect(digestLog(other)).toBe(digestLog(service.db));
  for (const db of [service.db, other]) expect(checkLog(db)).toEqual({ ok: true, problems: [] });
});

test('the same seed invents the same people, another seed others', async () => {
  await client.setup.startDemo({ seed: 5 });
  const first = await listSurnames();
  for (const { seed, isSame } of [
    { seed: 5, isSame: true },
    { seed: 6, isSame: false },
  ]) {
    close();
    const { service: another, remove } = createTemporaryService();
    client = createRouterClient(router, { context: { service: another, connection: { userId: null } } });
    close = remove;
    await client.setup.startDemo({ seed });
    expect((await listSurnames()).join() === first.join()).toBe(isSame);
  }
});
