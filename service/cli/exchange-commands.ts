import { openAsBlob } from 'node:fs';
import { copyFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { RouterClient } from '@orpc/server';
import { ORPCError } from '@orpc/server';
import type { PacketLock, PacketOutcome } from '../../domain/packet.ts';
import { outgoingFolder } from '../packets/packet-folders.ts';
import type { Router } from '../router/router.ts';
import type { Service } from '../service.ts';
import { RefusedError } from './sentences.ts';

type Client = RouterClient<Router>;

export interface ExportLine {
  out: string;
  /** Id, name or series of a PC of the office. */
  for: string | undefined;
  passphrase: string | null;
}

/** Makes a packet and puts it where asked. */
export async function exportToFile(service: Service, client: Client, line: ExportLine) {
  const forDevice = line.for === undefined ? null : await findDeviceId(client, line.for);
  const lock: PacketLock =
    line.passphrase === null ? { kind: 'open' } : { kind: 'passphrase', passphrase: line.passphrase };
  const made = await lastOf(await client.exchange.exportPacket({ forDevice, lock, folder: null }));
  const file = join(outgoingFolder(service.dataFolder), `${made.id}.yachay`);
  try {
    await copyFile(file, line.out);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'desconocido';
    throw new RefusedError(`No se pudo escribir el archivo «${line.out}» (${code}). Elija otra carpeta.`);
  } finally {
    await rm(file, { force: true });
  }
  return { entries: made.entries };
}

async function findDeviceId(client: Client, wanted: string) {
  const { devices } = await client.exchange.state();
  const text = wanted.trim().toLowerCase();
  const found = devices.find(({ id, name, series }) =>
    [id.toLowerCase(), name.toLowerCase(), series.toLowerCase()].includes(text),
  );
  if (found === undefined) throw new RefusedError(`No hay un equipo «${wanted}» en esta oficina.`);
  return found.id;
}

export interface ImportLine {
  file: string;
  passphrase: string | null;
  /** Without it, whoever runs the command accepts a PC of the office that was not known yet. */
  knownOnly: boolean;
}

/**
 * Takes a packet in. A PC nobody had accepted is accepted by the word of whoever runs the command, where their role
 * allows it, and named in the answer.
 */
export async function importFromFile(client: Client, line: ImportLine) {
  const file = await openPacketFile(line.file);
  const outcome = await lastOf(await client.exchange.importPacket({ file, passphrase: line.passphrase }));
  const isUnknown = outcome.aside === 'unknownDevice' && !line.knownOnly;
  const accepted = isUnknown ? await acceptSender(client, outcome) : null;
  const { entries, applied, known, waiting, quarantined, aside, sender, fingerprint } = accepted ?? outcome;
  return {
    entries,
    applied,
    known,
    waiting,
    quarantined,
    aside,
    sender: sender === null ? null : { ...sender, fingerprint },
    acceptedSender: accepted !== null && accepted.aside === null,
  };
}

async function openPacketFile(path: string): Promise<File> {
  try {
    return new File([await openAsBlob(path)], basename(path));
  } catch {
    throw new RefusedError(`No se encuentra el archivo «${path}».`);
  }
}

/** Null where the role of whoever runs the command does not allow it: then the packet stays aside. */
async function acceptSender(client: Client, { sender }: PacketOutcome): Promise<PacketOutcome | null> {
  const { aside } = await client.exchange.state();
  const found = aside.find((each) => each.reason === 'unknownDevice' && each.sender?.id === sender?.id);
  if (found === undefined) return null;
  try {
    return await lastOf(await client.exchange.acceptDevice({ asideId: found.id }));
  } catch (error) {
    if (error instanceof ORPCError && error.code === 'FORBIDDEN') return null;
    throw error;
  }
}

/** What long work ends with. */
async function lastOf<Result>(steps: AsyncIterator<unknown, Result, unknown>): Promise<Result> {
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return step.value;
  }
}
