import { expect, test } from 'vitest';
import { updateRow } from '../../../db/database.ts';
import { findThisDevice } from '../../../db/devices.ts';
import { copyPc, createPc, receive, send } from './offices.ts';

test('a PC that learns by a packet that an elder one has its series of folios takes another', async () => {
  const office = await createPc();
  const laptop = await copyPc(office, 'Laptop 2');
  const device = findThisDevice(laptop.service.db);
  if (device === null) throw new Error('the copy has an identity');
  // As two copies made apart could come to the same series; the elder one is the office's.
  updateRow(office.writer(), 'device', { id: office.writer().deviceId }, { series: device.series });
  await receive(laptop, await send(office));
  const parted = findThisDevice(laptop.service.db)?.series;
  expect(parted).not.toBe(device.series);
  await receive(office, await send(laptop));
  expect(findThisDevice(office.service.db)?.series).toBe(device.series);
});
