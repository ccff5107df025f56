import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { AttendanceMark } from '../../domain/attendance.ts';
import type { ImportId } from '../../domain/ids.ts';
import type { Client } from '../service/hosts/transports.ts';
import type { Dice } from '../../service/demo/dice.ts';
import type { BusyOffice } from './office.ts';

/** What the service has answered "done" to, and what was asked and not answered. */
export interface Acknowledged {
  /** The last acknowledged mark of each place, and what was asked after it. */
  readonly marks: Map<string, { acknowledged: AttendanceMark | null; asked: Set<AttendanceMark> }>;
  readonly imports: { id: ImportId; created: number }[];
  readonly folios: Set<string>;
  readonly backups: string[];
  readonly counts: { marks: number; imports: number; issues: number; packets: number; backups: number };
}

export function createAcknowledged(): Acknowledged {
  return {
    marks: new Map(),
    imports: [],
    folios: new Set(),
    backups: [],
    counts: { marks: 0, imports: 0, issues: 0, packets: 0, backups: 0 },
  };
}

/** A job that asks the service for something again and again until it no longer answers. */
type Job = (client: Client) => Promise<void>;

/** Everything at once, as on the busiest day of an office; ends when the service was killed. */
export async function putUnderLoad(
  client: Client,
  office: BusyOffice,
  said: Acknowledged,
  { dice, round }: { dice: Dice; round: number },
): Promise<void> {
  const jobs: Job[] = [
    (each) => markOnce(each, office, said, dice),
    (each) => importOnce(each, said, dice),
    (each) => issueOnce(each, office, said, round),
    (each) => mergeOnce(each, office, said, dice),
    (each) => backUpOnce(each, said),
  ];
  await Promise.all(jobs.map((job) => repeat(client, job)));
}

async function repeat(client: Client, job: Job): Promise<void> {
  for (;;) {
    try {
      await job(client);
    } catch (error) {
      if (isGone(error)) return;
      throw error;
    }
  }
}

/** The connection broke: the service was killed. Anything else it said is a fault. */
function isGone(error: unknown): boolean {
  return error instanceof Error && /^(terminated|fetch failed)/.test(error.message);
}

async function markOnce(
  client: Client,
  { places }: BusyOffice,
  said: Acknowledged,
  dice: Dice,
): Promise<void> {
  const place = dice.pick(places);
  const mark = dice.pick(['P', 'A', 'F', 'L'] as const);
  const key = `${place.sessionId} ${place.enrolmentId}`;
  const known = said.marks.get(key) ?? { acknowledged: null, asked: new Set() };
  said.marks.set(key, known);
  known.asked.add(mark);
  await client.attendance.mark({ changes: [{ ...place, mark }] });
  known.acknowledged = mark;
  known.asked.clear();
  said.counts.marks += 1;
}

async function importOnce(client: Client, said: Acknowledged, dice: Dice): Promise<void> {
  const start = 10_000_000 + dice.upTo(80_000_000);
  const rows = Array.from({ length: 40 }, (_, index) => `${start + index};Apellido ${start};Nombre${index}`);
  const text = `CI;Apellidos;Nombres\n${rows.join('\n')}\n`;
  const upload = await client.imports.read({ file: new File([text], 'lista.csv') });
  const fields = upload.columns.map(({ field }) => field);
  const order = { uploadId: upload.uploadId, editionId: null, fields, decisions: [] };
  const { id, created } = await client.imports.commit(order);
  said.imports.push({ id, created });
  said.counts.imports += 1;
}

async function issueOnce(
  client: Client,
  { closedEditions }: BusyOffice,
  said: Acknowledged,
  round: number,
): Promise<void> {
  const editionId = closedEditions[round % closedEditions.length];
  if (editionId === undefined) throw new Error('no edition to issue for');
  const { issued } = await client.certificates.issue({ editionId, enrolmentIds: null });
  for (const { folio } of issued) said.folios.add(folio);
  said.counts.issues += 1;
  await pause(20);
}

async function mergeOnce(
  client: Client,
  { packets }: BusyOffice,
  said: Acknowledged,
  dice: Dice,
): Promise<void> {
  const packet = dice.pick(packets);
  const file = new File([await openAsBlob(packet)], basename(packet));
  const steps = await client.exchange.importPacket({ file, passphrase: null });
  let step = await steps.next();
  while (step.done !== true) step = await steps.next();
  if (step.value.aside !== null) throw new Error(`a packet was set aside: ${step.value.aside}`);
  said.counts.packets += 1;
}

async function backUpOnce(client: Client, said: Acknowledged): Promise<void> {
  const steps = await client.backups.make({ to: null });
  let step = await steps.next();
  while (step.done !== true) step = await steps.next();
  said.backups.push(step.value.path);
  said.counts.backups += 1;
  await pause(100);
}
