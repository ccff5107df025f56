import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { createService } from '../../service/service.ts';
import type { Client } from '../service/hosts/transports.ts';
import type { BenchRun } from './bench-run.ts';
import { withPage } from './browser.ts';
import { connectWithCookie, resourcesFolder } from './host.ts';
import { expectEqual, type Measurement } from './measure.ts';
import { copyToLaptop, finish, takeIn, writeYears } from './packets.ts';
import { type Felt, useWhile } from './standstill.ts';

const quietMs = 8000;
/** What is slow in one takes a moment only, which the next mark may miss. */
const backups = 5;
/** One that answers nothing is not being used. */
const fewestAnswers = 20;

/** How long a window stands still while the service makes a backup or takes a packet in; beside the same window left alone. */
export async function measure(run: BenchRun): Promise<readonly Measurement[]> {
  const office = createService({ dataFolder: await run.copyTenYearOffice(), resourcesFolder });
  const laptop = await copyToLaptop(office, run.createFolder());
  const { packet, entries } = await writeYears(office, laptop, ['y1', 'y2']).finally(() => office.close());
  return run.withHost(laptop.folder, ({ address }) =>
    withPage(async (page) => {
      const client = await openGrid(page, address);
      const quiet = await useWhile(page, () => setTimeout(quietMs));
      const backup = await useWhile(page, async () => {
        for (let count = 0; count < backups; count += 1)
          await finish(await client.backups.make({ to: null }));
      });
      const merge = await useWhile(page, async () => {
        const { applied } = await takeIn(client, packet);
        expectEqual(applied, entries, 'entries that were taken in');
      });
      return [
        ...describe(`A window during ${backups} backups of ten years`, backup, quiet),
        ...describe(`A window during a merge of ${entries.toLocaleString('en')} entries`, merge, quiet),
      ];
    }),
  );
}

function describe(name: string, felt: Felt, quiet: Felt): Measurement[] {
  for (const { answers } of [felt, quiet]) {
    if (answers < fewestAnswers) throw new Error(`only ${answers} marks and searches were answered`);
  }
  const row = (what: string, part: 'frame' | 'search' | 'mark'): Measurement => ({
    name: what,
    unit: 'ms',
    ours: felt[part],
    beside: { 'left alone': quiet[part] },
    aim: 'at most 100 ms',
  });
  return [
    row(`${name}, longest time without a frame`, 'frame'),
    row('  longest wait for a search', 'search'),
    row('  longest wait for a mark, on the disk', 'mark'),
  ];
}

/** Opens the attendance of an edition that is running; answers the client of that very window. */
async function openGrid(page: Page, address: string): Promise<Client> {
  await page.goto(address);
  await page.waitForSelector('main h1');
  const [cookie] = await page.context().cookies();
  if (cookie === undefined) throw new Error('the window has no cookie');
  const client = connectWithCookie(address, `${cookie.name}=${cookie.value}`);
  const editions = await client.editions.list({ courseId: null });
  const running = editions.find(({ status }) => status === 'running');
  if (running === undefined) throw new Error('no edition is running');
  await page.goto(new URL(`/ediciones/${running.id}/asistencia`, address).href);
  await page.waitForSelector('[role=grid] [role=gridcell]');
  return client;
}
