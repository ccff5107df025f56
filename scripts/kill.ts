/**
 * `npm run kill [-- --times 300 --seed 1]`: kills the real service at random moments of mixed load (marks, imports,
 * certificates, merges, backups) and of its start, and looks each time whether anything acknowledged is lost. Then
 * the same for the migration of a database of the first version.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runCampaign } from '../tests/kill/campaign.ts';
import { runMigrationCampaign } from '../tests/kill/migration.ts';

const { values } = parseArgs({ options: { times: { type: 'string' }, seed: { type: 'string' } } });
const kills = Number(values.times ?? 300);
const seed = Number(values.seed ?? 1);
const folder = mkdtempSync(path.join(tmpdir(), 'yachay-kill-'));
const stop = () => process.exit(130);
for (const ending of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(ending, stop);
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

const show = (what: string) => (done: number) => {
  if (done % 10 === 0) console.error(`> ${what}: ${done}`);
};
console.log(
  await runCampaign({ folder: path.join(folder, 'load'), kills, seed, onKill: show('under load') }),
);
const migrations = Math.ceil(kills / 10);
console.log(
  await runMigrationCampaign({
    folder: path.join(folder, 'migration'),
    kills: migrations,
    seed,
    onKill: show('in a migration'),
  }),
);
