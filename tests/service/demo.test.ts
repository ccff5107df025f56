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

test('it shows what there is to see: every status, three generations, a lead by a word, observations, neighbours', async () => {
  await client.setup.startDemo({ seed: 1 });
  const lines = await client.trainers.list({ courseId: null });
  expect(new Set(lines.map(({ state }) => state.status))).toEqual(
    new Set(['candidate', 'accredited', 'dueSoon', 'lapsed', 'suspended']),
  );
  const { reach } = await client.trainers.cascade({ personId: null });
  expect(reach.length).toBeGreaterThanOrEqual(3);

  const open = (await client.editions.list({ courseId: null })).find(({ status }) => status === 'open');
  if (open === undefined) throw new Error('one edition takes people');
  const [lead] = (await client.editions.get({ editionId: open.id })).trainers;
  if (lead === undefined) throw new Error('somebody leads it');
  expect(lead.exceptionReason).not.toBeNull();
  const seen = await client.observations.list({ personId: lead.personId });
  expect(seen.map(({ score }) => score)).toEqual([87.5]);
  expect(await client.officeDays.list()).toHaveLength(1);

  const asked = { courseId: null, level: null, free: null };
  const found = await client.trainers.search({ ...asked, language: 'qu', municipalityCode: '030901' });
  expect(found.some(({ shortcomings }) => shortcomings.length === 0)).toBe(true);
  expect(new Set(found.map(({ nearness }) => nearness))).toEqual(
    new Set(['municipality', 'province', 'department']),
  );
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
