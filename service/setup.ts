import { hostname } from 'node:os';
import type { OfficeSetup, SetupState } from '../domain/contract/setup.ts';
import type { UserId } from '../domain/ids.ts';
import { isRefusal, refuse, type Refusal } from '../domain/refusal.ts';
import type { User } from '../domain/user.ts';
import { findOffice, findRecoveryHash } from '../db/office.ts';
import { setUpOffice } from '../db/setup.ts';
import { findPasswordHash, findUser, listUsers } from '../db/users.ts';
import { createDeviceKeys } from './device-keys.ts';
import { findMunicipality, readMunicipalities } from './municipalities.ts';
import { removeSecretDocuments } from './documents/secret-documents.ts';
import type { Connection, Service } from './service.ts';
import { type TooManyTries, trySecret, type Wait } from './tries.ts';
import { hashIfGiven } from './users.ts';

/**
 * What the first screen asks. Where a single person works with Yachay and has no password, there is nothing to
 * ask them: they are signed in.
 */
export function readSetupState(service: Service, connection: Connection): SetupState {
  if (service.isDamaged) return { state: 'damaged' };
  const office = findOffice(service.db);
  if (office === null) return { state: 'needsSetup' };
  const { name: officeName, idleMinutes } = office;
  const users = listUsers(service.db).filter(({ isActive }) => isActive);
  const locked = connection.isLocked === true ? users.find(({ id }) => id === connection.userId) : undefined;
  if (locked !== undefined) return { state: 'locked', officeName, user: locked };
  const user = service.findSignedInUser(connection) ?? signInOnlyUser(connection, users);
  if (user !== null) return { state: 'ready', officeName, user, idleMinutes };
  const hasRecoveryCode = findRecoveryHash(service.db) !== null;
  return { state: 'needsSignIn', officeName, users, hasRecoveryCode };
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
  if (!isRefusal(user)) enter(connection, user.id);
  return user;
}

/** Signs an active user in on a connection, or unlocks it; one without a password needs none. */
export async function signIn(
  service: Service,
  connection: Connection,
  { userId, password }: { userId: UserId; password: string | null },
): Promise<User | Refusal<'NOT_FOUND'> | Refusal<'WRONG_PASSWORD', Wait> | TooManyTries> {
  const user = findUser(service.db, userId);
  if (user === null || !user.isActive) return refuse('NOT_FOUND');
  const hash = findPasswordHash(service.db, userId);
  const wait = hash === null ? null : await trySecret(service, userId, hash, password ?? '');
  if (isRefusal(wait)) return wait;
  if (wait !== null) return refuse('WRONG_PASSWORD', wait);
  enter(connection, user.id);
  return user;
}

/** Nobody is signed in on a connection any more. */
export function signOut(service: Service, connection: Connection): null {
  removeSecretDocuments(service.documentsFolder);
  connection.userId = null;
  connection.isLocked = false;
  return null;
}

/**
 * Takes a connection's rights away until its user gives their password. Where they have none there is nothing to
 * unlock with, and nothing would be kept from anyone.
 */
export function lock(service: Service, connection: Connection, user: User): null | Refusal<'NO_PASSWORD'> {
  if (!user.hasPassword) return refuse('NO_PASSWORD');
  removeSecretDocuments(service.documentsFolder);
  connection.isLocked = true;
  return null;
}

function enter(connection: Connection, userId: UserId): void {
  connection.userId = userId;
  connection.isLocked = false;
}

function signInOnlyUser(connection: Connection, users: readonly User[]): User | null {
  const [only, other] = users;
  if (only === undefined || other !== undefined || only.hasPassword) return null;
  enter(connection, only.id);
  return only;
}
