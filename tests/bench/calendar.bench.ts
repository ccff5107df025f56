import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { listWeeks } from '../../domain/calendar.ts';
import type { BenchRun } from './bench-run.ts';
import { timeLoads, withPage } from './browser.ts';
import { busyMonths, createCalendarOffice, sessionsOfMonth } from './calendar-office.ts';
import { connectWithCookie } from './host.ts';
import { expectEqual, type Measurement, timeIt } from './measure.ts';
import { recordFrames } from './standstill.ts';

const loads = 5;
/** Of the mouse, on its way across the month. */
const steps = 60;
/** There and back again. */
const turns = 6;

interface CalendarTimes {
  load: number;
  /** The longest time without a frame while a session is dragged, and while months are turned. */
  dragging: number;
  turning: number;
}

/** A month of 300 sessions; beside all of them as lines of a table in a page that computes nothing. */
export async function measure(run: BenchRun): Promise<readonly Measurement[]> {
  const dataFolder = run.createFolder();
  await createCalendarOffice(dataFolder);
  const [month = ''] = busyMonths;
  const [ours, week, service] = await run.withHost(dataFolder, ({ address }) =>
    withPage(async (page) => {
      await page.goto(address);
      await page.waitForSelector('main h1');
      const [cookie] = await page.context().cookies();
      if (cookie === undefined) throw new Error('the window has no cookie');
      const client = connectWithCookie(address, `${cookie.name}=${cookie.value}`);
      const days = listWeeks('month', busyMonths[0] ?? never()).flat();
      const [from = never(), to = never()] = [days[0], days.at(-1)];
      const { sessions } = await client.calendar.list({ from, to });
      const ofMonth = sessions.filter(({ date }) => date.startsWith(month.slice(0, 7)));
      expectEqual(ofMonth.length, sessionsOfMonth, 'sessions of the month');
      const asked = await timeIt(10, () => client.calendar.list({ from, to }));
      const calendar = (view: string) => new URL(`/calendario?date=${month}${view}`, address).href;
      const times = await useCalendar(page, calendar(''));
      return [times, await timeLoads(loads, page, calendar('&view=week'), chip), asked] as const;
    }),
  );
  const table = await withPage((page) => useTable(page, writePage(run)));
  const beside = (part: keyof CalendarTimes) => ({ 'a plain table of all sessions': table[part] });
  return [
    { name: 'Calendar of 300 sessions in a month, what the service takes', unit: 'ms', ours: service },
    {
      name: '  until the month is seen',
      unit: 'ms',
      ours: ours.load,
      beside: beside('load'),
      aim: 'under 1000 ms',
    },
    {
      name: '  until its week is seen',
      unit: 'ms',
      ours: week,
      beside: beside('load'),
      aim: 'under 1000 ms',
    },
    {
      name: '  a session dragged: longest time without a frame',
      unit: 'ms',
      ours: ours.dragging,
      beside: beside('dragging'),
      aim: 'under 50 ms',
    },
    {
      name: '  to the next month and back: longest time without a frame',
      unit: 'ms',
      ours: ours.turning,
      beside: beside('turning'),
      aim: 'under 100 ms',
    },
  ];
}

const chip = '[role=grid] button[data-state]';

function never(): never {
  throw new Error('a month has days');
}

async function useCalendar(page: Page, address: string): Promise<CalendarTimes> {
  const load = await timeLoads(loads, page, address, chip);
  const dragging = await drag(page, chip);
  await page.waitForSelector('[data-lift=to]');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await page.waitForSelector('[data-lift=to]', { state: 'detached' });
  const turning = await turn(page, 'Mes siguiente', 'Mes anterior');
  return { load, dragging, turning };
}

async function useTable(page: Page, address: string): Promise<CalendarTimes> {
  const load = await timeLoads(loads, page, address, 'td div');
  const dragging = await drag(page, 'td div');
  await page.mouse.up();
  return { load, dragging, turning: await turn(page, 'Siguiente', 'Anterior') };
}

/** From the first session down and to the right, through as many days as there are. */
async function drag(page: Page, selector: string): Promise<number> {
  const box = await page.locator(selector).first().boundingBox();
  if (box === null) throw new Error('there is no session');
  const [x, y] = [box.x + 30, box.y + 8];
  await page.mouse.move(x, y);
  return feel(page, async () => {
    await page.mouse.down();
    for (let step = 1; step <= steps; step += 1) {
      await page.mouse.move(x - 400 + Math.abs(((step * 24) % 800) - 400), y + step * 6);
      await page.waitForTimeout(16);
    }
  });
}

async function turn(page: Page, next: string, previous: string): Promise<number> {
  return feel(page, async () => {
    for (let count = 0; count < turns; count += 1) {
      await page.getByRole('button', { name: count % 2 === 0 ? next : previous }).click();
      await page.waitForTimeout(250);
    }
  });
}

async function feel(page: Page, work: () => Promise<void>): Promise<number> {
  await page.waitForTimeout(500);
  const frames = await recordFrames(page);
  await work();
  return (await frames.jsonValue()).longest;
}

/** Every session as a line in the cell of its day, dragged by its style, the months exchanged as text. */
function writePage(run: BenchRun): string {
  const cell = (day: string) =>
    `<td><b>${day.slice(8)}</b>${`<div>08:00 Curso de capacitación</div>`.repeat(sessionsOfMonth / 20)}</td>`;
  const tables = busyMonths.map((month) => {
    const weeks = listWeeks('month', month).map((week) => `<tr>${week.map(cell).join('')}</tr>`);
    return `<table border="1">${weeks.join('')}</table>`;
  });
  const script = `const tables = ${JSON.stringify(tables)}; const main = document.querySelector('main');
    const show = (index) => (main.innerHTML = tables[index]); show(0);
    document.querySelectorAll('button').forEach((button, index) => button.addEventListener('click', () => show(index)));
    let lifted = null; addEventListener('mousedown', (event) => (lifted = event.target)); addEventListener('mouseup', () => (lifted = null));
    addEventListener('mousemove', (event) => { if (lifted === null) return; lifted.style.position = 'fixed'; lifted.style.left = event.x + 'px'; lifted.style.top = event.y + 'px'; });`;
  const file = join(run.createFolder(), 'calendar.html');
  writeFileSync(
    file,
    `<!doctype html><meta charset="utf-8"><button>Anterior</button><button>Siguiente</button><main></main><script>${script}</script>`,
  );
  return pathToFileURL(file).href;
}
