import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCampaign } from '../../kill/campaign.ts';
import { runMigrationCampaign } from '../../kill/migration.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yachay-kill-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `npm run kill` does the same some hundreds of times. */
describe('a service that is killed', () => {
  test('under load has lost nothing it acknowledged, and nothing is half there', async () => {
    const figures = await runCampaign({ folder: join(folder, 'load'), kills: 8, seed: 7 });
    expect(figures.kills).toBe(8);
    for (const each of ['marks', 'imports', 'certificates', 'packets'] as const) {
      expect(figures[each], each).toBeGreaterThan(0);
    }
  });

  test('in a migration leaves the old version or the new one, and the next start finishes it', async () => {
    const order = { folder: join(folder, 'migration'), kills: 4, seed: 3 };
    const { stillOld, alreadyNew } = await runMigrationCampaign(order);
    expect(stillOld + alreadyNew).toBe(4);
  });
});
