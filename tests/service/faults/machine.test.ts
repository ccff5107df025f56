import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkLog, digestLog } from '../../../db/change-log/check.ts';
import { all } from '../../../db/database.ts';
import { listAside } from '../../../db/exchange.ts';
import { receiveAside } from '../../../service/packets/receive-packet.ts';
import { trustCalendar } from '../../../service/packets/clock-trust.ts';
import { readExchangeState } from '../../../service/packets/exchange.ts';
import { router } from '../../../service/router/router.ts';
import { createService, type Service } from '../../../service/service.ts';
import { startOffice } from '../../../service/setup.ts';
import {
  accepted,
  createTestEdition,
  createTestPeople,
  createTestSessions,
  enrolAll,
  runEdition,
} from '../../support/edition.ts';
import { draftPerson } from '../../support/person.ts';
import { testOfficeSetup } from '../../support/office.ts';
import { runYachay } from '../cli/run-yachay.ts';
import { copyPc, createPc, type Pc, receive, send } from '../packets/offices.ts';

const resourcesFolder = join(import.meta.dirname, '../../../resources');
const day = 24 * 60 * 60 * 1000;
const year = 365 * 24 * 60 * 60 * 1000;

/** A small file system; the machine that tests run on lets its administrator make one. */
function mount(folder: string, options: string): void {
  const words = ['mount', '-t', 'tmpfs', '-o', options, 'tmpfs', folder];
  const [program = '', ...args] = process.getuid?.() === 0 ? words : ['sudo', '-n', ...words];
  execFileSync(program, args);
}

function unmount(folder: string): void {
  const words = ['umount', '-l', folder];
  const [program = '', ...args] = process.getuid?.() === 0 ? words : ['sudo', '-n', ...words];
  execFileSync(program, args);
}

function remount(folder: string, options: string): void {
  const words = ['mount', '-o', `remount,${options}`, folder];
  const [program = '', ...args] = process.getuid?.() === 0 ? words : ['sudo', '-n', ...words];
  execFileSync(program, args);
}

const clientOf = (service: Service) =>
  createRouterClient(router, { context: { service, connection: { userId: null } } });

