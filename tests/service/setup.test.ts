import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OfficeSetup } from '../../domain/contract/setup.ts';
import type { UserId } from '../../domain/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { User } from '../../domain/user.ts';
import { getOffice } from '../../db/office.ts';
import { findPasswordHash, updateUser } from '../../db/users.ts';
import { changeOffice } from '../../service/office.ts';
import { type Connection, createService, type Service } from '../../service/service.ts';
import { readSetupState, signIn, signOut, startOffice } from '../../service/setup.ts';
import { addUser, changePassword } from '../../service/users.ts';
import { accepted } from '../support/edition.ts';
import { testOfficeSetup } from '../support/office.ts';

const resourcesFolder = fileURLToPath(new URL('../../resources', import.meta.url));
const password = 'quinua real';
const withPassword: OfficeSetup = { ...testOfficeSetup, user: { name: 'Rosa Quispe', password } };

let dataFolder: string;
let service: Service;
let connection: Connection;

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'yachay-setup-'));
  service = createService({ dataFolder, resourcesFolder, database: ':memory:' });
  connection = { userId: null };
});

afterEach(() => {
  service.close();
  rmSync(dataFolder, { recursive: true });
});

async function start(setup: OfficeSetup): Promise<User> {
  const user = await startOffice(service, connection, setup);
  if (isRefusal(user)) throw new Error(user.refused);
  return user;
}

describe('the first screen', () => {
  test('asks for the set-up while there is no office', () => {
    expect(readSetupState(service, connection)).toEqual({ state: 'needsSetup' });
  });

  test('is ready for the coordinator who has just set the office up', async () => {
    const user = await start(withPassword);
    expect(user).toMatchObject({ name: 'Rosa Quispe', role: 'coordinator', hasPassword: true });
    expect(getOffice(service.db).municipality).toBe('Vinto');
    const ready = { state: 'ready', officeName: testOfficeSetup.office.name, user, idleMinutes: 10 };
    expect(readSetupState(service, connection)).toEqual(ready);
  });

  test('asks who is there on another connection', async () => {
    const user = await start(withPassword);
    expect(readSetupState(service, { userId: null })).toEqual({
      state: 'needsSignIn',
      officeName: testOfficeSetup.office.name,
      users: [user],
      hasRecoveryCode: false,
    });
  });

  test('signs the only user in at once where they have no password', async () => {
    const user = await start(testOfficeSetup);
    const other: Connection = { userId: null };
    expect(readSetupState(service, other)).toMatchObject({ state: 'ready', user });
    expect(other.userId).toBe(user.id);
  });

  test('asks who is there once there are two, and offers only those who may sign in', async () => {
    const user = await start(testOfficeSetup);
    const writer = service.createWriter(user.id);
    const trainer = accepted(
      await addUser(writer, { name: 'Tito', role: 'trainer', password: null, personId: null }),
    );
    const other: Connection = { userId: null };
    expect(readSetupState(service, other)).toMatchObject({ state: 'needsSignIn', users: [user, trainer] });
    updateUser(writer, { ...trainer, isActive: false });
    expect(readSetupState(service, other)).toMatchObject({ state: 'ready', user });
  });

  test('an office is set up once, in a municipality of the catalogue', async () => {
    const nowhere = { ...testOfficeSetup, office: { ...testOfficeSetup.office, municipalityCode: '999999' } };
    expect(await startOffice(service, connection, nowhere)).toMatchObject({ refused: 'NOT_FOUND' });
    await start(testOfficeSetup);
    const again: Connection = { userId: null };
    expect(await startOffice(service, again, testOfficeSetup)).toMatchObject({ refused: 'ALREADY_SET_UP' });
    expect(again.userId).toBeNull();
  });

  test('the name of a municipality comes from the catalogue', async () => {
    const writer = service.createWriter((await start(testOfficeSetup)).id);
    const draft = { ...testOfficeSetup.office, municipalityCode: '031401' };
    expect(changeOffice(writer, draft, resourcesFolder)).toMatchObject({ municipality: 'Punata' });
    const nowhere = { ...draft, municipalityCode: '999999' };
    expect(changeOffice(writer, nowhere, resourcesFolder)).toMatchObject({ refused: 'NOT_FOUND' });
  });
});

describe('signing in and out', () => {
  test('takes the right password and no other', async () => {
    const { id: userId } = await start(withPassword);
    const other: Connection = { userId: null };
    for (const wrong of ['quinua falsa', null]) {
      const answer = await signIn(service, other, { userId, password: wrong });
      expect(answer).toMatchObject({ refused: 'WRONG_PASSWORD' });
    }
    expect(other.userId).toBeNull();
    expect(await signIn(service, other, { userId, password })).toMatchObject({ id: userId });
    expect(service.findSignedInUser(other)).toMatchObject({ id: userId });
    signOut(service, other);
    expect(service.findSignedInUser(other)).toBeNull();
  });

  test('is not for who is unknown or shut out', async () => {
    const user = await start(testOfficeSetup);
    const writer = service.createWriter(user.id);
    const trainer = accepted(
      await addUser(writer, { name: 'Tito', role: 'trainer', password: null, personId: null }),
    );
    updateUser(writer, { ...trainer, isActive: false });
    for (const userId of [trainer.id, '0000000000000000000000' as UserId]) {
      const answer = await signIn(service, connection, { userId, password: null });
      expect(answer).toMatchObject({ refused: 'NOT_FOUND' });
    }
  });
});

describe('passwords of users', () => {
  test('everyone sets their own, a coordinator anyone’s, nobody else another’s', async () => {
    const coordinator = await start(testOfficeSetup);
    const writer = service.createWriter(coordinator.id);
    const trainer = accepted(
      await addUser(writer, { name: 'Tito', role: 'trainer', password, personId: null }),
    );
    expect(trainer.hasPassword).toBe(true);
    expect(await changePassword(writer, trainer, { id: trainer.id, password: null })).toMatchObject({
      hasPassword: false,
    });
    expect(await changePassword(writer, coordinator, { id: trainer.id, password })).toMatchObject({
      hasPassword: true,
    });
    expect(await changePassword(writer, trainer, { id: coordinator.id, password })).toEqual({
      refused: 'FORBIDDEN',
      data: { needs: 'coordinator' },
    });
    expect(findPasswordHash(service.db, coordinator.id)).toBeNull();
  });
});
