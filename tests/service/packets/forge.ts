import { createHash, createPrivateKey, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { type PacketManifest, packetManifestSchema } from '../../../domain/packet.ts';
import { findDeviceSecret } from '../../../db/devices.ts';
import type { Pc } from './offices.ts';
import { send } from './offices.ts';

/** A packet taken apart: what its maker could have written otherwise. */
export interface Parts {
  manifest: PacketManifest;
  lines: string[];
}

/** What a liar may change. The office's own PC signs it: everything but the lie is right. */
export type Lie = (parts: Parts) => void;

/** Reads a packet that was honestly made. */
export function takeApart(file: string): Parts {
  const bytes = readFileSync(file);
  const head = /^YACHAY-PACKET 1 (\d+)\n/.exec(bytes.subarray(0, 64).toString('latin1'));
  const manifestAt = head?.[0].length ?? 0;
  const manifestEnd = manifestAt + Number(head?.[1]);
  const bodyAt = bytes.indexOf('\n', manifestEnd + 1) + 1;
  const manifest = packetManifestSchema.parse(JSON.parse(bytes.toString('utf8', manifestAt, manifestEnd)));
  const lines = zstdDecompressSync(bytes.subarray(bodyAt)).toString('utf8').trimEnd().split('\n');
  return { manifest, lines };
}

function signAs(pc: Pc, text: string): string {
  const secret = findDeviceSecret(pc.service.db);
  if (secret === null) throw new Error('no key');
  const key = createPrivateKey({
    key: Buffer.from(secret.signingKey, 'base64url'),
    format: 'der',
    type: 'pkcs8',
  });
  return sign(null, Buffer.from(text), key).toString('base64url');
}

/** The chain over lines as the format describes it, written here a second time. */
export function chainOver(before: string, lines: readonly string[]): string {
  let link = before;
  for (const line of lines) link = createHash('sha256').update(`${link}\n${line}`).digest('hex');
  return link;
}

/** Seals the own section of a packet over the lines it has now: a device that lies about its own work. */
export function reseal(pc: Pc, { manifest, lines }: Parts): void {
  const [section] = manifest.sections;
  if (section === undefined) return;
  const isOwn = (line: string) =>
    manifest.sections.length === 1 || line.startsWith(`["${section.device.id}"`);
  section.hash = chainOver(section.hashBefore, lines.filter(isOwn));
  section.signature = signAs(pc, `yachay-log ${section.device.id} ${section.to} ${section.hash}`);
}

/** Writes parts as a packet that is signed by a PC, over a body that may be given as it is. */
export function putTogether(pc: Pc, { manifest, lines }: Parts, body?: Uint8Array): string {
  const written = body ?? zstdCompressSync(lines.map((line) => `${line}\n`).join(''));
  manifest.body = { bytes: written.length, sha256: createHash('sha256').update(written).digest('hex') };
  const text = JSON.stringify(manifest, null, 2);
  const file = join(pc.folder, `${createHash('sha256').update(text).digest('hex').slice(0, 12)}.yachay`);
  const head = `YACHAY-PACKET 1 ${Buffer.byteLength(text)}\n${text}\n${signAs(pc, text)}\n`;
  writeFileSync(file, Buffer.concat([Buffer.from(head), written]));
  return file;
}

/** A packet of a PC with a lie in it, sealed and signed by that PC as if it were true. */
export async function forge(pc: Pc, lie: Lie): Promise<string> {
  const parts = takeApart(await send(pc));
  lie(parts);
  reseal(pc, parts);
  return putTogether(pc, parts);
}
