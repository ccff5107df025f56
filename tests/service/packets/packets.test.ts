import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkLog, digestLog } from '../../../db/change-log/check.ts';
import { all } from '../../../db/database.ts';
import { findPerson } from '../../../db/people.ts';
import { findThisDevice } from '../../../db/devices.ts';
import { listAside } from '../../../db/exchange.ts';
import { exportPacket } from '../../../service/packets/exchange.ts';
import { createTestEdition, createTestPeople, createTestSessions, enrolAll } from '../../support/edition.ts';
import { copyPc, createAcquainted, createPc, type Pc, receive, send } from './offices.ts';

const digest = ({ service }: Pc) => digestLog(service.db);
const sound = { ok: true, problems: [] };

function work(pc: Pc, names: readonly string[]) {
  return createTestPeople(pc.writer(), names);
}

describe('packets between two PCs', () => {
  test('carry what the other lacks, both ways, and both then hold the same', async () => {
    const office = await createPc();
    const edition = createTestEdition(office.writer());
    createTestSessions(office.writer(), edition.id, ['2026-03-02', '2026-03-03']);
    const laptop = await copyPc(office, 'Laptop 2');
    const [juana] = work(laptop, ['Mamani Quispe, Juana']);
    enrolAll(laptop.writer(), edition.id, juana === undefined ? [] : [juana]);
    work(office, ['Rojas Soto, Pedro', 'Ávila, Ana']);
    const back = await receive(office, await send(laptop));
    expect(back).toMatchObject({ waiting: 0, quarantined: 0, aside: null });
    const forth = await receive(laptop, await send(office));
    expect(forth).toMatchObject({ waiting: 0, quarantined: 0, aside: null });
    await receive(office, await send(laptop));
    expect(digest(office)).toBe(digest(laptop));
    for (const pc of [office, laptop]) expect(checkLog(pc.service.db)).toEqual(sound);
    expect(juana && findPerson(office.service.db, juana)?.givenNames).toBe('Juana');
  });

  test('taken in twice change nothing', async () => {
    const office = await createPc();
    const laptop = await copyPc(office, 'Laptop 2');
    work(laptop, ['Mamani Quispe, Juana']);
    const packet = await send(laptop);
    const first = await receive(office, packet);
    const before = digest(office);
    const again = await receive(office, packet);
    expect(again).toMatchObject({ entries: first.entries, applied: 0, known: first.entries, waiting: 0 });
    expect(digest(office)).toBe(before);
  });

  test('made within one minute do not take each other’s place on a stick', async () => {
    const [office, laptop] = await createAcquainted();
    const stick = join(laptop.folder, 'memoria');
    mkdirSync(stick);
    const ids = [findThisDevice(office.service.db)?.id ?? null, null];
    for (const forDevice of ids) {
      const order = { forDevice, lock: { kind: 'open' }, folder: stick } as const;
      const steps = exportPacket(laptop.service, laptop.writer(), order, undefined);
      for (;;) if ((await steps.next()).done === true) break;
    }
    expect(readdirSync(stick)).toHaveLength(2);
    for (const name of readdirSync(stick)) {
      expect(name).toMatch(/\.yachay$/);
      expect(await receive(office, join(stick, name), false)).toMatchObject({ aside: null });
    }
  });

  test('of an unknown device are set aside until somebody accepts it', async () => {
    const office = await createPc();
    const laptop = await copyPc(office, 'Laptop 2');
    work(laptop, ['Mamani Quispe, Juana']);
    const packet = await send(laptop);
    const refused = await receive(office, packet, false);
    expect(refused).toMatchObject({ applied: 0, aside: 'unknownDevice', quarantined: refused.entries });
    expect(listAside(office.service.db)).toHaveLength(1);
    expect(await receive(office, packet, true)).toMatchObject({ aside: null });
    work(laptop, ['Rojas, Pedro']);
    expect(await receive(office, await send(laptop), false)).toMatchObject({ aside: null });
  });

  test('that come in the wrong order wait for each other', async () => {
    const office = await createPc();
    const laptop = await copyPc(office, 'Laptop 2');
    work(laptop, ['Mamani Quispe, Juana']);
    await receive(office, await send(laptop));
    await receive(laptop, await send(office));
    work(laptop, ['Rojas, Pedro']);
    const second = await send(laptop);
    const third = await copyPc(office, 'Laptop 3');
    await receive(laptop, await send(third));
    work(laptop, ['Soto, Rosa']);
    const all3 = await send(laptop);
    expect(await receive(office, second)).toMatchObject({ aside: null });
    expect(await receive(office, all3)).toMatchObject({ aside: null });
    expect(digest(office)).toBe(digest(laptop));
  });

  test('with one byte altered anywhere are never applied', async () => {
    const office = await createPc();
    const laptop = await copyPc(office, 'Laptop 2');
    work(laptop, ['Mamani Quispe, Juana']);
    const bytes = readFileSync(await send(laptop));
    const before = all(office.service.db, 'SELECT count(*) AS n FROM change_log');
    for (let place = 0; place < bytes.length; place += 97) {
      const altered = Buffer.from(bytes);
      altered[place] = (altered[place] ?? 0) ^ 1;
      const file = join(office.folder, 'alterado.yachay');
      writeFileSync(file, altered);
      const outcome = await receive(office, file, true).catch((error: unknown) => String(error));
      expect(outcome, `byte ${place}`).not.toMatchObject({ aside: null });
    }
    expect(all(office.service.db, 'SELECT count(*) AS n FROM change_log')).toEqual(before);
  });
});
