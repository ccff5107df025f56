import { existsSync, openAsBlob } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { checkLog, digestLog } from '../../db/change-log/check.ts';
import { all, findRow, getNumber, type ReadableDb, type WritableDb } from '../../db/database.ts';
import { closeDatabase, openDatabase } from '../../db/open.ts';
import { createDice, type Dice } from '../../service/demo/dice.ts';
import { type Acknowledged, createAcknowledged, putUnderLoad } from './load.ts';
import { startHost } from './killable-host.ts';
import { type BusyOffice, createBusyOffice } from './office.ts';

export interface CampaignFigures extends Record<string, number> {
  kills: number;
  /** Of them before the service had begun to answer. */
  killsAtStart: number;
  marks: number;
  imports: number;
  certificates: number;
  packets: number;
  backups: number;
}

export interface CampaignOrder {
  folder: string;
  kills: number;
  seed: number;
  onKill?: (done: number) => void;
}

/** One in so many kills comes while the service starts: recovery after a kill is killed too. */
const startKills = 5;
/** Long enough for a merge or a backup to end now and then, short enough for most to be cut off. */
const longestLoadMs = 4000;

/**
 * Kills the real service at random moments of mixed load, as often as asked, and looks after each kill whether all it
 * acknowledged is there and everything is whole. Throws at the first thing that is not.
 */
export async function runCampaign({ folder, kills, seed, onKill }: CampaignOrder): Promise<CampaignFigures> {
  const dice = createDice(seed);
  const office = await createBusyOffice(folder, Math.max(10, kills));
  const said = createAcknowledged();
  let killsAtStart = 0;
  for (let round = 0; round < kills; round += 1) {
    const isAtStart = round % startKills === startKills - 1;
    if (isAtStart) killsAtStart += 1;
    await (isAtStart ? killAtStart(office, dice) : killUnderLoad(office, said, dice, round));
    inspect(office, said);
    onKill?.(round + 1);
  }
  await finishMerge(office);
  const { marks, imports, packets, backups } = said.counts;
  return { kills, killsAtStart, marks, imports, certificates: said.folios.size, packets, backups };
}

async function killUnderLoad(
  office: BusyOffice,
  said: Acknowledged,
  dice: Dice,
  round: number,
): Promise<void> {
  const host = await startHost(office.dataFolder);
  if (host === null) throw new Error('nobody killed the service, and it is gone');
  const load = putUnderLoad(host.client, office, said, { dice, round });
  // What fails before the kill must not wait for it.
  await Promise.race([pause(20 + dice.upTo(longestLoadMs)), load]);
  await host.kill();
  await load;
}

async function killAtStart(office: BusyOffice, dice: Dice): Promise<void> {
  let killing: Promise<void> | null = null;
  const host = await startHost(office.dataFolder, (kill) => {
    killing = pause(50 + dice.upTo(1200)).then(kill);
  });
  await killing;
  await host?.kill();
}

/** Everything acknowledged is there, nothing is half there, and the file is sound. */
function inspect({ dataFolder }: BusyOffice, said: Acknowledged): void {
  const db = openDatabase(join(dataFolder, 'yachay.db'));
  try {
    inspectFile(db);
    inspectMarks(db, said);
    inspectImports(db, said);
    inspectFolios(db, said);
  } finally {
    closeDatabase(db);
  }
  for (const backup of said.backups.splice(0)) inspectBackup(backup);
}

function inspectFile(db: ReadableDb): void {
  const integrity = db.handle.pragma('integrity_check', { simple: true });
  if (integrity !== 'ok') throw new Error(`integrity: ${String(integrity)}`);
  const orphans = db.handle.pragma('foreign_key_check');
  if (!Array.isArray(orphans) || orphans.length > 0) throw new Error(`orphans: ${JSON.stringify(orphans)}`);
  const { ok, problems } = checkLog(db);
  if (!ok) throw new Error(`log: ${problems.join('; ')}`);
}

