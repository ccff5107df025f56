import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkLog, digestLog } from '../../../db/change-log/check.ts';
import { all } from '../../../db/database.ts';
import { findThisDevice } from '../../../db/devices.ts';
import { readExchangeState } from '../../../service/packets/exchange.ts';
import { createService } from '../../../service/service.ts';
import { createTestPeople } from '../../support/edition.ts';
import { createAcquainted, type Pc, receive, send } from './offices.ts';

/** The data folder as it is now, aside. */
function keepFolder({ service, folder }: Pc): string {
  const kept = mkdtempSync(join(tmpdir(), 'yachay-kept-'));
  service.db.handle.pragma('wal_checkpoint(TRUNCATE)');
  cpSync(folder, kept, { recursive: true });
  onTestFinished(() => rmSync(kept, { recursive: true, force: true }));
  return kept;
}

/** The whole data folder as it was, in its old place: a disk image, a restore point of the system. */
function putBack(pc: Pc, kept: string): Pc {
  pc.service.close();
  rmSync(pc.folder, { recursive: true });
  cpSync(kept, pc.folder, { recursive: true });
  const { resourcesFolder, now } = pc.service;
  const service = createService({ dataFolder: pc.folder, resourcesFolder, now });
  onTestFinished(() => service.close());
  return { ...pc, service, writer: () => service.createWriter(pc.userId) };
}

const idOf = ({ service }: Pc) => findThisDevice(service.db)?.id;
const names = ({ service }: Pc) =>
  all<{ given_names: string }>(service.db, 'SELECT given_names FROM person ORDER BY 1').map(
    ({ given_names }) => given_names,
  );

function expectSame(...pcs: readonly Pc[]): void {
  expect(new Set(pcs.map(({ service }) => digestLog(service.db))).size).toBe(1);
  for (const { service } of pcs) expect(checkLog(service.db)).toEqual({ ok: true, problems: [] });
}

describe('a PC whose whole folder was put back', () => {
  test('becomes a new one as soon as somebody shows what it signed: nothing is lost on either side', async () => {
    const [office, laptop] = await createAcquainted();
    createTestPeople(office.writer(), ['Mamani, Antes']);
    await receive(laptop, await send(office));
    await receive(office, await send(laptop));
    const kept = keepFolder(office);
    createTestPeople(office.writer(), ['Rojas, Perdida']);
    await receive(laptop, await send(office));
    const former = idOf(office);
    const again = putBack(office, kept);
    // Nobody has noticed yet: it works on, and writes other things in the same places.
    createTestPeople(again.writer(), ['Soto, Nueva', 'Vega, Otra', 'Vargas, Más']);
    expect(idOf(again)).toBe(former);
    expect(await receive(laptop, await send(again), false)).toMatchObject({ aside: 'forked' });

    createTestPeople(laptop.writer(), ['Arce, Laptop']);
    expect(await receive(again, await send(laptop), false)).toMatchObject({ aside: null });
    expect(idOf(again)).not.toBe(former);
    expect(readExchangeState(again.service)).toMatchObject({ minted: 'twoHistories' });
    expect(await receive(laptop, await send(again))).toMatchObject({ aside: null });
    expect(await receive(again, await send(laptop), false)).toMatchObject({ aside: null });
    await receive(laptop, await send(again), false);
    expect(names(again)).toEqual(['Antes', 'Laptop', 'Más', 'Nueva', 'Otra', 'Perdida']);
    expectSame(again, laptop);
  });

  test('and that wrote more than it had before is found out, too', async () => {
    const [office, laptop] = await createAcquainted();
    const kept = keepFolder(office);
    createTestPeople(office.writer(), ['Rojas, Perdida']);
    await receive(laptop, await send(office));
    const former = idOf(office);
    const again = putBack(office, kept);
    createTestPeople(again.writer(), ['Soto, Una', 'Vega, Dos', 'Vargas, Tres', 'Arce, Cuatro']);
    expect(await receive(again, await send(laptop), false)).toMatchObject({ aside: null });
    expect(idOf(again)).not.toBe(former);
    await receive(laptop, await send(again));
    await receive(again, await send(laptop), false);
    await receive(laptop, await send(again), false);
    expect(names(laptop)).toEqual(['Cuatro', 'Dos', 'Perdida', 'Tres', 'Una']);
    expectSame(again, laptop);
  });
});

test('two PCs that work as one come apart when one of them gets the other’s packet', async () => {
  const [office, laptop] = await createAcquainted();
  const kept = keepFolder(office);
  const clone: Pc = { ...office, folder: mkdtempSync(join(tmpdir(), 'yachay-clone-')) };
  rmSync(clone.folder, { recursive: true });
  cpSync(kept, clone.folder, { recursive: true });
  // A cloned disk: the same machine and folder as far as can be seen.
  const { resourcesFolder, now } = office.service;
  const service = createService({ dataFolder: clone.folder, resourcesFolder, now });
  onTestFinished(() => {
    service.close();
    rmSync(clone.folder, { recursive: true, force: true });
  });
  service.db.handle.exec("DELETE FROM local_setting WHERE name = 'identity.place'");
  const second: Pc = { ...clone, service, writer: () => service.createWriter(office.userId) };
  createTestPeople(office.writer(), ['Mamani, Una']);
  createTestPeople(second.writer(), ['Rojas, Otra']);
  expect(idOf(second)).toBe(idOf(office));
  expect(await receive(second, await send(office), false)).toMatchObject({ aside: null });
  expect(idOf(second)).not.toBe(idOf(office));
  await receive(office, await send(second));
  await receive(second, await send(office), false);
  await receive(office, await send(second), false);
  expect(names(office)).toEqual(['Otra', 'Una']);
  expectSame(office, second);
  expect(await receive(laptop, await send(office), false)).toMatchObject({ aside: null });
});

test('a signed word cannot be made up: a PC stays who it is', async () => {
  const [office, laptop] = await createAcquainted();
  const former = idOf(office);
  createTestPeople(laptop.writer(), ['Mamani, Una']);
  expect(await receive(office, await send(laptop), false)).toMatchObject({ aside: null });
  expect(idOf(office)).toBe(former);
});
