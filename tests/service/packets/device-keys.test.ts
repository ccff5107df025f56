import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkLog, digestLog } from '../../../db/change-log/check.ts';
import { createSigningKeys, sealOwnHead } from '../../../db/change-log/chain.ts';
import { deleteRow, updateRow } from '../../../db/database.ts';
import { findThisDevice, mintDevice } from '../../../db/devices.ts';
import { findPacketDevice } from '../../../db/exchange.ts';
import { createAgeKeys, createDeviceKeysNow } from '../../../service/device-keys.ts';
import { writePacket } from '../../../service/packets/write-packet.ts';
import { accepted, createTestPeople } from '../../support/edition.ts';
import { putTogether, takeApart } from './forge.ts';
import { copyPc, createPc, type Pc, receive, send } from './offices.ts';

async function acquainted(): Promise<[Pc, Pc, Pc]> {
  const office = await createPc();
  const honest = await copyPc(office, 'Laptop 2');
  const liar = await copyPc(office, 'Laptop 3');
  await receive(office, await send(honest));
  await receive(office, await send(liar));
  const news = await send(office);
  await receive(honest, news);
  await receive(liar, news);
  return [office, honest, liar];
}

/** As a PC does whose key for locking has not been made yet. */
async function sendUnlocked(pc: Pc): Promise<string> {
  const file = join(pc.folder, 'sin-clave.yachay');
  accepted(await writePacket(pc.service.db, file, { forDevice: null, madeAt: pc.service.now() }));
  return file;
}

function idOf({ service }: Pc): string {
  const own = findThisDevice(service.db);
  if (own === null) throw new Error('no device');
  return own.id;
}

describe('the key of a PC', () => {
  test('stays what it was when another PC of the office writes another one into its row', async () => {
    const [office, honest, liar] = await acquainted();
    const id = idOf(honest);
    const known = findPacketDevice(office.service.db, id);
    const { ageRecipient } = await createAgeKeys();
    const lie = { public_key: createSigningKeys().publicKey, age_recipient: ageRecipient };
    updateRow(liar.writer(), 'device', { id }, lie);
    expect(await receive(office, await send(liar), false)).toMatchObject({ aside: null });
    expect(findPacketDevice(office.service.db, id)).toEqual(known);
    createTestPeople(honest.writer(), ['Mamani, Juana']);
    expect(await receive(office, await send(honest), false)).toMatchObject({ aside: null, applied: 1 });
    // What the row says travels on as everything does, and is the same everywhere.
    await receive(honest, await send(office), false);
    expect(digestLog(honest.service.db)).toBe(digestLog(office.service.db));
    for (const { service } of [office, honest]) expect(checkLog(service.db).ok).toBe(true);
  });

  test('with which others lock for it is its own word only', async () => {
    const [office, honest, liar] = await acquainted();
    // One that found out by itself that it is a copy has not made that key yet.
    const { userId } = honest;
    const { now, newId } = honest.service;
    const minting = { name: 'Copia', keys: createDeviceKeysNow(), userId, now, newId };
    mintDevice(honest.service.db, minting, { retiresFormer: true });
    const id = idOf(honest);
    sealOwnHead(honest.service.db);
    await receive(liar, await sendUnlocked(honest));
    const { ageRecipient } = await createAgeKeys();
    updateRow(liar.writer(), 'device', { id }, { age_recipient: ageRecipient });
    await receive(office, await send(liar), false);
    await receive(office, await send(honest), false);
    const own = findPacketDevice(honest.service.db, id)?.ageRecipient;
    expect(own).toMatch(/^age1/);
    expect(findPacketDevice(office.service.db, id)?.ageRecipient).toBe(own);
  });

  test('stays what it was when its row was deleted and somebody presents another one under its name', async () => {
    const [office, honest] = await acquainted();
    deleteRow(office.writer(), 'device', { id: idOf(honest) });
    const parts = takeApart(await send(honest));
    parts.manifest.from.publicKey = createSigningKeys().publicKey;
    expect(await receive(office, putTogether(honest, parts))).toMatchObject({ aside: 'forged' });
    // The true one is asked for again.
    expect(await receive(office, await send(honest), false)).toMatchObject({ aside: 'unknownDevice' });
    expect(await receive(office, await send(honest))).toMatchObject({ aside: null });
  });
});
