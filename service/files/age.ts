import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable, Writable } from 'node:stream';
import { Decrypter, Encrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { refuse, type Refusal } from '../../domain/refusal.ts';

/**
 * Files in the age format (https://age-encryption.org/v1), which any age program opens. Everything streams in
 * pieces of 64 KiB, so a file's size does not matter. A passphrase costs about half a second of computing at a
 * stretch: whatever must not wait for it calls from a worker thread.
 */

/** Who will be able to open a file. */
export type AgeLock = { passphrase: string } | { recipients: readonly string[] };
/** With what a file is opened. */
export type AgeKey = { passphrase: string } | { identities: readonly string[] };

/** How a file was locked, as its header says without opening it. */
export type AgeKind = 'passphrase' | 'recipients';

/** A key pair of age: `identity` opens (AGE-SECRET-KEY-1…), `recipient` locks (age1…). */
export interface AgePair {
  identity: string;
  recipient: string;
}

/**
 * WRONG_PASSPHRASE: no key given opens it. NOT_AGE: another kind of file. DAMAGED: cut off or altered.
 * TOO_COSTLY: its passphrase would take more memory than an office PC has, as no honest file does.
 */
export type AgeRefusal = Refusal<'WRONG_PASSPHRASE' | 'NOT_AGE' | 'DAMAGED' | 'TOO_COSTLY'>;

/** 2^17: about a second and 128 MB on an office PC. */
const workFactor = 17;
/** age's own programs use 18, which takes 256 MB; from 20 on it would be 1 GB and more. */
const maxWorkFactor = 19;
const firstLine = 'age-encryption.org/v1\n';
/** A header of ours takes 200 bytes; one for a hundred recipients stays below this. */
const maxHeaderBytes = 32 * 1024;

/** Makes a key pair. */
export async function createAgePair(): Promise<AgePair> {
  const identity = await generateIdentity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** Locks what streams through. */
export async function encryptStream(
  source: ReadableStream<Uint8Array>,
  lock: AgeLock,
): Promise<ReadableStream<Uint8Array>> {
  const encrypter = new Encrypter();
  if ('passphrase' in lock) {
    encrypter.setPassphrase(lock.passphrase);
    encrypter.setScryptWorkFactor(workFactor);
  } else {
    for (const recipient of lock.recipients) encrypter.addRecipient(recipient);
  }
  return encrypter.encrypt(source);
}

/**
 * Locks a file into another, which is written anew. Answers the SHA-256 of what was written, in hexadecimal. Errors of
 * the file system are thrown as they come.
 */
export async function encryptFile(
  source: string,
  target: string,
  lock: AgeLock,
  signal?: AbortSignal,
): Promise<string> {
  const digest = createHash('sha256');
  const digesting = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      digest.update(piece);
      controller.enqueue(piece);
    },
  });
  await pour((await encryptStream(readFile(source), lock)).pipeThrough(digesting), target, signal);
  return digest.digest('hex');
}

/**
 * Opens a file into another, which is written anew and is worth nothing where this refuses. Errors of the file
 * system are thrown as they come.
 */
export async function decryptFile(
  source: string,
  target: string,
  key: AgeKey,
  signal?: AbortSignal,
): Promise<null | AgeRefusal> {
  const kind = await readAgeKind(source);
  if (typeof kind !== 'string') return kind;
  try {
    await pour(await createDecrypter(key).decrypt(readFile(source)), target, signal);
    return null;
  } catch (error) {
    return toRefusal(error);
  }
}

/** Locks a few bytes. */
export function encryptBytes(bytes: Uint8Array, lock: AgeLock): Promise<Uint8Array> {
  return encryptStream(new Blob([new Uint8Array(bytes)]).stream(), lock).then(readAll);
}

/** Opens a few bytes. */
export async function decryptBytes(bytes: Uint8Array, key: AgeKey): Promise<Uint8Array | AgeRefusal> {
  const kind = readKind(bytes.subarray(0, maxHeaderBytes));
  if (typeof kind !== 'string') return kind;
  try {
    return await createDecrypter(key).decrypt(bytes);
  } catch (error) {
    return toRefusal(error);
  }
}

/** Whether bytes begin as an age file does. */
export function isAge(start: Uint8Array): boolean {
  return Buffer.from(start.subarray(0, firstLine.length)).toString('latin1') === firstLine;
}

/** How a file is locked; refuses what is no age file, or none that should be opened. */
export async function readAgeKind(file: string): Promise<AgeKind | AgeRefusal> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(maxHeaderBytes), 0, maxHeaderBytes, 0);
    return readKind(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

/** The library reads a header of any length and believes its work factor, so both are looked at before. */
function readKind(start: Uint8Array): AgeKind | AgeRefusal {
  if (!isAge(start)) return refuse('NOT_AGE');
  const text = Buffer.from(start).toString('latin1');
  const end = text.indexOf('\n---');
  if (end < 0) return refuse('DAMAGED');
  const scrypt = /^-> scrypt \S+ (\S+)$/m.exec(text.slice(0, end));
  if (scrypt === null) return 'recipients';
  return Number(scrypt[1]) > maxWorkFactor ? refuse('TOO_COSTLY') : 'passphrase';
}

function createDecrypter(key: AgeKey): Decrypter {
  const decrypter = new Decrypter();
  if ('passphrase' in key) decrypter.addPassphrase(key.passphrase);
  else for (const identity of key.identities) decrypter.addIdentity(identity);
  return decrypter;
}

/** The library throws plain errors; those of the system carry a code, and a cancellation its name. */
function toRefusal(error: unknown): AgeRefusal {
  if (!(error instanceof Error) || 'code' in error || error.name === 'AbortError') throw error;
  return error.message.startsWith('no identity matched') ? refuse('WRONG_PASSPHRASE') : refuse('DAMAGED');
}

function readFile(path: string): ReadableStream<Uint8Array> {
  return Readable.toWeb(createReadStream(path, { highWaterMark: 256 * 1024 })) as ReadableStream<Uint8Array>;
}

async function pour(
  source: ReadableStream<Uint8Array>,
  target: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  await source.pipeTo(Writable.toWeb(createWriteStream(target)), signal === undefined ? {} : { signal });
}

async function readAll(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
