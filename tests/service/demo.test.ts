import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { router } from '../../service/router/router.ts';
import { type Client, createTemporaryService } from './hosts/transports.ts';

let client: Client;
let close: () => void;

beforeEach(() => {
  const { service, remove } = createTemporaryService();
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

test('the same seed invents the same people, another seed others', async () => {
  await client.setup.startDemo({ seed: 5 });
  const first = await listSurnames();
  for (const { seed, isSame } of [
    { seed: 5, isSame: true },
    { seed: 6, isSame: false },
  ]) {
    close();
    const { service, remove } = createTemporaryService();
    client = createRouterClient(router, { context: { service, connection: { userId: null } } });
    close = remove;
    await client.setup.startDemo({ seed });
    expect((await listSurnames()).join() === first.join()).toBe(isSame);
  }
});
