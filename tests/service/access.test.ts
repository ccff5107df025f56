import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toInstant } from '../../domain/calendar-date.ts';
import type { OfficeSetup } from '../../domain/contract/setup.ts';
import type { User } from '../../domain/user.ts';
import { findRecoveryHash } from '../../db/office.ts';
import { createUser, updateUser } from '../../db/users.ts';
import { makeRecoveryCode, recover } from '../../service/recovery.ts';
import { router } from '../../service/router/router.ts';
import { type Connection, createService, type Service } from '../../service/service.ts';
import { lock, readSetupState, signIn, signOut, startOffice } from '../../service/setup.ts';
import { addUser, changePassword } from '../../service/users.ts';
import { accepted } from '../support/edition.ts';
import { testOfficeSetup } from '../support/office.ts';
import { readTexts } from './documents/pdf.ts';

const resourcesFolder = fileURLToPath(new URL('../../resources', import.meta.url));
const password = 'quinua real';
const withPassword: OfficeSetup = { ...testOfficeSetup, user: { name: 'Rosa Quispe', password } };

let dataFolder: string;
let service: Service;
let connection: Connection;
let rosa: User;
const clock = { now: 0 };

function openService(): Service {
  return createService({ dataFolder, resourcesFolder, now: () => toInstant(clock.now) });
}

beforeEach(async () => {
  clock.now = Date.parse('2026-03-02T12:00:00Z');
  dataFolder = mkdtempSync(join(tmpdir(), 'yachay-access-'));
  service = openService();
  connection = { userId: null };
  rosa = accepted(await startOffice(service, connection, withPassword));
});

afterEach(() => {
  service.close();
  rmSync(dataFolder, { recursive: true });
});

const tryPassword = (given: string) =>
  signIn(service, { userId: null }, { userId: rosa.id, password: given });
const wait = (seconds: number) => {
  clock.now += seconds * 1000;
};

async function tryWrongly(times: number) {
  for (let time = 0; time < times; time += 1) {
    expect(await tryPassword('quinua falsa')).toMatchObject({ refused: 'WRONG_PASSWORD' });
  }
}

const tooMany = (seconds: number) => ({ refused: 'TOO_MANY_TRIES', data: { seconds } });

describe('after three wrong passwords', () => {
  test('nobody gets in for a while, not even with the right one, and each wrong one doubles the while', async () => {
    await tryWrongly(2);
    expect(await tryPassword('quinua falsa')).toEqual({ refused: 'WRONG_PASSWORD', data: { seconds: 5 } });
    expect(await tryPassword(password)).toEqual(tooMany(5));
    wait(3);
    expect(await tryPassword(password)).toEqual(tooMany(2));
    wait(2);
    await tryWrongly(1);
    expect(await tryPassword(password)).toEqual(tooMany(10));
    wait(10);
    expect(await tryPassword(password)).toMatchObject({ id: rosa.id });
  });

  test('a right one makes the next wrong one the first again', async () => {
    await tryWrongly(2);
    expect(await tryPassword(password)).toMatchObject({ id: rosa.id });
    await tryWrongly(3);
    expect(await tryPassword(password)).toEqual(tooMany(5));
  });

  test('starting Yachay anew does not shorten the delay', async () => {
    await tryWrongly(3);
    service.close();
    service = openService();
    expect(await tryPassword(password)).toEqual(tooMany(5));
  });

  test('a clock that is set back begins the delay anew, and no longer', async () => {
    await tryWrongly(3);
    wait(-86_400);
    expect(await tryPassword(password)).toEqual(tooMany(5));
    wait(5);
    expect(await tryPassword(password)).toMatchObject({ id: rosa.id });
  });

  test('many at once do not slip through', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => tryPassword('quinua falsa')));
    expect(
      answers.filter((answer) => 'refused' in answer && answer.refused === 'WRONG_PASSWORD').length,
    ).toBe(3);
  });

  test('others are not kept waiting, and a new password ends the wait', async () => {
    const writer = service.createWriter(rosa.id);
    const other = accepted(
      await addUser(writer, { name: 'Tito', role: 'coordinator', password, personId: null }),
    );
    await tryWrongly(3);
    expect(await signIn(service, { userId: null }, { userId: other.id, password })).toMatchObject({
      id: other.id,
    });
    accepted(await changePassword(writer, other, { id: rosa.id, password: 'cañahua roja' }));
    expect(await tryPassword('cañahua roja')).toMatchObject({ id: rosa.id });
  });
});

