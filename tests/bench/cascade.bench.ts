import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import type { BenchRun } from './bench-run.ts';
import { timeLoads, withPage } from './browser.ts';
import { cascadePeople, createCascadeOffice } from './cascade-office.ts';
import { connectWithCookie } from './host.ts';
import { expectEqual, type Measurement, timeIt } from './measure.ts';
import { recordFrames } from './standstill.ts';

const loads = 5;
/** Of the mouse, on its way across the drawing, and of the wheel. */
const steps = 60;

interface CascadeTimes {
  load: number;
  /** The longest time without a frame while it is moved, and while it is made smaller and larger. */
  moving: number;
  zooming: number;
}

/** A cascade of 5,000 people over four generations; beside all of them in one SVG, and in a list in a list. */
export async function measure(run: BenchRun): Promise<readonly Measurement[]> {
  const dataFolder = run.createFolder();
  const personId = await createCascadeOffice(dataFolder);
  const [ours, service] = await run.withHost(dataFolder, ({ address }) =>
    withPage(async (page) => {
      await page.goto(address);
      await page.waitForSelector('main h1');
      const [cookie] = await page.context().cookies();
      if (cookie === undefined) throw new Error('the window has no cookie');
      const client = connectWithCookie(address, `${cookie.name}=${cookie.value}`);
      const { people } = await client.trainers.cascade({ personId });
      expectEqual(people.length, cascadePeople + 1, 'people of the cascade');
      const asked = await timeIt(10, () => client.trainers.cascade({ personId }));
      const cascade = new URL(`/capacitadores/${personId}/cascada`, address).href;
      return [await useDrawing(page, cascade), asked] as const;
    }),
  );
  const svg = await withPage((page) => usePlain(page, run, drawPlainly()));
  const list = await withPage((page) => timeLoads(loads, page, writePage(run, listPlainly()), 'li li'));
  const beside = (part: keyof CascadeTimes) => ({ 'all of it in one SVG': svg[part] });
  return [
    { name: 'Cascade of 5,000 people, what the service takes', unit: 'ms', ours: service },
    {
      name: '  until drawing and table are seen',
      unit: 'ms',
      ours: ours.load,
      beside: { ...beside('load'), 'a list in a list': list },
      aim: 'under 1000 ms',
    },
    {
      name: '  all unfolded, moved: longest time without a frame',
      unit: 'ms',
      ours: ours.moving,
      beside: beside('moving'),
      aim: 'under 50 ms',
    },
    {
      name: '  all unfolded, zoomed: longest time without a frame',
      unit: 'ms',
      ours: ours.zooming,
      beside: beside('zooming'),
      aim: 'under 50 ms',
    },
  ];
}

async function useDrawing(page: Page, address: string): Promise<CascadeTimes> {
  const load = await timeLoads(loads, page, address, '[role=treegrid] tbody tr');
  await page.getByRole('button', { name: 'Desplegar todo' }).click();
  await page.getByRole('button', { name: 'Ver todo' }).click();
  const rows = await page.locator('[role=treegrid]').getAttribute('aria-rowcount');
  expectEqual(rows, String(cascadePeople + 2), 'rows of the unfolded table');
  return { load, ...(await moveAndZoom(page, '[role=tree]')) };
}

async function usePlain(page: Page, run: BenchRun, html: string): Promise<CascadeTimes> {
  const load = await timeLoads(loads, page, writePage(run, html), 'svg');
  return { load, ...(await moveAndZoom(page, 'svg')) };
}

async function moveAndZoom(page: Page, selector: string): Promise<Omit<CascadeTimes, 'load'>> {
  const box = await page.locator(selector).boundingBox();
  if (box === null) throw new Error('there is no drawing');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  const zooming = await feel(page, async () => {
    for (let step = 0; step < steps; step += 1) {
      // First until it can be read, then back, and there once more.
      await page.mouse.wheel(0, step >= steps / 3 && step < (2 * steps) / 3 ? 120 : -120);
      await page.waitForTimeout(16);
    }
  });
  const moving = await feel(page, async () => {
    await page.mouse.down();
    for (let step = 0; step < steps; step += 1) {
      await page.mouse.move(x + 4 * step, y + step);
      await page.waitForTimeout(16);
    }
    await page.mouse.up();
  });
  return { moving, zooming };
}

async function feel(page: Page, work: () => Promise<void>): Promise<number> {
  await page.waitForTimeout(500);
  const frames = await recordFrames(page);
  await work();
  return (await frames.jsonValue()).longest;
}

function writePage(run: BenchRun, body: string): string {
  const file = join(run.createFolder(), 'cascade.html');
  writeFileSync(file, `<!doctype html><meta charset="utf-8">${body}`);
  return pathToFileURL(file).href;
}

const name = (index: number) => `Apellido Apellido, Nombre ${index}`;

/** Everyone as a card with a line to the one above, moved and made larger by the transformation of one group. */
function drawPlainly(): string {
  const cards = Array.from({ length: cascadePeople }, (_, index) => {
    const [x, y] = [(index % 320) * 150, Math.floor(index / 320) * 60];
    const card = `<rect x="${x}" y="${y}" width="140" height="40" rx="5" fill="#e4f1e4" stroke="#4b8a5c"/>`;
    return `<path d="M${x + 70} ${y}V${y - 20}H24000" fill="none" stroke="#888"/>${card}<text x="${x + 8}" y="${y + 24}" font-size="13">${name(index)}</text>`;
  });
  const script = `const all = document.querySelector('g'); let [x, y, zoom, last] = [0, 0, 0.027, null];
    const show = () => all.setAttribute('transform', 'translate(' + x + ' ' + y + ') scale(' + zoom + ')');
    addEventListener('mousedown', (event) => (last = event)); addEventListener('mouseup', () => (last = null));
    addEventListener('mousemove', (event) => { if (last === null) return; x += event.x - last.x; y += event.y - last.y; last = event; show(); });
    addEventListener('wheel', (event) => { const by = Math.exp(-event.deltaY * 0.0016); x = event.x - (event.x - x) * by; y = event.y - (event.y - y) * by; zoom *= by; show(); });
    show();`;
  return `<svg width="1300" height="700"><g>${cards.join('')}</g></svg><script>${script}</script>`;
}

/** The same shape: ten, eight, four, and the others below these. */
function listPlainly(): string {
  const each = (count: number, inner: string) =>
    `<ul>${Array.from({ length: count }, (_, index) => `<li>${name(index)}${inner}</li>`).join('')}</ul>`;
  return each(10, each(8, each(4, each(14, ''))));
}
