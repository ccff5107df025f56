import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { checkLog } from '../../db/change-log/check.ts';
import type { ReadableDb, WritableDb } from '../../db/database.ts';
import { firstSchema } from '../../db/migrations/0001-first-schema.ts';
import { migrations } from '../../db/migrations/migrations.ts';
import { closeDatabase, openDatabase, readSchemaVersion } from '../../db/open.ts';
import { createDice } from '../../service/demo/dice.ts';
import type { CampaignOrder } from './campaign.ts';
import { startHost } from './killable-host.ts';

export interface MigrationFigures extends Record<string, number> {
  kills: number;
  /** Of them, how often the file was still of the old version afterwards. */
  stillOld: number;
  alreadyNew: number;
}

const people = 30_000;
const newest = migrations.length;

/**
 * Kills the service while it brings a database of the first version up: each time it is of the one version or the
 * other, whole, and the next start finishes it.
 */
export async function runMigrationCampaign({
  folder,
  kills,
  seed,
  onKill,
}: CampaignOrder): Promise<MigrationFigures> {
  mkdirSync(folder, { recursive: true });
  const original = join(folder, 'version-1.db');
  createFirstVersion(original);
  const dice = createDice(seed);
  const figures = { kills, stillOld: 0, alreadyNew: 0 };
  for (let round = 0; round < kills; round += 1) {
    const dataFolder = join(folder, `${round}`);
    mkdirSync(dataFolder);
    copyFileSync(original, join(dataFolder, 'yachay.db'));
    await killStarting(dataFolder, 200 + dice.upTo(1800));
    const version = inspect(dataFolder);
    if (version === newest) figures.alreadyNew += 1;
    else figures.stillOld += 1;
    const host = await startHost(dataFolder);
    await host?.kill();
    if (inspect(dataFolder) !== newest) throw new Error('the next start did not bring it up');
    rmSync(dataFolder, { recursive: true });
    onKill?.(round + 1);
  }
  return figures;
}

async function killStarting(dataFolder: string, afterMs: number): Promise<void> {
  let killing: Promise<void> | null = null;
  const host = await startHost(dataFolder, (kill) => {
    killing = pause(afterMs).then(kill);
  });
  await killing;
  await host?.kill();
}

/** The version of the file as it lies there; throws where it is not whole in that version. */
function inspect(dataFolder: string): number {
  const handle = new BetterSqlite3(join(dataFolder, 'yachay.db'));
  try {
    const version = readSchemaVersion(handle);
    if (handle.pragma('integrity_check', { simple: true }) !== 'ok') throw new Error('the file is damaged');
    const stored = handle.prepare<[], { count: number }>('SELECT count(*) AS count FROM person').get();
    if (stored?.count !== people) throw new Error(`${stored?.count} people`);
    if (version === newest) requireLogged({ handle, statementBySql: new Map() });
    return version;
  } finally {
    handle.close();
  }
}

function requireLogged(db: ReadableDb): void {
  const { ok, problems } = checkLog(db);
  if (!ok) throw new Error(`log: ${problems.join('; ')}`);
}

function createFirstVersion(file: string): void {
  const db = openDatabase(file, [firstSchema]);
  db.handle.transaction(() => fill(db))();
  closeDatabase(db);
}

const pc = 'P'.padStart(22, '0');
const user = 'U'.padStart(22, '0');

function fill({ handle }: WritableDb): void {
  const stamps = `1767225600000, '${user}', '${pc}', 1767225600000, '${user}', '${pc}', NULL`;
  handle.exec(`INSERT INTO device VALUES ('${pc}', 'PC', 'A', ${stamps});
    INSERT INTO this_device VALUES (1, '${pc}');
    INSERT INTO user_account VALUES ('${user}', 'Rosa', 'coordinator', NULL, 1, ${stamps});
    INSERT INTO office VALUES ('${pc}', 'Oficina', '030904', 'Vinto', NULL, NULL, 'letter', NULL, 'neutral', NULL, ${stamps});`);
  const insert = handle.prepare(
    `INSERT INTO person (id, given_names, paternal_surname, sort_name, folded_name, has_consented,
       created_at, created_by, created_on, changed_at, changed_by, changed_on, deleted_at)
     VALUES (?, ?, 'Mamani', ?, ?, 0, ${stamps})`,
  );
  for (let index = 0; index < people; index += 1) {
    const id = String(index).padStart(22, '0');
    insert.run(id, `Ana ${index}`, `mamani  ana ${index}`, `ana ${index} mamani`);
  }
}