function inspectMarks(db: ReadableDb, said: Acknowledged): void {
  const rows = all<{ place: string; mark: string }>(
    db,
    `SELECT session_id || ' ' || enrolment_id AS place, mark FROM attendance_mark WHERE deleted_at IS NULL`,
  );
  const markByPlace = new Map(rows.map(({ place, mark }) => [place, mark]));
  for (const [place, { acknowledged, asked }] of said.marks) {
    const mark = markByPlace.get(place);
    const isKnown = mark === (acknowledged ?? undefined) || [...asked].some((each) => each === mark);
    if (!isKnown) throw new Error(`mark ${place}: ${mark} instead of ${acknowledged}`);
    said.marks.set(place, { acknowledged: markOf(mark), asked: new Set() });
  }
}

function markOf(mark: string | undefined) {
  return mark === 'P' || mark === 'A' || mark === 'F' || mark === 'L' ? mark : null;
}

function inspectImports(db: ReadableDb, said: Acknowledged): void {
  const halves = all(
    db,
    `SELECT i.id FROM import i WHERE i.created_count <>
       (SELECT count(*) FROM person p WHERE p.import_id = i.id AND p.deleted_at IS NULL)`,
  );
  if (halves.length > 0) throw new Error(`half imports: ${JSON.stringify(halves)}`);
  const unsearched = getNumber(
    db,
    'SELECT (SELECT count(*) FROM person) - (SELECT count(*) FROM person_search)',
  );
  if (unsearched !== 0) throw new Error(`${unsearched} people are not in the search index`);
  for (const { id, created } of said.imports) {
    const found = findRow<{ created_count: number }>(db, 'SELECT created_count FROM import WHERE id = ?', id);
    if (found?.created_count !== created) throw new Error(`import ${id} is not there`);
  }
}

function inspectFolios(db: ReadableDb, said: Acknowledged): void {
  const series = all<{ series: string; year: number; count: number; last: number; given: number }>(
    db,
    `SELECT c.series, c.year, count(*) AS count, max(c.number) AS last, f.last_number AS given
     FROM certificate c LEFT JOIN folio_counter f ON f.series = c.series AND f.year = c.year
     GROUP BY c.series, c.year`,
  );
  for (const { series: letter, year, count, last, given } of series) {
    if (count !== last || last !== given) {
      throw new Error(`folios ${letter}-${year}: ${count} certificates, the last is ${last}, given ${given}`);
    }
  }
  const folios = new Set(
    all<{ folio: string }>(db, 'SELECT folio FROM certificate').map(({ folio }) => folio),
  );
  for (const folio of said.folios) if (!folios.has(folio)) throw new Error(`folio ${folio} is gone`);
}

function inspectBackup(file: string): void {
  // Rotation may have taken an older one away; one that is there is whole.
  if (!existsSync(file)) return;
  const db = openDatabase(file);
  try {
    inspectFile(db);
  } finally {
    closeDatabase(db);
  }
}

/** However often it was cut off, a merge can be finished: what the other PC wrote is all there then. */
async function finishMerge(office: BusyOffice): Promise<void> {
  const host = await startHost(office.dataFolder);
  if (host === null) throw new Error('nobody killed the service, and it is gone');
  const { client, kill } = host;
  const last = office.packets.at(-1);
  if (last === undefined) throw new Error('no packets were made');
  const steps = await client.exchange.importPacket({
    file: new File([await openAsBlob(last)], 'ultimo.yachay'),
    passphrase: null,
  });
  let step = await steps.next();
  while (step.done !== true) step = await steps.next();
  await kill();
  const here = openDatabase(join(office.dataFolder, 'yachay.db'));
  const there = openDatabase(join(office.laptopFolder, 'yachay.db'));
  compareDevices(here, there);
  closeDatabase(here);
  closeDatabase(there);
}

/** Every entry of the other PC is here, word for word. */
function compareDevices(here: WritableDb, there: WritableDb): void {
  const entriesOf = (db: WritableDb, device: string) =>
    JSON.stringify(
      all(
        db,
        `SELECT l.sequence, l.clock, l.row_key, l.delta FROM change_log l JOIN log_device d ON d.number = l.device
         WHERE d.id = ? ORDER BY l.sequence`,
        device,
      ),
    );
  const [row] = all<{ device_id: string }>(there, 'SELECT device_id FROM this_device');
  const device = row?.device_id ?? '';
  if (entriesOf(here, device) !== entriesOf(there, device)) throw new Error('the merge is not whole');
  if (digestLog(here) === digestLog(there)) throw new Error('the office wrote nothing of its own');
}
