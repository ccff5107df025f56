import type { PersonId, UserId } from '../domain/ids.ts';
import { fullName, type PersonName } from '../domain/person-name.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import type { Role } from '../domain/role.ts';
import { compareSpanish } from '../domain/text.ts';
import type { User } from '../domain/user.ts';
import { findStandIn, listCoordinators } from './coordinators.ts';
import {
  all,
  findRow,
  insertRow,
  inTransaction,
  type ReadableDb,
  updateRow,
  type Writer,
} from './database.ts';
import { requireJustWritten } from './just-written.ts';

interface UserRow {
  id: UserId;
  name: string;
  role: Role;
  password_hash: string | null;
  is_active: number;
  person_id: PersonId | null;
  given_names: string | null;
  paternal_surname: string | null;
  maternal_surname: string | null;
  married_surname: string | null;
}

const userQuery = `SELECT u.id, u.name, u.role, u.password_hash, u.is_active, u.person_id,
    p.given_names, p.paternal_surname, p.maternal_surname, p.married_surname
  FROM user_account u LEFT JOIN person p ON p.id = u.person_id WHERE u.deleted_at IS NULL`;

export interface NewUser {
  name: string;
  role: Role;
  /** As service/passwords.ts writes it; null: signs in without a password. */
  passwordHash: string | null;
  personId: PersonId | null;
}

export interface UserChange {
  id: UserId;
  name: string;
  role: Role;
  isActive: boolean;
  personId: PersonId | null;
}

/** Everyone who may or once might sign in, by name. */
export function listUsers(db: ReadableDb): User[] {
  const rows = all<UserRow>(db, userQuery);
  const standIn = findStandIn(db);
  return rows.map((row) => rowToUser(row, standIn)).toSorted((a, b) => compareSpanish(a.name, b.name));
}

/** A user, active or not. */
export function findUser(db: ReadableDb, id: string): User | null {
  const row = findUserRow(db, id);
  return row === undefined ? null : rowToUser(row, findStandIn(db));
}

/** What is stored of a user's password; null where they have none or are not there. */
export function findPasswordHash(db: ReadableDb, id: UserId): string | null {
  return findUserRow(db, id)?.password_hash ?? null;
}

/** Adds an active user. Refuses NOT_FOUND where the person they are is not there. */
export function createUser(writer: Writer, user: NewUser): User | Refusal<'NOT_FOUND'> {
  return inTransaction(writer.db, () => {
    if (!isPersonIfAny(writer.db, user.personId)) return refuse('NOT_FOUND');
    return insertUser(writer, writer.newId(), user);
  });
}

/** Adds an active user whose id is known already: the first one, who made themselves. */
export function insertUser(writer: Writer, id: string, user: NewUser): User {
  const { name, role, passwordHash, personId } = user;
  insertRow(writer, 'user_account', {
    id,
    name,
    role,
    password_hash: passwordHash,
    is_active: 1,
    person_id: personId,
  });
  return requireJustWritten(findUser(writer.db, id));
}

/** Changes name, role, who they are and whether they may sign in. One active coordinator must remain. */
export function updateUser(
  writer: Writer,
  { id, name, role, isActive, personId }: UserChange,
): User | Refusal<'NOT_FOUND'> | Refusal<'LAST_COORDINATOR'> {
  return inTransaction(writer.db, () => {
    const staysCoordinator = role === 'coordinator' && isActive;
    const [coordinator, another] = listCoordinators(writer.db);
    if (!staysCoordinator && coordinator === id && another === undefined) return refuse('LAST_COORDINATOR');
    const isKnown = findUser(writer.db, id) !== null && isPersonIfAny(writer.db, personId);
    if (!isKnown) return refuse('NOT_FOUND');
    updateRow(
      writer,
      'user_account',
      { id },
      { name, role, is_active: isActive ? 1 : 0, person_id: personId },
    );
    return requireJustWritten(findUser(writer.db, id));
  });
}

/** Sets the hash of a password, or takes the password away. */
export function setPasswordHash(
  writer: Writer,
  id: UserId,
  passwordHash: string | null,
): User | Refusal<'NOT_FOUND'> {
  return inTransaction(writer.db, () => {
    if (findUser(writer.db, id) === null) return refuse('NOT_FOUND');
    updateRow(writer, 'user_account', { id }, { password_hash: passwordHash });
    return requireJustWritten(findUser(writer.db, id));
  });
}

function findUserRow(db: ReadableDb, id: string): UserRow | undefined {
  return findRow<UserRow>(db, `${userQuery} AND u.id = ?`, id);
}

function isPersonIfAny(db: ReadableDb, personId: PersonId | null): boolean {
  if (personId === null) return true;
  return findRow(db, 'SELECT 1 FROM person WHERE id = ? AND deleted_at IS NULL', personId) !== undefined;
}

function rowToPersonName(row: UserRow): PersonName {
  return {
    givenNames: row.given_names ?? '',
    paternalSurname: row.paternal_surname,
    maternalSurname: row.maternal_surname,
    marriedSurname: row.married_surname,
  };
}

function rowToUser(row: UserRow, standIn: UserId | null): User {
  const standsIn = row.id === standIn;
  return {
    id: row.id,
    name: row.name,
    role: standsIn ? 'coordinator' : row.role,
    hasPassword: row.password_hash !== null,
    isActive: standsIn || row.is_active === 1,
    standsIn,
    personId: row.person_id,
    personName: row.person_id === null ? null : fullName(rowToPersonName(row)),
  };
}
