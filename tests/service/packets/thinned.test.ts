import { expect, test } from 'vitest';
import { digestLog } from '../../../db/change-log/check.ts';
import { thinOut } from '../../../db/change-log/compaction.ts';
import { updateRow } from '../../../db/database.ts';
import { findThisDevice } from '../../../db/devices.ts';
import { readExchangeState } from '../../../service/packets/exchange.ts';
import { sendPacket } from '../../../service/packets/send-packet.ts';
import { createTestPeople } from '../../support/edition.ts';
import { copyPc, createPc, type Pc, receive, send } from './offices.ts';

const idOf = ({ service }: Pc) => {
  const own = findThisDevice(service.db);
  if (own === null) throw new Error('no device');
  return own.id;
};

test('a PC that lacks what was thinned out is said to need a copy, and keeps nobody else waiting', async () => {
  const office = await createPc();
  const laptop = await copyPc(office, 'Laptop 2');
  // Copied before the thinning; the office hears of it only afterwards, from the laptop.
  const late = await copyPc(office, 'Laptop 3');
  await receive(office, await send(laptop));
  const [person] = createTestPeople(office.writer(), ['Mamani, Juana']);
  for (const name of ['Uno', 'Dos', 'Tres'])
    updateRow(office.writer(), 'person', { id: person ?? '' }, { notes: name });
  await receive(laptop, await send(office));
  await receive(office, await send(laptop));
  await receive(laptop, await send(late));
  office.clock.ms += 60_000;
  const thinned = thinOut(office.writer(), office.clock.ms);
  expect(thinned.values).toBeGreaterThan(0);
  await receive(office, await send(laptop), false);
  createTestPeople(office.writer(), ['Rojas, Pedro']);

  const needing = readExchangeState(office.service).devices.filter(({ needsCopy }) => needsCopy);
  expect(needing.map(({ id }) => id)).toEqual([idOf(late)]);
  expect(await receive(laptop, await send(office), false)).toMatchObject({ aside: null, applied: 1 });
  expect(digestLog(laptop.service.db)).toBe(digestLog(office.service.db));
  const order = { forDevice: idOf(late), lock: { kind: 'open' } } as const;
  const alone = await sendPacket(office.service, office.writer(), `${office.folder}/tarde.yachay`, order);
  expect(alone).toMatchObject({ refused: 'NEEDS_COPY' });
});
