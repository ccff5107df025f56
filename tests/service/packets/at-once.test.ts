import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkLog, digestLog } from '../../../db/change-log/check.ts';
import { all } from '../../../db/database.ts';
import { beginMerge, MergedElsewhereError, mergeEntries } from '../../../db/change-log/merge.ts';
import { listDeviceEntries } from '../../../db/change-log/log-entries.ts';
import { listHeads } from '../../../db/change-log/heads.ts';
import { findThisDevice } from '../../../db/devices.ts';
import { receivePacket } from '../../../service/packets/receive-packet.ts';
import { createService } from '../../../service/service.ts';
import { createTestPeople } from '../../support/edition.ts';
import { copyPc, createAcquainted, createPc, type Pc, receive, send } from './offices.ts';

const names = (count: number, surname: string) =>
  Array.from({ length: count }, (_, index) => `${surname} Q${index}, Ana`);

const how = { fileName: 'paquete.yachay', passphrase: null, acceptsSender: false };
const peopleOf = ({ service }: Pc) => all(service.db, 'SELECT count(*) AS n FROM person');

/** The same data folder in another program, as the command line beside an open window. */
function openBeside(pc: Pc): Pc {
  const { resourcesFolder, now } = pc.service;
  const service = createService({ dataFolder: pc.folder, resourcesFolder, now });
  onTestFinished(() => service.close());
  return { ...pc, service, writer: () => service.createWriter(pc.userId) };
}

function expectSame(...pcs: readonly Pc[]): void {
  const digests = pcs.map(({ service }) => digestLog(service.db));
  expect(new Set(digests).size).toBe(1);
  for (const { service } of pcs) expect(checkLog(service.db)).toEqual({ ok: true, problems: [] });
}

describe('at the same time', () => {
  test('the same packet twice is taken in once', async () => {
    const [office, laptop] = await createAcquainted();
    createTestPeople(laptop.writer(), names(1000, 'Rojas'));
    const packet = await send(laptop);
    const outcomes = await Promise.all([
      receivePacket(office.service, office.writer(), packet, how),
      receivePacket(office.service, office.writer(), packet, how),
    ]);
    expect(outcomes).toMatchObject([
      { aside: null, applied: 1000, known: 0 },
      { aside: null, applied: 0, known: 1000 },
    ]);
    expectSame(office, laptop);
  });

  test('two programs over one database take packets in, and neither undoes what the other did', async () => {
    const [office, laptop] = await createAcquainted();
    const beside = openBeside(office);
    createTestPeople(laptop.writer(), names(700, 'Rojas'));
    const first = await send(laptop);
    createTestPeople(laptop.writer(), names(700, 'Soto'));
    const second = await send(laptop);
    const outcomes = await Promise.all([
      receivePacket(office.service, office.writer(), first, how),
      receivePacket(beside.service, beside.writer(), second, how),
    ]);
    expect(outcomes).toMatchObject([{ aside: null }, { aside: null }]);
    expect(peopleOf(office)).toEqual([{ n: 1400 }]);
    expectSame(office, laptop);
    createTestPeople(laptop.writer(), names(3, 'Vargas'));
    expect(await receive(office, await send(laptop), false)).toMatchObject({ aside: null, applied: 3 });
    expectSame(office, laptop);
  });

  test('entries that another program took in since they were checked are not taken in unchecked', async () => {
    const [office, laptop] = await createAcquainted();
    createTestPeople(laptop.writer(), names(4, 'Rojas'));
    const id = findThisDevice(laptop.service.db)?.id ?? '';
    const known = listHeads(office.service.db).find(({ device }) => device === id)?.sequence ?? 0;
    const entries = listDeviceEntries(laptop.service.db, id, { after: known, limit: 4 });
    const merge = beginMerge(office.service.db);
    const other = beginMerge(openBeside(office).service.db);
    mergeEntries(other, entries.slice(0, 2));
    expect(() => mergeEntries(merge, entries)).toThrow(MergedElsewhereError);
    expect(peopleOf(office)).toEqual([{ n: 2 }]);
    expect(checkLog(office.service.db)).toEqual({ ok: true, problems: [] });
  });

  test('people are registered and a packet is made while one is taken in', async () => {
    const [office, laptop] = await createAcquainted();
    createTestPeople(laptop.writer(), names(2000, 'Rojas'));
    const packet = await send(laptop);
    const state = { isDone: false };
    const receiving = receivePacket(office.service, office.writer(), packet, how).finally(() => {
      state.isDone = true;
    });
    const sending = send(office);
    let registered = 0;
    while (!state.isDone) {
      createTestPeople(office.writer(), names(1, `Mamani${registered}`));
      registered += 1;
      await setImmediate();
    }
    expect(await receiving).toMatchObject({ aside: null, applied: 2000 });
    expect(registered).toBeGreaterThan(3);
    expect(await receive(laptop, await sending, false)).toMatchObject({ aside: null });
    await receive(laptop, await send(office), false);
    expect(peopleOf(laptop)).toEqual([{ n: 2000 + registered }]);
    expectSame(office, laptop);
  });

  test('a packet that was cancelled half-way goes on from there when it comes again', async () => {
    const [office, laptop] = await createAcquainted();
    createTestPeople(laptop.writer(), names(3000, 'Rojas'));
    const packet = await send(laptop);
    const abort = new AbortController();
    const cancelled = receivePacket(office.service, office.writer(), packet, {
      ...how,
      signal: abort.signal,
      onProgress: ({ done }) => {
        if (done >= 400) abort.abort();
      },
    });
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    const [half] = all<{ n: number }>(office.service.db, 'SELECT count(*) AS n FROM person');
    expect(half?.n).toBeGreaterThanOrEqual(400);
    expect(half?.n).toBeLessThan(3000);
    expect(checkLog(office.service.db)).toEqual({ ok: true, problems: [] });
    const again = await receive(office, packet, false);
    expect(again).toMatchObject({ aside: null, known: half?.n, applied: 3000 - (half?.n ?? 0) });
    expectSame(office, laptop);
  });

  test('a file that is exchanged on the stick after it was checked changes nothing', async () => {
    const office = await createPc();
    const laptop = await copyPc(office, 'Laptop 2');
    createTestPeople(laptop.writer(), ['Mamani, Juana']);
    const packet = await send(laptop);
    createTestPeople(laptop.writer(), ['Rojas, Pedro']);
    const other = await send(laptop);
    const stick = join(laptop.folder, 'memoria.yachay');
    copyFileSync(packet, stick);
    const writer = office.writer();
    // The sender is accepted between the check and the taking in: that asks for the time.
    const now = () => {
      copyFileSync(other, stick);
      return writer.now();
    };
    const outcome = await receivePacket(office.service, { ...writer, now }, stick, {
      ...how,
      acceptsSender: true,
    });
    expect(outcome).toMatchObject({ aside: null });
    expect(all(office.service.db, 'SELECT given_names FROM person')).toEqual([{ given_names: 'Juana' }]);
    expect(checkLog(office.service.db)).toEqual({ ok: true, problems: [] });
  });
});
