import type { ChangeEntry } from '../../domain/change-log.ts';
import {
  entryToLine,
  findHashAt,
  isKeyPair,
  isSignedBy,
  nextHash,
  sealText,
  signText,
} from '../change-log/chain.ts';
import { addSeal, getHead, type LogSeal } from '../change-log/heads.ts';
import { beginMerge, mergeEntries } from '../change-log/merge.ts';
import type { SqlRow, WritableDb } from '../database.ts';
import { findPinnedKey } from '../exchange.ts';
import type { Wreck } from './salvage.ts';

/** What of a device's log can be taken over as it is: its entries, and the signatures that vouch for them. */
interface Vouched {
  readonly device: string;
  readonly entries: readonly ChangeEntry[];
  readonly seals: readonly LogSeal[];
}

const mergePage = 2000;

/**
 * Merges the entries that continue what a database has: per device in order, up to the first that could not be read,
 * and as far as somebody can vouch for them. No other PC would take what is not signed, and what was altered where it
 * lay would be another history than the one that was sent: such rows are left to `bringRows`. Answers how many entries
 * were new.
 */
export function mergeWreck(db: WritableDb, wreck: Wreck): number {
  const byDevice = Map.groupBy(listFollowing(db, wreck), ({ device }) => device);
  const vouched = [...byDevice].map(([device, entries]) => vouchFor(db, wreck, device, entries));
  const entries = vouched.flatMap((each) => each.entries);
  const merge = beginMerge(db);
  let applied = 0;
  for (let from = 0; from < entries.length; from += mergePage) {
    const counts = mergeEntries(merge, entries.slice(from, from + mergePage));
    applied += counts.applied + counts.waiting;
  }
  for (const { device, seals } of vouched) for (const seal of seals) addSeal(db, device, seal);
  return applied;
}

function listFollowing(db: WritableDb, { entries }: Wreck): ChangeEntry[] {
  const next = new Map<string, number>();
  return entries.filter(({ device, sequence }) => {
    const wanted = next.get(device) ?? getHead(db, device).sequence + 1;
    if (sequence === wanted) next.set(device, wanted + 1);
    return sequence === wanted;
  });
}

/** Follows a device's chain from what is here: as far as it agrees with its seals, or to its end where its key is here. */
function vouchFor(db: WritableDb, wreck: Wreck, device: string, entries: readonly ChangeEntry[]): Vouched {
  const publicKey = findPublicKey(db, wreck, device);
  let chain = findHashAt(db, device, getHead(db, device).sequence);
  if (publicKey === null || chain === null) return { device, entries: [], seals: [] };
  const sealBySequence = listSeals(wreck, device, publicKey);
  const seals: LogSeal[] = [];
  for (const entry of entries) {
    chain = nextHash(chain, entryToLine(entry));
    const seal = sealBySequence.get(entry.sequence);
    if (seal === undefined) continue;
    if (seal.hash !== chain) return { device, entries: upTo(entries, seals), seals };
    seals.push(seal);
  }
  const key = findSigningKey(wreck, device, publicKey);
  const last = entries.at(-1);
  if (key === null || last === undefined) return { device, entries: upTo(entries, seals), seals };
  const signature = signText(key, sealText(device, last.sequence, chain));
  return { device, entries, seals: [...seals, { sequence: last.sequence, hash: chain, signature }] };
}

function upTo(entries: readonly ChangeEntry[], seals: readonly LogSeal[]): ChangeEntry[] {
  const end = seals.at(-1)?.sequence ?? 0;
  return entries.filter(({ sequence }) => sequence <= end);
}

function rowsOf({ rowsByTable }: Wreck, table: string): readonly SqlRow[] {
  return rowsByTable.get(table)?.rows ?? [];
}

/** By which a device was first known here, or else in the wreck. */
function findPublicKey(db: WritableDb, wreck: Wreck, device: string): string | null {
  const said = rowsOf(wreck, 'device').find(({ id }) => id === device)?.['public_key'];
  return findPinnedKey(db, device) ?? (typeof said === 'string' ? said : null);
}

/** The seals that could be read and that the device did make. */
function listSeals(wreck: Wreck, device: string, publicKey: string): Map<number, LogSeal> {
  const number = rowsOf(wreck, 'log_device').find(({ id }) => id === device)?.['number'];
  const seals = new Map<number, LogSeal>();
  for (const { device: of, sequence, hash, signature } of rowsOf(wreck, 'log_seal')) {
    if (of !== number || typeof sequence !== 'number') continue;
    if (typeof hash !== 'string' || typeof signature !== 'string') continue;
    if (!isSignedBy(publicKey, sealText(device, sequence, hash), signature)) continue;
    seals.set(sequence, { sequence, hash, signature });
  }
  return seals;
}

/** The key of the device that wrote the wreck, where it can be read and is the one it is known by. */
function findSigningKey(wreck: Wreck, device: string, publicKey: string): string | null {
  const key = rowsOf(wreck, 'device_secret').find(({ device_id: id }) => id === device)?.['signing_key'];
  return typeof key === 'string' && isKeyPair(publicKey, key) ? key : null;
}
