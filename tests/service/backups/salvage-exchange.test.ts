import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { BackupFile } from '../../../domain/backup.ts';
import { checkLog, digestLog } from '../../../db/change-log/check.ts';
import { updateRow } from '../../../db/database.ts';
import { makeUsualBackup } from '../../../service/backups/make-backup.ts';
import { recoverOffice } from '../../../service/backups/recover.ts';
import { createService } from '../../../service/service.ts';
import { accepted, createTestPeople } from '../../support/edition.ts';
import { copyPc, createPc, type Pc, receive, send } from '../packets/offices.ts';
import { endOf, leavesOf, listNames, overwritePages } from './backup-office.ts';

let office: Pc;
let laptop: Pc;
beforeEach(async () => {
  office = await createPc();
  laptop = await copyPc(office, 'Laptop 2');
  await bring(laptop, office);
  await bring(office, laptop);
});

async function bring(from: Pc, to: Pc): Promise<void> {
  expect(await receive(to, await send(from))).toMatchObject({ aside: null });
}

const backUp = async (pc: Pc): Promise<BackupFile> => accepted(await makeUsualBackup(pc.service));

/** Recovers a PC whose tables' pages cannot be read any more, from a backup and what is left. */
async function recover(pc: Pc, { path }: BackupFile, lostTables: readonly string[]): Promise<Pc> {
  overwritePages(pc.service, (db) => lostTables.flatMap((table) => leavesOf(db, table)));
  const { resourcesFolder, now } = pc.service;
  const service = createService({ dataFolder: pc.folder, resourcesFolder, now });
  onTestFinished(() => service.close());
  service.declareDamaged();
  const order = { backup: { path, passphrase: null }, salvage: true };
  accepted(await endOf(recoverOffice(service, order, undefined)));
  return { ...pc, service, writer: () => service.createWriter(pc.userId) };
}

/** After each brought the other what it had, twice. */
async function expectAlike(a: Pc, b: Pc, names: string[]): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    await bring(a, b);
    await bring(b, a);
  }
  for (const { service } of [a, b]) {
    expect(listNames(service.db)).toEqual(names);
    expect(checkLog(service.db).ok).toBe(true);
  }
  expect(digestLog(a.service.db)).toBe(digestLog(b.service.db));
}

describe('what is rescued from a damaged database reaches the other PCs', () => {
  test('also where its key cannot be read any more, and so does what is changed of it', async () => {
    const backup = await backUp(office);
    const people = createTestPeople(office.writer(), ['Mamani, Juana', 'Rojas, Pedro']);
    office = await recover(office, backup, ['device_secret']);
    await expectAlike(office, laptop, ['Juana', 'Pedro']);
    updateRow(office.writer(), 'person', { id: people[0] ?? '' }, { given_names: 'Juana Inés' });
    await expectAlike(office, laptop, ['Juana Inés', 'Pedro']);
  });

  test('also what was sent before the key was lost, as it was sent', async () => {
    const backup = await backUp(office);
    createTestPeople(office.writer(), ['Mamani, Juana']);
    await bring(office, laptop);
    createTestPeople(office.writer(), ['Rojas, Pedro']);
    office = await recover(office, backup, ['device_secret']);
    await expectAlike(office, laptop, ['Juana', 'Pedro']);
  });

  test('also where it came from a PC that is not there any more', async () => {
    const tablet = await copyPc(office, 'Tableta');
    const backup = await backUp(office);
    createTestPeople(laptop.writer(), ['Mamani, Juana']);
    await bring(laptop, office);
    laptop.service.close();
    office = await recover(office, backup, ['person']);
    await expectAlike(office, tablet, ['Juana']);
  });

  test('also where a letter of the log was altered after it was sent: nobody takes it for another history', async () => {
    const backup = await backUp(office);
    createTestPeople(office.writer(), ['Mamani, Juana']);
    await bring(office, laptop);
    createTestPeople(office.writer(), ['Rojas, Pedro']);
    office.service.db.handle.exec("UPDATE change_log SET delta = replace(delta, 'Juana', 'Juanb')");
    office = await recover(office, backup, []);
    await expectAlike(office, laptop, ['Juana', 'Pedro']);
  });
});