describe('a full disk', () => {
  let folder: string;
  let service: Service;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'yachay-full-'));
    mount(folder, 'size=12m');
    service = createService({ dataFolder: join(folder, 'data'), resourcesFolder });
  });
  afterEach(() => {
    service.close();
    unmount(folder);
    rmSync(folder, { recursive: true });
  });

  /** Leaves nothing free; answers what frees it again. */
  function fill(): () => void {
    // Or the write-ahead log would have room in itself.
    service.db.handle.pragma('wal_checkpoint(TRUNCATE)');
    const ballast = join(folder, 'ballast');
    for (let size = 1024 * 1024; size >= 512; size /= 2) {
      try {
        for (;;) writeFileSync(ballast, Buffer.alloc(size), { flag: 'a' });
      } catch {
        // Full for pieces of this size.
      }
    }
    return () => rmSync(ballast);
  }

  async function createOffice() {
    const user = accepted(await startOffice(service, { userId: null }, testOfficeSetup));
    const writer = service.createWriter(user.id);
    const edition = createTestEdition(writer, { capacity: 300 });
    const [session] = createTestSessions(writer, edition.id, ['2026-03-02']);
    const enrolments = enrolAll(
      writer,
      edition.id,
      createTestPeople(
        writer,
        Array.from({ length: 200 }, (_, index) => `Mamani Q${index}, Ana`),
      ),
    );
    runEdition(writer, edition.id);
    const client = clientOf(service);
    await client.setup.state();
    return { client, edition, session, enrolments };
  }

  test('while marking says so, keeps what was acknowledged, and goes on once there is space', async () => {
    const { client, session, enrolments } = await createOffice();
    if (session === undefined) throw new Error('no session');
    const free = fill();
    let acknowledged = 0;
    let refusal: unknown = null;
    for (const enrolmentId of [...enrolments, ...enrolments, ...enrolments]) {
      try {
        const mark = acknowledged < enrolments.length ? 'P' : 'F';
        await client.attendance.mark({ changes: [{ sessionId: session.id, enrolmentId, mark }] });
        acknowledged += 1;
      } catch (error) {
        refusal = error;
        break;
      }
    }
    expect(refusal).toMatchObject({ code: 'STORAGE', data: { reason: 'full' } });
    const marks = () => all(service.db, 'SELECT count(*) AS n FROM attendance_mark');
    expect(marks()).toEqual([{ n: Math.min(acknowledged, enrolments.length) }]);
    free();
    const changes = enrolments.map((enrolmentId) => ({
      sessionId: session.id,
      enrolmentId,
      mark: 'A' as const,
    }));
    await client.attendance.mark({ changes });
    expect(marks()).toEqual([{ n: enrolments.length }]);
    expect(checkLog(service.db)).toEqual({ ok: true, problems: [] });
  });

  test('while a list is stored stores none of it', async () => {
    const { client } = await createOffice();
    const rows = Array.from({ length: 3000 }, (_, index) => `${20_000_000 + index};Rojas Q${index};Pedro`);
    const file = new File([`CI;Apellidos;Nombres\n${rows.join('\n')}\n`], 'lista.csv');
    const upload = await client.imports.read({ file });
    const free = fill();
    const order = {
      uploadId: upload.uploadId,
      editionId: null,
      fields: upload.columns.map(({ field }) => field),
      decisions: [],
    };
    await expect(client.imports.commit(order)).rejects.toMatchObject({
      code: 'STORAGE',
      data: { reason: 'full' },
    });
    expect(all(service.db, 'SELECT count(*) AS n FROM person')).toEqual([{ n: 200 }]);
    free();
    expect(await client.imports.commit(order)).toMatchObject({ created: 3000 });
    expect(checkLog(service.db).ok).toBe(true);
  });

  test('while a packet is taken in keeps what was taken in, and the same packet goes on later', async () => {
    const office = await createPc();
    const laptop = await copyPc(office, 'Laptop 2');
    createTestPeople(
      laptop.writer(),
      Array.from({ length: 4000 }, (_, index) => `Rojas Q${index}, Pedro`),
    );
    const packet = await send(laptop);
    const data = join(folder, 'data');
    service.close();
    rmSync(data, { recursive: true });
    mkdirSync(data);
    office.service.db.handle.prepare('VACUUM INTO ?').run(join(data, 'yachay.db'));
    service = createService({ dataFolder: data, resourcesFolder });
    const small = { ...office, service, folder: data, writer: () => service.createWriter(office.userId) };
    small.writer();
    const free = fill();
    await expect(receive(small, packet)).rejects.toThrow(/SQLITE_FULL|ENOSPC|disk is full|no space/i);
    free();
    expect(checkLog(service.db)).toEqual({ ok: true, problems: [] });
    expect(await receive(small, packet)).toMatchObject({ aside: null, waiting: 0 });
    expect(all(service.db, 'SELECT count(*) AS n FROM person')).toEqual([{ n: 4000 }]);
    expect(checkLog(service.db).ok).toBe(true);
  });

  test('while a document is made says so and leaves no half of one; afterwards it can be made', async () => {
    const { client, edition } = await createOffice();
    const order = {
      kind: 'signatureSheet' as const,
      editionId: edition.id,
      sessionId: null,
      paper: 'letter' as const,
      columns: [],
      blankRows: 0,
    };
    const make = async () => {
      const steps = await client.documents.create(order);
      for (;;) {
        const step = await steps.next();
        if (step.done === true) return step.value;
      }
    };
    const free = fill();
    await expect(make()).rejects.toMatchObject({ code: 'STORAGE', data: { reason: 'full' } });
    expect(readdirSync(service.documentsFolder)).toEqual([]);
    free();
    const { id } = await make();
    expect(readdirSync(service.documentsFolder)).toEqual([`${id}.pdf`]);
  });

  test('while a packet is made leaves no half of one', async () => {
    const { client } = await createOffice();
    const stick = join(folder, 'stick');
    mkdirSync(stick);
    const free = fill();
    const steps = await client.exchange.exportPacket({
      forDevice: null,
      lock: { kind: 'open' },
      folder: stick,
    });
    const end = async () => {
      for (;;) if ((await steps.next()).done === true) return;
    };
    await expect(end()).rejects.toMatchObject({ code: expect.stringMatching(/^(STORAGE|DISK_FULL)$/) });
    free();
    expect(execFileSync('ls', ['-A', stick], { encoding: 'utf8' })).toBe('');
  });
});

