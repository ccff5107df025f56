import { randomUUID } from 'node:crypto';
import { copyFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Progress } from '../../domain/contract/procedure.ts';
import type { PacketLock } from '../../domain/packet.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal.ts';
import type { Writer } from '../../db/database.ts';
import { findDeviceSecret, findThisDevice, giveDeviceKeys } from '../../db/devices.ts';
import { addExchangeEvent, findPacketDevice, listOtherDevices } from '../../db/exchange.ts';
import { createDeviceKeys } from '../device-keys.ts';
import { type AgeLock, encryptFile } from '../files/age.ts';
import { rememberSent } from '../identity-guard.ts';
import { writeFileWhole, type WriteRefusal } from '../files/write-file.ts';
import type { Service } from '../service.ts';
import { outgoingFolder } from './packet-folders.ts';
import { writePacket } from './write-packet.ts';

export interface Sending {
  /** Null: for all. */
  forDevice: string | null;
  lock: PacketLock;
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal | undefined;
}

export interface SentPacket {
  entries: number;
  bytes: number;
}

export type SendRefusal = WriteRefusal | Refusal<'NEEDS_COPY'> | Refusal<'NOT_FOUND'>;

/**
 * Makes a packet and puts it, locked as asked, where it is wanted: whole, or not at all. Refuses NOT_FOUND where the
 * receiver is not known.
 */
export async function sendPacket(
  service: Service,
  writer: Writer,
  target: string,
  { forDevice, lock, onProgress, signal }: Sending,
): Promise<SentPacket | SendRefusal> {
  if (forDevice !== null && findPacketDevice(service.db, forDevice) === null) return refuse('NOT_FOUND');
  await ensureKeys(service, writer);
  const open = join(outgoingFolder(service.dataFolder), `${randomUUID()}.open`);
  try {
    const madeAt = service.now();
    const how = { forDevice, madeAt, ...(onProgress && { onProgress }), ...(signal && { signal }) };
    const manifest = await service.packetQueue.run(() => writePacket(service.db, open, how));
    if (isRefusal(manifest)) return manifest;
    rememberSent(service.db, service.dataFolder);
    const ageLock = toAgeLock(service, forDevice, lock);
    const refusal = await writeFileWhole(target, (unfinished) =>
      ageLock === null ? copyFile(open, unfinished) : encryptFile(open, unfinished, ageLock, signal),
    );
    if (refusal !== null) return refusal;
    return { entries: manifest.entries, bytes: (await stat(target)).size };
  } finally {
    await rm(open, { force: true });
  }
}

/** An office from before there were packets has a device without keys; one with a new identity lacks some. */
async function ensureKeys(service: Service, writer: Writer): Promise<void> {
  if ((findDeviceSecret(service.db)?.ageIdentity ?? null) === null) {
    giveDeviceKeys(writer, await createDeviceKeys());
  }
}

function toAgeLock(service: Service, forDevice: string | null, lock: PacketLock): AgeLock | null {
  if (lock.kind === 'open') return null;
  if (lock.kind === 'passphrase') return { passphrase: lock.passphrase };
  const { db } = service;
  const own = findThisDevice(db);
  const ids = [
    ...(own === null ? [] : [own.id]),
    ...(forDevice === null ? listOtherDevices(db) : [forDevice]),
  ];
  const recipients = ids.flatMap((id) => findPacketDevice(db, id)?.ageRecipient ?? []);
  return { recipients };
}

/** Remembers that a packet was made. */
export function recordSent(
  service: Service,
  { userId }: Writer,
  sent: { fileName: string; entries: number; forDevice: string | null; isUnattended: boolean },
): void {
  addExchangeEvent(service.db, {
    direction: 'out',
    happenedAt: Date.parse(service.now()),
    madeBy: sent.isUnattended ? null : userId,
    peerId: sent.forDevice,
    fileName: sent.fileName,
    entries: sent.entries,
    applied: 0,
    known: 0,
    waiting: 0,
    quarantined: 0,
  });
}

/** 'Yachay PC de Rosa 2026-11-22 1830.yachay', with nothing that Windows refuses in a file name. */
export function packetFileName(deviceName: string, localTime: string): string {
  const name = deviceName.replace(/[^\p{L}\p{N} _-]+/gu, ' ').trim();
  return `Yachay ${name} ${localTime}.yachay`;
}
