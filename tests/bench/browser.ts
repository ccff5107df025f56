import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser, testBrowserFlags } from '../../scripts/find-browser.ts';
import { median } from './measure.ts';

/** Starts an installed Chromium with a fresh profile, as an office's first window of the day. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  return chromium.launch({ args: testBrowserFlags, ...(executablePath === null ? {} : { executablePath }) });
}

/** A window of the size of an office's screen, with a memory of its own. */
export function openPage(browser: Browser): Promise<Page> {
  return browser.newPage({ viewport: { width: 1366, height: 768 } });
}

/** Lets a page work for a while in a Chromium of its own. */
export async function withPage<Answer>(work: (page: Page) => Promise<Answer>): Promise<Answer> {
  const browser = await launchBrowser();
  try {
    return await work(await openPage(browser));
  } finally {
    await browser.close();
  }
}

/** The instant, in milliseconds since 1970, at which the frame that shows an element was drawn. */
export async function waitUntilPainted(page: Page, selector: string): Promise<number> {
  await page.waitForSelector(selector, { state: 'visible' });
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.addEventListener('message', () =>
            resolve(performance.timeOrigin + performance.now()),
          );
          channel.port1.start();
          channel.port2.postMessage(null);
        });
      }),
  );
}

/** Now, on the clock of `waitUntilPainted`. */
export function instant(): number {
  return performance.timeOrigin + performance.now();
}

/** How long an address takes until what is waited for is painted: the median of so many loads, after one more that warms up. */
export async function timeLoads(
  loads: number,
  page: Page,
  address: string,
  selector: string,
): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count <= loads; count += 1) {
    const start = instant();
    await page.goto(address, { waitUntil: 'commit' });
    times.push((await waitUntilPainted(page, selector)) - start);
  }
  return median(times.slice(1));
}
