import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { digestLog } from '../../../db/change-log/check.ts';
import { listExchangeEvents } from '../../../db/exchange.ts';
import {
  exchangeThroughFolder,
  setExchangeFolder,
  watchExchangeFolder,
} from '../../../service/packets/exchange-folder.ts';
import { accepted, createTestPeople } from '../../support/edition.ts';
import { copyPc, createAcquainted, type Pc } from './offices.ts';

let stick: string;
beforeEach(() => {
  stick = mkdtempSync(join(tmpdir(), 'yachay-stick-'));
});
afterEach(() => rmSync(stick, { recursive: true, force: true }));

/** Some seconds pass: a file that was just copied is not looked at before. */
function settle(): void {
  const then = new Date(Date.now() - 60_000);
  for (const file of readdirSync(stick).map((name) => join(stick, name))) {
    if (Date.now() - statSync(file).mtimeMs < 30_000) utimesSync(file, then, then);
  }
}

async function exchange(pc: Pc) {
  const done = accepted(await exchangeThroughFolder(pc.service, pc.writer(), { isUnattended: true }));
  settle();
  return done;
}

async function acquainted(): Promise<[Pc, Pc]> {
  const [office, laptop] = await createAcquainted();
  for (const pc of [office, laptop]) accepted(await setExchangeFolder(pc.service, stick));
  return [office, laptop];
}

describe('a folder of exchange', () => {
  test('brings two PCs together, one file each, and is left alone when there is nothing new', async () => {
    const [office, laptop] = await acquainted();
    createTestPeople(office.writer(), ['Rojas, Pedro']);
    createTestPeople(laptop.writer(), ['Mamani, Juana']);
    await exchange(office);
    await exchange(laptop);
    const last = await exchange(office);
    expect(last.taken).toMatchObject([{ aside: null, applied: 1 }]);
    expect(digestLog(office.service.db)).toBe(digestLog(laptop.service.db));
    await exchange(laptop);
    await exchange(office);
    expect(readdirSync(stick)).toHaveLength(2);
    expect(await exchange(office)).toEqual({ written: null, taken: [], unread: [] });
  });

  test('may hold anything else: what is no packet keeps nobody from the others', async () => {
    const [office, laptop] = await acquainted();
    createTestPeople(laptop.writer(), ['Mamani, Juana']);
    mkdirSync(join(stick, 'a carpeta.yachay'));
    symlinkSync('/dev/zero', join(stick, 'b sin fin.yachay'));
    writeFileSync(join(stick, 'c nota.yachay'), 'Comprar papel');
    writeFileSync(join(stick, 'd vacio.yachay'), '');
    await exchange(laptop);
    const done = await exchange(office);
    expect(done.taken).toMatchObject([{ aside: null, applied: 1 }]);
    expect(digestLog(office.service.db)).toBe(digestLog(laptop.service.db));
  });

  test('that was pulled out is said to be gone, and found again later', async () => {
    const [office] = await acquainted();
    rmSync(stick, { recursive: true });
    const { service } = office;
    const gone = await exchangeThroughFolder(service, office.writer(), { isUnattended: true });
    expect(gone).toEqual({ refused: 'DEVICE_GONE', data: { path: stick } });
    expect(await setExchangeFolder(service, stick)).toMatchObject({ refused: 'DEVICE_GONE' });
  });

  test('is looked into by itself while Yachay runs, with nobody signed in', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const [office, laptop] = await acquainted();
    createTestPeople(laptop.writer(), ['Mamani, Juana']);
    await exchange(laptop);
    const stop = watchExchangeFolder(office.service);
    expect(digestLog(office.service.db)).not.toBe(digestLog(laptop.service.db));
    vi.advanceTimersByTime(20_000);
    await expect.poll(() => digestLog(office.service.db)).toBe(digestLog(laptop.service.db));
    await expect.poll(() => readdirSync(stick).length).toBe(2);
    expect(listExchangeEvents(office.service.db).slice(0, 2)).toMatchObject([
      { direction: 'out', madeBy: null },
      { direction: 'in', madeBy: null, applied: 1 },
    ]);
    stop();
    createTestPeople(laptop.writer(), ['Rojas, Pedro']);
    await exchange(laptop);
    vi.advanceTimersByTime(60_000);
    await office.service.packetQueue.run(() => Promise.resolve());
    expect(digestLog(office.service.db)).not.toBe(digestLog(laptop.service.db));
  });

  test('holds packets that only the office’s PCs can open', async () => {
    const [office, laptop] = await acquainted();
    createTestPeople(office.writer(), ['Rojas, Pedro']);
    await exchange(office);
    const stranger = await copyPc(office, 'Laptop 3');
    accepted(await setExchangeFolder(stranger.service, stick));
    // Not made for it: passed over without a word, since nobody asked.
    expect((await exchange(stranger)).taken).toEqual([]);
    expect((await exchange(laptop)).taken).toMatchObject([{ aside: null }, { aside: 'unknownDevice' }]);
  });
});