describe('locking', () => {
  const client = () => createRouterClient(router, { context: { service, connection } });

  test('takes every right of the connection away until the password is given', async () => {
    expect((await client().people.list(firstPage)).total).toBe(0);
    expect(await client().setup.lock()).toBeNull();
    expect(readSetupState(service, connection)).toEqual({
      state: 'locked',
      officeName: testOfficeSetup.office.name,
      user: rosa,
    });
    await expect(client().people.list(firstPage)).rejects.toMatchObject({ code: 'SIGNED_OUT' });
    expect(await signIn(service, connection, { userId: rosa.id, password: 'otra' })).toMatchObject({
      refused: 'WRONG_PASSWORD',
    });
    await expect(client().people.list(firstPage)).rejects.toMatchObject({ code: 'SIGNED_OUT' });
    expect(await signIn(service, connection, { userId: rosa.id, password })).toEqual(rosa);
    expect((await client().people.list(firstPage)).total).toBe(0);
  });

  test('is of one window only', () => {
    const other: Connection = { userId: rosa.id };
    lock(service, connection, rosa);
    expect(service.findSignedInUser(other)).toEqual(rosa);
  });

  test('is refused where there is no password to unlock with', async () => {
    accepted(await changePassword(service.createWriter(rosa.id), rosa, { id: rosa.id, password: null }));
    await expect(client().setup.lock()).rejects.toMatchObject({ code: 'NO_PASSWORD' });
    expect(service.findSignedInUser(connection)).not.toBeNull();
  });

  test('ends with signing out, after which anyone may come in', async () => {
    const tito = accepted(
      createUser(service.createWriter(rosa.id), {
        name: 'Tito',
        role: 'reader',
        passwordHash: null,
        personId: null,
      }),
    );
    lock(service, connection, rosa);
    signOut(service, connection);
    expect(readSetupState(service, connection)).toMatchObject({ state: 'needsSignIn' });
    expect(await signIn(service, connection, { userId: tito.id, password: null })).toEqual(tito);
  });

  test('of a user who is shut out meanwhile leads to the sign-in', () => {
    const writer = service.createWriter(rosa.id);
    const draft = { name: 'Inés', role: 'coordinator', passwordHash: 'a hash', personId: null } as const;
    accepted(createUser(writer, draft));
    lock(service, connection, rosa);
    accepted(updateUser(writer, { ...rosa, isActive: false }));
    expect(readSetupState(service, connection)).toMatchObject({ state: 'needsSignIn' });
  });

  test('comes after ten idle minutes unless the office says otherwise', async () => {
    expect(readSetupState(service, connection)).toMatchObject({ state: 'ready', idleMinutes: 10 });
    for (const minutes of [3, null]) {
      expect(await client().office.setIdleMinutes({ minutes })).toMatchObject({ idleMinutes: minutes });
      expect(readSetupState(service, connection)).toMatchObject({ idleMinutes: minutes });
    }
  });
});

const firstPage = { text: '', sort: 'surname', descending: false, offset: 0, limit: 10 } as const;

describe('the recovery code', () => {
  const newPassword = 'cañahua roja';
  const recoverWith = (code: string, userId = rosa.id) =>
    recover(service, connection, { code, userId, password: newPassword });

  test('gives a coordinator a new password and is spent', async () => {
    const { code } = await makeRecoveryCode(service, service.createWriter(rosa.id));
    expect(findRecoveryHash(service.db)).toMatch(/^scrypt\$/);
    signOut(service, connection);
    expect(await recoverWith(code.toLowerCase().replaceAll('-', ' '))).toEqual(rosa);
    expect(service.findSignedInUser(connection)).toEqual(rosa);
    expect(findRecoveryHash(service.db)).toBeNull();
    expect(await tryPassword(newPassword)).toEqual(rosa);
    expect(await tryPassword(password)).toMatchObject({ refused: 'WRONG_PASSWORD' });
    expect(await recoverWith(code)).toMatchObject({ refused: 'WRONG_CODE' });
  });

  test('holds no more once another one was made', async () => {
    const writer = service.createWriter(rosa.id);
    const { code: first } = await makeRecoveryCode(service, writer);
    const { code: second } = await makeRecoveryCode(service, writer);
    expect(await recoverWith(first)).toMatchObject({ refused: 'WRONG_CODE' });
    expect(await recoverWith(second)).toEqual(rosa);
  });

  test('is no way in where none was made, and none to any other role', async () => {
    expect(await recoverWith('ABCDE-23456-FGHJK-MNPQR-STUVW-XYZ22')).toMatchObject({ refused: 'WRONG_CODE' });
    const writer = service.createWriter(rosa.id);
    const reader = { name: 'Tito', role: 'reader', passwordHash: null, personId: null } as const;
    const tito = accepted(createUser(writer, reader));
    const { code } = await makeRecoveryCode(service, writer);
    expect(await recoverWith(code, tito.id)).toMatchObject({ refused: 'NOT_FOUND' });
    expect(findRecoveryHash(service.db)).not.toBeNull();
  });

  test('waits after wrong ones as a password does', async () => {
    const { code } = await makeRecoveryCode(service, service.createWriter(rosa.id));
    for (let time = 0; time < 3; time += 1) {
      expect(await recoverWith('ABCDE-23456-FGHJK-MNPQR-STUVW-XYZ22')).toMatchObject({
        refused: 'WRONG_CODE',
      });
    }
    expect(await recoverWith(code)).toEqual(tooMany(5));
    wait(5);
    expect(await recoverWith(code)).toEqual(rosa);
  });

  test('of two at the same moment lets one in', async () => {
    const { code } = await makeRecoveryCode(service, service.createWriter(rosa.id));
    const answers = await Promise.all([recoverWith(code), recoverWith(code)]);
    expect(answers.filter((answer) => 'id' in answer).length).toBe(1);
  });
});

