import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { makeWorkbook } from '../service/imports/made-workbook.ts';
import type { BenchRun } from './bench-run.ts';
import { gridSize } from './big-office.ts';
import { instant, launchBrowser, openPage, waitUntilPainted } from './browser.ts';
import { convert, findLibreOffice } from './libre-office.ts';
import { expectEqual, type Measurement, median, timeOnce } from './measure.ts';

const runs = 7;
/** A browser that was just started is busy with itself for a while. */
const restMs = 1500;

/** In milliseconds, of one round. */
interface StartTimes {
  /** Service, browser, first screen. */
  fresh: number;
  /** The same with a browser that runs already. */
  running: number;
  service: number;
  /** A small file instead, in a fresh browser and in one that runs. */
  freshFile: number;
  runningFile: number;
}

/** From starting the program to its first screen, over ten years of data; beside a small file in the same browser. */
export async function measure(run: BenchRun): Promise<readonly Measurement[]> {
  const data = await run.copyTenYearOffice();
  const file = join(run.createFolder(), 'page.html');
  writeFileSync(file, '<!doctype html><meta charset="utf-8"><main><h1>Hoy</h1></main>');
  const rounds: StartTimes[] = [];
  for (let count = 0; count <= runs; count += 1) {
    const times = await measureRound(run, data, pathToFileURL(file).href);
    // The first fills the system's memory of files, for both.
    if (count > 0) rounds.push(times);
  }
  const medianOf = (part: (times: StartTimes) => number) => median(rounds.map(part));
  const own = { unit: 'ms' as const, aim: 'at most 1 s' };
  return [
    {
      name: 'First screen of ten years, service and browser started',
      ours: medianOf(({ fresh }) => fresh),
      ...own,
      beside: {
        'Chromium with a small file': medianOf(({ freshFile }) => freshFile),
        ...(await openSpreadsheet(run.createFolder())),
      },
    },
    {
      name: '  of that the application: all but Chromium with a small file',
      ours: medianOf(({ fresh, freshFile }) => fresh - freshFile),
      ...own,
    },
    { name: '  until the service answers', unit: 'ms', ours: medianOf(({ service }) => service) },
    {
      name: 'First screen in a browser that runs, service started',
      ours: medianOf(({ running }) => running),
      ...own,
      beside: { 'a small file in it': medianOf(({ runningFile }) => runningFile) },
    },
  ];
}

/** All of them once, so that they meet the same neighbours on the machine. */
async function measureRound(run: BenchRun, data: string, file: string): Promise<StartTimes> {
  const start = instant();
  const freshFile = await withBrowser(async (browser) => (await openScreen(browser, file)) - start);
  const fresh = await startAnew(run, data);
  const running = await withBrowser(async (browser) => ({
    runningFile: await openRested(browser, () => openScreen(browser, file)),
    running: await openRested(browser, () =>
      run.withHost(data, ({ address }) => openScreen(browser, address)),
    ),
  }));
  return { freshFile, ...fresh, ...running };
}

/** How long it takes to open something in a browser that has nothing else to do any more. */
async function openRested(browser: Browser, open: () => Promise<number>): Promise<number> {
  await openPage(browser);
  await setTimeout(restMs);
  const start = instant();
  return (await open()) - start;
}

/** Starts the service, then a browser, as `npm start` does; the office's only user is signed in by that. */
async function startAnew(run: BenchRun, data: string): Promise<Pick<StartTimes, 'fresh' | 'service'>> {
  const start = instant();
  return run.withHost(data, async ({ address }) => {
    const service = instant() - start;
    return withBrowser(async (browser) => ({
      service,
      fresh: (await openScreen(browser, address)) - start,
    }));
  });
}

async function withBrowser<Answer>(work: (browser: Browser) => Promise<Answer>): Promise<Answer> {
  const browser = await launchBrowser();
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** Opens an address in a new window, which remembers nothing of others; answers when its heading was painted. */
async function openScreen(browser: Browser, address: string): Promise<number> {
  const page = await openPage(browser);
  await page.goto(address, { waitUntil: 'commit' });
  return waitUntilPainted(page, 'main h1');
}

/** Without a window: opening an attendance list, and saving it as text to know that it was open. */
async function openSpreadsheet(folder: string): Promise<Record<string, number>> {
  const program = findLibreOffice();
  if (program === null) return {};
  const file = join(folder, 'asistencia.xlsx');
  const marks = Array<string>(gridSize.sessions).fill('P');
  const rows = Array.from({ length: gridSize.people }, (_, index) => [`Apellido, Nombre ${index}`, ...marks]);
  writeFileSync(file, makeWorkbook({ Asistencia: rows }));
  const times: number[] = [];
  for (let count = 0; count <= 3; count += 1) {
    const { ms, answer } = await timeOnce(() => convert(program, { file, to: 'csv', folder, limit: 60_000 }));
    expectEqual(answer, true, 'LibreOffice opening a spreadsheet');
    // The first start makes the profile and does not count.
    if (count > 0) times.push(ms);
  }
  return { 'LibreOffice opening an .xlsx, no window': median(times) };
}
