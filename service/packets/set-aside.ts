import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PacketAside, PacketOutcome } from '../../domain/packet.ts';
import { addAside, findPacketDevice, listAside, removeAside } from '../../db/exchange.ts';
import type { Service } from '../service.ts';
import { asideFile, asideFolder } from './packet-folders.ts';

/** What is kept aside must not fill the disk: so many packets, of so many bytes in all. */
const maxAsideCount = 50;
/** Of PCs that nobody accepted, so that they never take the place of the office's own. */
const maxOfStrangers = 20;
const maxAsideBytes = 512 * 1024 * 1024;

/**
 * Keeps a packet that could not be taken in until somebody decides or what it lacks arrives; a newer one takes the
 * place of an older one of the same PC for the same reason. Answers false where there is no room for it: whoever
 * brought it has it still.
 */
export async function keepAside(service: Service, file: string, outcome: PacketOutcome): Promise<boolean> {
  const { aside: reason, fileName, sender, fingerprint, entries } = outcome;
  if (reason === null) return false;
  const id = await hashFile(file);
  const target = asideFile(service.dataFolder, id);
  for (const former of listAside(service.db).filter((each) => each.id !== id && isReplaced(each, outcome))) {
    await discardAside(service, former.id);
  }
  if (file !== target) {
    if (!hasRoom(service, sender, statSync(file).size)) return false;
    await copyFile(file, target);
  }
  const receivedAt = Date.parse(service.now());
  addAside(service.db, { id, fileName, receivedAt, sender, reason, fingerprint, entries });
  return true;
}

/** What one waits for may be in an earlier one; of the others the newest holds all that is not here. */
function isReplaced(former: PacketAside, { sender, aside }: PacketOutcome): boolean {
  const isOfSame = sender !== null && former.sender?.id === sender.id;
  return isOfSame && former.reason === aside && aside !== 'gap' && aside !== 'future';
}

function hasRoom({ db, dataFolder }: Service, sender: PacketOutcome['sender'], bytes: number): boolean {
  const folder = asideFolder(dataFolder);
  const kept = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  if (kept + bytes > maxAsideBytes) return false;
  const isStranger = (id: string | undefined) => id === undefined || findPacketDevice(db, id) === null;
  const all = listAside(db);
  if (!isStranger(sender?.id)) return all.length < maxAsideCount;
  return all.filter((each) => isStranger(each.sender?.id)).length < maxOfStrangers;
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