describe('the recovery sheet', () => {
  const client = () => createRouterClient(router, { context: { service, connection } });
  const listDocuments = () => readdirSync(service.documentsFolder);

  async function printSheet(code: string) {
    const steps = await client().users.printRecoverySheet({ code, paper: 'letter' });
    let step = await steps.next();
    while (step.done !== true) step = await steps.next();
    return step.value;
  }

  test('bears the code, what it is for, where to keep it, the office and the day', async () => {
    const { code } = await client().users.makeRecoveryCode();
    const { id, pages, fileName } = await printSheet(code);
    expect({ pages, fileName }).toEqual({ pages: 1, fileName: 'hoja de recuperación.pdf' });
    const pdf = readFileSync(join(service.documentsFolder, `${id}.pdf`));
    const [text = ''] = await readTexts(pdf);
    for (const group of code.split('-')) expect(text).toContain(group);
    for (const part of ['Hoja de recuperación', '2 de marzo de 2026', 'Olvidé mi contraseña', 'Bajo llave']) {
      expect(text).toContain(part);
    }
    expect(text.toUpperCase()).toContain(testOfficeSetup.office.name.toUpperCase());
  });

  test('is printed of no other code', async () => {
    await client().users.makeRecoveryCode();
    await expect(printSheet('ABCDE-23456-FGHJK-MNPQR-STUVW-XYZ22')).rejects.toMatchObject({
      code: 'WRONG_CODE',
    });
    expect(listDocuments()).toEqual([]);
  });

  test.each([
    ['when its dialog is closed', () => client().users.discardRecoverySheet()],
    ['when anybody signs out', () => client().setup.signOut()],
    ['when the window is locked', () => client().setup.lock()],
    ['when another code is made', () => client().users.makeRecoveryCode()],
  ])('is deleted %s', async (_, happen) => {
    const kept = join(service.documentsFolder, '0000000000000000000000.pdf');
    writeFileSync(kept, 'another document');
    const { id } = await printSheet((await client().users.makeRecoveryCode()).code);
    expect(existsSync(join(service.documentsFolder, `${id}.pdf`))).toBe(true);
    await happen();
    expect(listDocuments()).toEqual(['0000000000000000000000.pdf']);
  });

  test('is deleted when Yachay ends', async () => {
    const { id } = await printSheet((await client().users.makeRecoveryCode()).code);
    const pdf = join(service.documentsFolder, `${id}.pdf`);
    expect(existsSync(pdf)).toBe(true);
    service.close();
    expect(existsSync(pdf)).toBe(false);
    service = openService();
  });

  test('does not outlive a power cut', async () => {
    const { id } = await printSheet((await client().users.makeRecoveryCode()).code);
    const pdf = join(service.documentsFolder, `${id}.pdf`);
    expect(existsSync(pdf)).toBe(true);
    const next = openService();
    expect(existsSync(pdf)).toBe(false);
    next.close();
  });

  test('leaves the code nowhere in the database', async () => {
    const { code } = await client().users.makeRecoveryCode();
    await printSheet(code);
    service.db.handle.pragma('wal_checkpoint(TRUNCATE)');
    const bytes = readFileSync(join(dataFolder, 'yachay.db')).toString('latin1');
    for (const form of [code, code.replaceAll('-', ''), ...code.split('-')]) {
      expect(bytes.includes(form)).toBe(false);
    }
  });
});
