import { hostname } from 'node:os';
import type { OfficeSetup, SetupState } from '../domain/contract/setup.ts';
import type { UserId } from '../domain/ids.ts';
import { isRefusal, refuse, type Refusal } from '../domain/refusal.ts';
import type { User } from '../domain/user.ts';
import { findOffice } from '../db/office.ts';
import { setUpOffice } from '../db/setup.ts';
import { findPasswordHash, findUser, listUsers } from '../db/users.ts';
import { createDeviceKeys } from './device-keys.ts';
import { findMunicipality, readMunicipalities } from './municipalities.ts';
import { isPasswordOf } from './passwords.ts';
import type { Connection, Service } from './service.ts';
import { hashIfGiven } from './users.ts';

/**
 * What the first screen asks. Where a single person works with Yachay and has no password, there is nothing to
 * ask them: they are signed in.
 */
export function readSetupState(service: Service, connection: Connection): SetupState {
  const office = findOffice(service.db);
  if (office === null) return { state: 'needsSetup' };
  const users = listUsers(service.db).filter(({ isActive }) => isActive);
  const user = service.findSignedInUser(connection) ?? signInOnlyUser(connection, users);
  return user === null
    ? { state: 'needsSignIn', officeName: office.name, users }
    : { state: 'ready', officeName: office.name, user };
}

/** Makes the office with this device and its keys, and signs its first coordinator in. */
export async function startOffice(
  service: Service,
  connection: Connection,
  setup: OfficeSetup,
): Promise<User | Refusal<'ALREADY_SET_UP'> | Refusal<'NOT_FOUND'>> {
  const municipality = findMunicipality(
    readMunicipalities(service.resourcesFolder),
    setup.office.municipalityCode,
  );
  if (municipality === null) return refuse('NOT_FOUND');
  const { db, now, newId } = service;
  const user = setUpOffice(db, {
    setup,
    municipalityName: municipality.name,
    passwordHash: await hashIfGiven(setup.user.password),
    deviceName: hostname(),
    keys: await createDeviceKeys(),
    now,
    newId,
  });
  if (!isRefusal(user)) connection.userId = user.id;
  return user;
}

/** Signs an active user in on a connection; one without a password needs none. */
export async function signIn(
  service: Service,
  connection: Connection,
  { userId, password }: { userId: UserId; password: string | null },
): Promise<User | Refusal<'NOT_FOUND'> | Refusal<'WRONG_PASSWORD'>> {
  const user = findUser(service.db, userId);
  if (user === null || !user.isActive) return refuse('NOT_FOUND');
  const hash = findPasswordHash(service.db, userId);
  const isRight = hash === null || (await isPasswordOf(hash, password ?? ''));
  if (!isRight) return refuse('WRONG_PASSWORD');
  connection.userId = user.id;
  return user;
}

/** Nobody is signed in on a connection any more. */
export function signOut(connection: Connection): null {
  connection.userId = null;
  return null;
}

function signInOnlyUser(connection: Connection, users: readonly User[]): User | null {
  const [only, other] = users;
  if (only === undefined || other !== undefined || only.hasPassword) return null;
  connection.userId = only.id;
  return only;
}
