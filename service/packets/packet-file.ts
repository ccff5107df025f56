import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { packetFormat, type PacketManifest, packetManifestSchema } from '../../domain/packet.ts';
import { refuse, type Refusal } from '../../domain/refusal.ts';

/**
 * A packet is one file: a line that says what it is, the manifest as text, its signature, and the entries as
 * zstd-compressed lines. The first line gives the length of what can be read before them:
 *
 *     YACHAY-PACKET 1 <bytes of the manifest>
 *     { …manifest… }
 *     <signature of the manifest, Ed25519, base64url>
 *     <body>
 */
const magic = 'YACHAY-PACKET';
const maxManifestBytes = 1024 * 1024;
const maxHeadBytes = maxManifestBytes + 1024;

/** A packet's head, read and well formed; nothing of it is proven yet. */
export interface PacketHead {
  readonly manifest: PacketManifest;
  readonly manifestText: string;
  readonly signature: string;
  /** Where the body begins in the file. */
  readonly bodyAt: number;
}

/** The bytes before the body. */
export function formatHead(manifestText: string, signature: string): string {
  return `${magic} ${packetFormat} ${Buffer.byteLength(manifestText)}\n${manifestText}\n${signature}\n`;
}

/** Reads a packet's head. Refuses what is no packet, one of a newer format, and one whose head is not whole. */
export async function readHead(
  file: string,
): Promise<PacketHead | Refusal<'NOT_A_PACKET' | 'NEWER_PACKET' | 'DAMAGED_PACKET'>> {
  const start = await readStart(file);
  const firstLine = /^YACHAY-PACKET (\d{1,6}) (\d{1,8})\n/.exec(start.subarray(0, 64).toString('latin1'));
  if (firstLine === null)
    return refuse(
      start.subarray(0, magic.length).toString('latin1') === magic ? 'DAMAGED_PACKET' : 'NOT_A_PACKET',
    );
  if (Number(firstLine[1]) !== packetFormat) return refuse('NEWER_PACKET');
  const manifestAt = firstLine[0].length;
  const manifestEnd = manifestAt + Number(firstLine[2]);
  const signatureEnd = start.indexOf('\n', manifestEnd + 1);
  if (Number(firstLine[2]) > maxManifestBytes || signatureEnd < 0) return refuse('DAMAGED_PACKET');
  const manifestText = start.toString('utf8', manifestAt, manifestEnd);
  const manifest = packetManifestSchema.safeParse(parseJson(manifestText));
  if (!manifest.success) return refuse('DAMAGED_PACKET');
  const signature = start.toString('latin1', manifestEnd + 1, signatureEnd);
  return { manifest: manifest.data, manifestText, signature, bodyAt: signatureEnd + 1 };
}

async function readStart(file: string): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(maxHeadBytes), 0, maxHeadBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Whether the body is as long as the manifest says, and byte for byte what was signed. */
export async function isBodyWhole(file: string, { manifest, bodyAt }: PacketHead): Promise<boolean> {
  const { size } = await stat(file);
  if (size - bodyAt !== manifest.body.bytes) return false;
  const digest = createHash('sha256');
  for await (const piece of createReadStream(file, { start: bodyAt })) digest.update(piece as Buffer);
  return digest.digest('hex') === manifest.body.sha256;
}
