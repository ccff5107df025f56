import { open } from 'node:fs/promises';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal.ts';
import { findDeviceSecret } from '../../db/devices.ts';
import type { ReadableDb } from '../../db/database.ts';
import { decryptFile, isAge, readAgeKind } from '../files/age.ts';

export type OpenRefusal = Refusal<
  'PASSPHRASE_NEEDED' | 'WRONG_PASSPHRASE' | 'NOT_FOR_THIS_DEVICE' | 'NOT_A_PACKET' | 'DAMAGED_PACKET'
>;

/**
 * The file of a packet with its lock taken off: itself where it has none, otherwise `target`, written anew. One locked
 * for the office's PCs opens with this device's key.
 */
export async function openPacket(
  db: ReadableDb,
  file: string,
  {
    target,
    passphrase,
    signal,
  }: { target: string; passphrase: string | null; signal?: AbortSignal | undefined },
): Promise<string | OpenRefusal> {
  if (!isAge(await readFirstBytes(file))) return file;
  const kind = await readAgeKind(file);
  if (isRefusal(kind)) return refuse('DAMAGED_PACKET');
  if (kind === 'passphrase' && passphrase === null) return refuse('PASSPHRASE_NEEDED');
  const identity = findDeviceSecret(db)?.ageIdentity;
  const key =
    kind === 'passphrase'
      ? { passphrase: passphrase ?? '' }
      : { identities: identity === undefined || identity === null ? [] : [identity] };
  const refusal = await decryptFile(file, target, key, signal);
  if (refusal === null) return target;
  if (refusal.refused !== 'WRONG_PASSPHRASE') return refuse('DAMAGED_PACKET');
  return refuse(kind === 'passphrase' ? 'WRONG_PASSPHRASE' : 'NOT_FOR_THIS_DEVICE');
}

async function readFirstBytes(file: string): Promise<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
