import { AxeBuilder } from '@axe-core/playwright';
import type { Page, Request } from 'playwright-core';

/** So long nothing changes on a page that has settled. */
const quietMs = 120;

/** Looks with axe at what a page shows once it has settled: everything that breaks a rule, with its element. */
export type FindViolations = () => Promise<string[]>;

/**
 * Data and colours arrive a moment after the heading, and axe would measure them half way: it looks once every answer
 * is there, every transition is over and nothing has changed for a moment. Watches a page from its beginning.
 */
export function watchWithAxe(page: Page): FindViolations {
  const open = new Set<Request>();
  page.on('request', (request) => isAwaited(request) && open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  const settle = async () => {
    do {
      await page.evaluate(waitUntilQuiet, quietMs);
    } while (open.size > 0);
  };
  return async () => {
    await settle();
    // In the page itself, and no more than is asked for: without a second window that adds the parts up.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
    const { violations } = await axe.analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  };
}

/** What tells of changes never ends. */
function isAwaited(request: Request): boolean {
  return !new URL(request.url()).pathname.startsWith('/rpc/changes/');
}

/** In the page. What turns for ever is no transition. */
function waitUntilQuiet(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    let changedAt = performance.now();
    const changed = () => {
      changedAt = performance.now();
    };
    const observer = new MutationObserver(changed);
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const isMoving = ({ playState, effect }: Animation) =>
      playState === 'running' && effect?.getComputedTiming().iterations !== Infinity;
    const look = () => {
      if (document.getAnimations().some(isMoving)) changed();
      if (performance.now() - changedAt < milliseconds) return void requestAnimationFrame(look);
      observer.disconnect();
      resolve();
    };
    look();
  });
}
