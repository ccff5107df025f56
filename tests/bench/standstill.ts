import type { Page } from 'playwright-core';

/** What a window felt over some time, in milliseconds: the longest of each. */
export interface Felt {
  /** Between two frames. */
  frame: number;
  search: number;
  mark: number;
  /** How many marks and searches were answered. */
  answers: number;
}

const letters = ['P', 'A', 'F', 'L'];
const texts = ['mam', 'gut', 'lóp', 'fer'];
const pauseMs = 80;
/** What comes of the work (screens that fetch anew, conflicts counted again) belongs to it. */
const restMs = 3000;

/** Marks and searches in a window that shows an attendance grid, one after the other, until some work has ended. */
export async function useWhile(page: Page, work: () => Promise<unknown>): Promise<Felt> {
  const frames = await recordFrames(page);
  const state = { isDone: false };
  const end = work().finally(() => {
    state.isDone = true;
  });
  let endsAt = Number.POSITIVE_INFINITY;
  for (let round = 0; performance.now() < endsAt; round += 1) {
    await markAColumn(page, round);
    await search(page, texts[round % texts.length] ?? '');
    if (state.isDone && endsAt === Number.POSITIVE_INFINITY) endsAt = performance.now() + restMs;
  }
  await end;
  const { longest } = await frames.jsonValue();
  return { frame: longest, ...(await readAnswers(page)) };
}

async function markAColumn(page: Page, round: number): Promise<void> {
  await page.focus('[role=grid]');
  for (let count = 0; count < 8; count += 1) {
    await page.keyboard.press(letters[(count + round) % letters.length] ?? 'P');
    await page.waitForTimeout(pauseMs);
  }
}

/** As with Ctrl+K from anywhere; Esc leads back to the grid. */
async function search(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.waitForSelector('[role=dialog] input:focus');
  const answered = page.waitForResponse(/\/rpc\/people\/search/);
  await page.keyboard.type(text, { delay: 30 });
  await answered;
  await page.waitForSelector('[role=dialog] [role=option]');
  await page.keyboard.press('Escape');
}

/** A frame is always due; the longest time without one is what somebody sees as standing still. */
export function recordFrames(page: Page) {
  return page.evaluateHandle(() => {
    performance.clearResourceTimings();
    performance.setResourceTimingBufferSize(100_000);
    const felt = { longest: 0 };
    let last = performance.now();
    const draw = () => {
      const now = performance.now();
      felt.longest = Math.max(felt.longest, now - last);
      last = now;
      requestAnimationFrame(draw);
    };
    requestAnimationFrame(draw);
    return felt;
  });
}

/** From the page's own record of its requests. */
function readAnswers(page: Page): Promise<Omit<Felt, 'frame'>> {
  return page.evaluate(() => {
    const entries = performance.getEntriesByType('resource');
    const times = (name: string) =>
      entries.filter((entry) => entry.name.endsWith(name)).map(({ duration }) => duration);
    const [searches, marks] = [times('/rpc/people/search'), times('/rpc/attendance/mark')];
    return {
      search: Math.max(0, ...searches),
      mark: Math.max(0, ...marks),
      answers: searches.length + marks.length,
    };
  });
}
