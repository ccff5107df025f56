import { expect, test } from 'vitest';
import { findThisDevice, mintDevice } from '../../../db/devices.ts';
import { createDeviceKeysNow } from '../../../service/device-keys.ts';
import { readExchangeState } from '../../../service/packets/exchange.ts';
import { copyPc, createPc, type Pc, receive, send } from './offices.ts';

const opensLocked = (pc: Pc) =>
  Object.fromEntries(
    readExchangeState(pc.service).devices.map((device) => [device.name, device.opensLocked]),
  );

test('a PC opens what is locked for the office once its own key for that has come here', async () => {
  const office = await createPc();
  const own = findThisDevice(office.service.db)?.name ?? '';
  const laptop = await copyPc(office, 'Laptop 2');
  // One that found out by itself that it is a copy has not made that key yet.
  const { userId } = laptop;
  const { now, newId } = laptop.service;
  const minting = { name: 'Copia', keys: createDeviceKeysNow(), userId, now, newId };
  mintDevice(laptop.service.db, minting, { retiresFormer: true });
  expect(opensLocked(laptop)).toMatchObject({ Copia: false, [own]: true });

  await receive(office, await send(laptop));
  expect(opensLocked(office)).toMatchObject({ Copia: true, [own]: true });
});
