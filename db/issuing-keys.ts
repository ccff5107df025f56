import type { DeviceId } from '../domain/ids.ts';
import { findRow, type ReadableDb } from './database.ts';

/** A pair of keys of this device, each as text. */
export interface IssuingKey {
  id: string;
  publicKey: string;
  privateKey: string;
}

/** The newest key with which a device seals certificates, or null where its private half is not on this PC. */
export function findIssuingKey(db: ReadableDb, deviceId: DeviceId): IssuingKey | null {
  const row = findRow<IssuingKey>(
    db,
    `SELECT k.id, k.public_key AS publicKey, p.private_key AS privateKey
     FROM issuing_key k JOIN private_key p ON p.issuing_key_id = k.id
     WHERE k.device_id = ? AND k.deleted_at IS NULL ORDER BY k.created_at DESC, k.id DESC LIMIT 1`,
    deviceId,
  );
  return row ?? null;
}

/** The public half of a key this PC knows, its own or another office PC's; null where it knows no such key. */
export function findPublicKey(db: ReadableDb, keyId: string): string | null {
  const row = findRow<{ public_key: string }>(
    db,
    'SELECT public_key FROM issuing_key WHERE id = ? AND deleted_at IS NULL',
    keyId,
  );
  return row?.public_key ?? null;
}
