import type { CDPSession, Page } from 'playwright-core';
import { expectEqual } from './measure.ts';

/** What a page did with each key, in milliseconds. */
export interface TypedKey {
  /** From the key until the frame was drawn that came of it. */
  toFrame: number;
  /** The longest time until the next key in which the page could do nothing else, whoever held the processor. */
  block: number;
  /** What the page's thread itself computed in the pause after the key; other programs do not count. */
  work: number;
}

const pauseMs = 60;
/** A page that is blocked afterwards, by fetching anew, was blocked by its last key. */
const restMs = 2500;

/** Types keys at the speed of a fast typist into what has the focus, and tells what each of them cost the page. */
export async function typeKeys(page: Page, keys: readonly string[]): Promise<TypedKey[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const recorder = await recordKeys(page);
  const threadTimes = [await readThreadTime(session)];
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(pauseMs);
    threadTimes.push(await readThreadTime(session));
  }
  await page.waitForTimeout(restMs);
  const typed = await recorder.jsonValue();
  expectEqual(typed.length, keys.length, 'keys that reached the page');
  return typed.map((key, index) => ({
    ...key,
    work: (threadTimes[index + 1] ?? 0) - (threadTimes[index] ?? 0),
  }));
}

/** Processor time of the page's main thread, in milliseconds. */
async function readThreadTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const threadTime = metrics.find(({ name }) => name === 'ThreadTime');
  if (threadTime === undefined) throw new Error('the browser does not tell the time of its thread');
  return threadTime.value * 1000;
}

function recordKeys(page: Page) {
  return page.evaluateHandle(() => {
    const typed: { toFrame: number; block: number }[] = [];
    let last = performance.now();
    // A task that is always due: how late it comes is how long the page was blocked.
    const tick = () => {
      const now = performance.now();
      const current = typed.at(-1);
      if (current !== undefined) current.block = Math.max(current.block, now - last);
      last = now;
      setTimeout(tick, 0);
    };
    tick();
    addEventListener(
      'keydown',
      (event) => {
        const current = { toFrame: 0, block: 0 };
        typed.push(current);
        const channel = new MessageChannel();
        channel.port1.addEventListener('message', () => {
          current.toFrame = performance.now() - event.timeStamp;
        });
        channel.port1.start();
        requestAnimationFrame(() => channel.port2.postMessage(null));
      },
      { capture: true },
    );
    return typed;
  });
}
