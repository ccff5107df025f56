import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { findAttendance } from '../../db/attendance.ts';
import { closeDatabase, openDatabase } from '../../db/open.ts';
import type { AttendanceMark } from '../../domain/attendance.ts';
import type { EditionId } from '../../domain/ids.ts';
import type { BenchRun } from './bench-run.ts';
import { gridSize } from './big-office.ts';
import { instant, waitUntilPainted, withPage } from './browser.ts';
import { expectEqual, type Measurement, median } from './measure.ts';
import { typeKeys, type TypedKey } from './typing.ts';

const loads = 5;
const letters = ['P', 'A', 'F', 'L'] as const;
const keys: AttendanceMark[] = Array.from({ length: 100 }, (_, index) => letters[index % 4] ?? 'P');

interface GridTimes {
  load: number;
  typed: TypedKey[];
}

/** The attendance grid of 200 people and 20 sessions; beside a plain table of 4,000 input fields that saves nothing. */
export async function measure(run: BenchRun): Promise<readonly Measurement[]> {
  const { dataFolder, gridEditionId } = await run.getBigOffice();
  const ours = await run.withHost(dataFolder, ({ address }) => useGrid(address, gridEditionId));
  checkMarks(join(dataFolder, 'yachay.db'), gridEditionId);
  const plain = await usePlainTable(join(run.createFolder(), 'table.html'));
  const compare = (summarise: (values: readonly number[]) => number, part: keyof TypedKey) => ({
    unit: 'ms' as const,
    ours: summarise(ours.typed.map((key) => key[part])),
    beside: { 'plain table of input fields': summarise(plain.typed.map((key) => key[part])) },
  });
  const opening = { ours: ours.load, beside: { 'plain table of input fields': plain.load } };
  return [
    { name: 'Attendance grid 200 × 20, opening', unit: 'ms', ...opening },
    { name: '  a key, until it is seen', ...compare(median, 'toFrame') },
    { name: '  a key, page blocked', ...compare(median, 'block') },
    { name: '  the worst of 100 keys, page blocked', ...compare(largest, 'block'), aim: 'under 100 ms' },
    { name: '  the worst of 100 keys, processor time of the page', ...compare(largest, 'work') },
  ];
}

function largest(values: readonly number[]): number {
  return Math.max(...values);
}

/** Opens the grid some times and types a column of marks into the session that has none yet. */
function useGrid(address: string, editionId: EditionId): Promise<GridTimes> {
  return withPage(async (page) => {
    await page.goto(address);
    await page.waitForSelector('main h1');
    const grid = new URL(`/ediciones/${editionId}/asistencia`, address).href;
    const load = await timeLoads(page, grid, '[role=grid] [role=gridcell]');
    await page.focus('[role=grid]');
    return { load, typed: await typeKeys(page, keys) };
  });
}

async function timeLoads(page: Page, address: string, selector: string): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count <= loads; count += 1) {
    const start = instant();
    await page.goto(address, { waitUntil: 'commit' });
    times.push((await waitUntilPainted(page, selector)) - start);
  }
  return median(times.slice(1));
}

/** After the service has ended: what was typed must be on the disk. */
function checkMarks(file: string, editionId: EditionId): void {
  const db = openDatabase(file);
  const attendance = findAttendance(db, editionId);
  closeDatabase(db);
  const last = attendance?.sessions.at(-1);
  const marks = attendance?.marks.filter(({ sessionId }) => sessionId === last?.id) ?? [];
  for (const letter of letters) {
    expectEqual(
      marks.filter(({ mark }) => mark === letter).length,
      keys.length / 4,
      `stored marks ${letter}`,
    );
  }
}

/** A letter goes into the field that has the focus, and the focus to the one below. */
function usePlainTable(file: string): Promise<GridTimes> {
  const cells = '<td><input size="1" value="P"></td>'.repeat(gridSize.sessions - 1);
  const row = `<tr><td>Apellido Apellido, Nombre</td>${cells}<td><input size="1" class="last"></td></tr>`;
  const script = `const fields = [...document.querySelectorAll('.last')];
    fields.forEach((field, index) => field.addEventListener('input', () => fields[index + 1]?.focus()));`;
  const body = `<h1>Asistencia</h1><table>${row.repeat(gridSize.people)}</table><script>${script}</script>`;
  writeFileSync(file, `<!doctype html><meta charset="utf-8">${body}`);
  return withPage(async (page) => {
    const load = await timeLoads(page, pathToFileURL(file).href, 'input');
    await page.focus('.last');
    const typed = await typeKeys(page, keys);
    const filled = await page.$$eval('.last', (fields) =>
      fields.map((field) => (field instanceof HTMLInputElement ? field.value : '')).filter(Boolean),
    );
    expectEqual(filled.length, keys.length, 'fields filled');
    return { load, typed };
  });
}
