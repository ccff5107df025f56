import { randomInt } from 'node:crypto';
import type { UserId } from '../domain/ids.ts';
import { createRecoveryCode, readRecoveryCode } from '../domain/recovery-code.ts';
import { isRefusal, refuse, type Refusal } from '../domain/refusal.ts';
import type { User } from '../domain/user.ts';
import { inTransaction, type Writer } from '../db/database.ts';
import { findRecoveryHash, setRecoveryHash } from '../db/office.ts';
import { findUser, setPasswordHash } from '../db/users.ts';
import { forgetWrongTries, recoveryCodeKey } from '../db/wrong-tries.ts';
import { hashPassword, isPasswordOf } from './passwords.ts';
import type { Connection, Service } from './service.ts';
import { removeSecretDocuments } from './documents/secret-documents.ts';
import { type TooManyTries, trySecret, type Wait } from './tries.ts';

/** Makes the office's recovery code, which is shown this once; the one before holds no more. */
export async function makeRecoveryCode(service: Service, writer: Writer): Promise<{ code: string }> {
  const code = createRecoveryCode((bound) => randomInt(bound));
  setRecoveryHash(writer, await hashPassword(readRecoveryCode(code)));
  forgetWrongTries(service.db, recoveryCodeKey);
  removeSecretDocuments(service.documentsFolder);
  return { code };
}

/** Whether a code is the one that holds, for whoever has just been shown it. */
export async function isRecoveryCode(service: Service, code: string): Promise<boolean> {
  const hash = findRecoveryHash(service.db);
  return hash !== null && (await isPasswordOf(hash, readRecoveryCode(code)));
}

type RecoverRefusal = Refusal<'NOT_FOUND'> | Refusal<'WRONG_CODE', Wait> | TooManyTries;

const noWait: Wait = { seconds: 0 };

/**
 * Gives a coordinator a new password in exchange for the recovery code, which is spent, and signs them in. Wrong codes
 * wait as wrong passwords do.
 */
export async function recover(
  service: Service,
  connection: Connection,
  { code, userId, password }: { code: string; userId: UserId; password: string },
): Promise<User | RecoverRefusal> {
  const hash = findRecoveryHash(service.db);
  if (hash === null) return refuse('WRONG_CODE', noWait);
  const wait = await trySecret(service, recoveryCodeKey, hash, readRecoveryCode(code));
  if (isRefusal(wait)) return wait;
  if (wait !== null) return refuse('WRONG_CODE', wait);
  const user = findUser(service.db, userId);
  if (user?.role !== 'coordinator' || !user.isActive) return refuse('NOT_FOUND');
  const changed = spendCode(service.createWriter(userId), hash, userId, await hashPassword(password));
  if (isRefusal(changed)) return changed;
  forgetWrongTries(service.db, userId);
  connection.userId = userId;
  connection.isLocked = false;
  return changed;
}

/** Once only: of two who hold the same code at the same moment, the second one comes too late. */
function spendCode(
  writer: Writer,
  hash: string,
  userId: UserId,
  passwordHash: string,
): User | Refusal<'NOT_FOUND'> | Refusal<'WRONG_CODE', Wait> {
  return inTransaction(writer.db, () => {
    if (findRecoveryHash(writer.db) !== hash) return refuse('WRONG_CODE', noWait);
    setRecoveryHash(writer, null);
    return setPasswordHash(writer, userId, passwordHash);
  });
}