describe('a data folder that may not be written', () => {
  test('ends the start with a sentence, and nothing of it was touched', () => {
    const folder = mkdtempSync(join(tmpdir(), 'yachay-readonly-'));
    mount(folder, 'size=16m');
    try {
      const data = join(folder, 'data');
      expect(runYachay(data, 'demo').status).toBe(0);
      const digest = runYachay(data, '--json', 'digest').json;
      remount(folder, 'ro');
      const run = runYachay(data, 'editions');
      expect(run.status).toBe(1);
      expect(run.errors).toContain('la carpeta de datos no permite escribir');
      remount(folder, 'rw');
      expect(runYachay(data, '--json', 'digest').json).toEqual(digest);
    } finally {
      unmount(folder);
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a database that another program has locked', () => {
  test('is waited for, and then said to be busy; afterwards everything goes on', async () => {
    const pc = await createPc();
    const client = clientOf(pc.service);
    await client.setup.state();
    await client.people.create(draftPerson({ givenNames: 'Ana' }));
    const other = new BetterSqlite3(join(pc.folder, 'yachay.db'));
    pc.service.db.handle.pragma('busy_timeout = 300');
    other.exec('BEGIN IMMEDIATE');
    const refused = client.people.create(draftPerson({ givenNames: 'Beto' }));
    await expect(refused).rejects.toMatchObject({ code: 'STORAGE', data: { reason: 'busy' } });
    other.exec('ROLLBACK');
    other.close();
    await client.people.create(draftPerson({ givenNames: 'Cira' }));
    const names = all<{ given_names: string }>(pc.service.db, 'SELECT given_names FROM person ORDER BY 1');
    expect(names.map(({ given_names }) => given_names)).toEqual(['Ana', 'Cira']);
  });
});

describe('a calendar that is wrong', () => {
  test('set back a year: the screen says so, and what is written still comes after what was known', async () => {
    const office = await createPc();
    const laptop = await copyPc(office, 'Laptop 2');
    const [person] = createTestPeople(office.writer(), ['Mamani, Juana']);
    await receive(office, await send(laptop));
    await receive(laptop, await send(office));
    laptop.clock.ms -= year;
    expect(readExchangeState(laptop.service)).toMatchObject({ clockDoubt: { direction: 'behind' } });
    const client = clientOf(laptop.service);
    await client.setup.state();
    if (person === undefined) throw new Error('nobody was registered');
    await client.people.update({ id: person, draft: draftPerson({ givenNames: 'Juana Rosa' }) });
    await receive(office, await send(laptop));
    expect(all(office.service.db, 'SELECT given_names FROM person')).toEqual([{ given_names: 'Juana Rosa' }]);
    expect(digestLog(office.service.db)).toBe(digestLog(laptop.service.db));
  });

  test('set ahead ten years: the screen says so, nobody else is disturbed, and it is forgotten once mended', async () => {
    const office = await createPc();
    const laptop = await copyPc(office, 'Laptop 2');
    await receive(office, await send(laptop));
    await receive(laptop, await send(office));
    laptop.clock.ms += 10 * year;
    expect(readExchangeState(laptop.service)).toMatchObject({ clockDoubt: { direction: 'ahead' } });
    createTestPeople(laptop.writer(), ['Mamani, Juana']);
    expect(await receive(office, await send(laptop))).toMatchObject({ aside: null });
    laptop.clock.ms -= 10 * year;
    createTestPeople(laptop.writer(), ['Rojas, Pedro']);
    expect(await receive(office, await send(laptop))).toMatchObject({ aside: null });
    expect(digestLog(office.service.db)).toBe(digestLog(laptop.service.db));
  });

  test('set ahead a month: its packets wait for a coordinator’s word, and then come in', async () => {
    const office = await createPc();
    const laptop = await copyPc(office, 'Laptop 2');
    await receive(office, await send(laptop));
    laptop.clock.ms += year / 12;
    createTestPeople(laptop.writer(), ['Mamani, Juana']);
    expect(await receive(office, await send(laptop))).toMatchObject({ aside: 'future', applied: 0 });
    const [aside] = listAside(office.service.db);
    if (aside === undefined) throw new Error('nothing was set aside');
    const word = { id: aside.id, fileName: aside.fileName, acceptsSender: false, acceptsAhead: true };
    expect(await receiveAside(office.service, office.writer(), word)).toMatchObject({ aside: null });
    expect(listAside(office.service.db)).toEqual([]);
    // The laptop's calendar is still a month ahead, and so is the next packet: the word holds.
    createTestPeople(laptop.writer(), ['Rojas, Pedro']);
    expect(await receive(office, await send(laptop))).toMatchObject({ aside: null });
    laptop.clock.ms += 3 * day;
    office.clock.ms += 3 * day;
    createTestPeople(laptop.writer(), ['Soto, Rosa']);
    expect(await receive(office, await send(laptop))).toMatchObject({ aside: null });
    await receive(laptop, await send(office));
    expect(digestLog(office.service.db)).toBe(digestLog(laptop.service.db));
    // Not for a calendar that is further ahead still, and not for ever.
    laptop.clock.ms += year / 2;
    createTestPeople(laptop.writer(), ['Vargas, Luz']);
    expect(await receive(office, await send(laptop))).toMatchObject({ aside: 'future' });
    laptop.clock.ms -= year / 2;
    office.clock.ms += year;
    laptop.clock.ms += year + year / 12;
    createTestPeople(laptop.writer(), ['Vega, Ana']);
    expect(await receive(office, await send(laptop))).toMatchObject({ aside: 'future' });
  });

  test('of a PC that was set up years behind is followed again once somebody says that it is right', async () => {
    const office = await createPc();
    office.clock.ms += 3 * year;
    createTestPeople(office.writer(), ['Mamani, Juana']);
    expect(readExchangeState(office.service)).toMatchObject({ clockDoubt: { direction: 'ahead' } });
    const laptop = await copyPc(office, 'Laptop 2');
    laptop.clock.ms = office.clock.ms;
    await receive(office, await send(laptop));
    await receive(laptop, await send(office));
    trustCalendar(office.service);
    expect(readExchangeState(office.service)).toMatchObject({ clockDoubt: null });
    const [person] = createTestPeople(office.writer(), ['Rojas, Pedro']);
    if (person === undefined) throw new Error('nobody was registered');
    await receive(laptop, await send(office));
    expect(readExchangeState(laptop.service)).toMatchObject({ clockDoubt: null });
    // An hour later by the calendar of both is later, whatever each of them had seen.
    const clientAt = async (pc: Pc, givenNames: string) => {
      const client = clientOf(pc.service);
      await client.setup.state();
      await client.people.update({ id: person, draft: draftPerson({ givenNames }) });
    };
    laptop.clock.ms += day;
    await clientAt(laptop, 'Pedro Luis');
    for (let time = 0; time < 5; time += 1) await clientAt(office, `Pedro ${time}`);
    await receive(office, await send(laptop));
    await receive(laptop, await send(office));
    for (const { service } of [office, laptop]) {
      expect(all(service.db, 'SELECT given_names FROM person WHERE id = ?', person)).toEqual([
        { given_names: 'Pedro Luis' },
      ]);
    }
  });
});

describe('a stick pulled out while it was written', () => {
  test('leaves a file that is found to be cut off, whatever its length', async () => {
    const office = await createPc();
    const laptop = await copyPc(office, 'Laptop 2');
    await receive(office, await send(laptop));
    createTestPeople(laptop.writer(), ['Mamani, Juana']);
    const packet = await send(laptop);
    const digest = digestLog(office.service.db);
    const bytes = readFileSync(packet);
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      const cut = join(laptop.folder, 'cortado.yachay');
      writeFileSync(cut, bytes.subarray(0, Math.floor(statSync(packet).size * share)));
      expect(await receive(office, cut)).toMatchObject({ aside: 'damaged', applied: 0 });
    }
    expect(digestLog(office.service.db)).toBe(digest);
    expect(await receive(office, packet)).toMatchObject({ aside: null });
  });
});
