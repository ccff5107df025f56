import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { makeWorkbook } from '../service/imports/made-workbook.ts';
import type { BenchRun } from './bench-run.ts';
import { gridSize } from './big-office.ts';
import { instant, waitUntilPainted, withPage } from './browser.ts';
import { convert, findLibreOffice } from './libre-office.ts';
import { expectEqual, type Measurement, median, timeOnce } from './measure.ts';

const runs = 5;

/** From starting the program to its first screen, over an office with data; beside opening what needs no program. */
export async function measure(run: BenchRun): Promise<readonly Measurement[]> {
  const { dataFolder } = await run.getBigOffice();
  const first = await openFirstScreen(run, dataFolder);
  const file = join(run.createFolder(), 'page.html');
  writeFileSync(file, writeStaticPage(first.bytes));
  await openStaticPage(file);
  const [ours, services, pages]: [number[], number[], number[]] = [[], [], []];
  for (let count = 0; count < runs; count += 1) {
    const screen = await openFirstScreen(run, dataFolder);
    ours.push(screen.ms);
    services.push(screen.service);
    pages.push(await openStaticPage(file));
  }
  const libreOffice = await openSpreadsheet(run.createFolder());
  return [
    {
      name: 'First screen after start',
      unit: 'ms',
      ours: median(ours),
      beside: { 'Chromium opening a file of that size': median(pages), ...libreOffice },
    },
    { name: '  until the service answers', unit: 'ms', ours: median(services) },
  ];
}

/** Starts the service, then a browser, as `npm start` does; the office's only user is signed in by that. */
async function openFirstScreen(run: BenchRun, dataFolder: string) {
  const start = instant();
  return run.withHost(dataFolder, async ({ address }) => {
    const service = instant() - start;
    return withPage(async (page) => {
      await page.goto(address, { waitUntil: 'commit' });
      const ms = (await waitUntilPainted(page, 'main h1')) - start;
      return { ms, service, bytes: await countBytes(page) };
    });
  });
}

/** All that the page has loaded, answers of the service included. */
function countBytes(page: Page): Promise<number> {
  return page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
      .map((entry) => (entry instanceof PerformanceResourceTiming ? entry.encodedBodySize : 0))
      .reduce((sum, size) => sum + size, 0),
  );
}

function writeStaticPage(bytes: number): string {
  const sentence = '<p>Lista de inscritos del curso de panadería y repostería, gestión 2026.</p>\n';
  return `<!doctype html><meta charset="utf-8"><main><h1>Inscritos</h1>${sentence.repeat(Math.ceil(bytes / sentence.length))}</main>`;
}

async function openStaticPage(file: string): Promise<number> {
  const start = instant();
  return withPage(async (page) => {
    await page.goto(pathToFileURL(file).href, { waitUntil: 'commit' });
    return (await waitUntilPainted(page, 'main h1')) - start;
  });
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
