import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PacketOutcome } from '../../domain/packet.ts';
import { addAside, listAside, removeAside } from '../../db/exchange.ts';
import type { Service } from '../service.ts';
import { asideFile, asideFolder } from './packet-folders.ts';

/** What is kept aside must not fill the disk: so many packets, of so many bytes in all. */
const maxAsideCount = 50;
const maxAsideBytes = 512 * 1024 * 1024;

/**
 * Keeps a packet that could not be taken in until somebody decides or what it lacks arrives. One for which there is no
 * room is not kept: whoever brought it has it still.
 */
export async function keepAside(service: Service, file: string, outcome: PacketOutcome): Promise<void> {
  const { aside: reason, fileName, sender, fingerprint, entries } = outcome;
  if (reason === null) return;
  const id = await hashFile(file);
  const target = asideFile(service.dataFolder, id);
  if (file !== target) {
    if (!hasRoom(service, statSync(file).size)) return;
    await copyFile(file, target);
  }
  const receivedAt = Date.parse(service.now());
  addAside(service.db, { id, fileName, receivedAt, sender, reason, fingerprint, entries });
}

function hasRoom({ db, dataFolder }: Service, bytes: number): boolean {
  const folder = asideFolder(dataFolder);
  const kept = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  return listAside(db).length < maxAsideCount && kept + bytes <= maxAsideBytes;
}

/** Throws a packet set aside away. */
export async function discardAside(service: Service, id: string): Promise<null> {
  await rm(asideFile(service.dataFolder, id), { force: true });
  removeAside(service.db, id);
  return null;
}

async function hashFile(file: string): Promise<string> {
  const digest = createHash('sha256');
  for await (const piece of createReadStream(file)) digest.update(piece as Buffer);
  return digest.digest('hex');
}
