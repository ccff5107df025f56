import { generateOperationKey } from '@orpc/tanstack-query';
import type { QueryClient } from '@tanstack/react-query';
import type { ServiceClient } from './api.tsx';
import { findRoutersReading, tablesByRouter } from './query-tables.ts';

const gatherMs = 60;
const reconnectMs = 1_000;

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function invalidate(queryClient: QueryClient, routers: readonly string[]): void {
  for (const router of routers) {
    void queryClient.invalidateQueries({ queryKey: generateOperationKey([router]) });
  }
}

/**
 * Gathers the tables of a burst of changes and then fetches anew what reads them. While something is being
 * saved it waits: an answer from before the save would undo on screen what was just typed.
 */
function createInvalidator(queryClient: QueryClient): (tables: readonly string[]) => void {
  const changed = new Set<string>();
  let isWaiting = false;
  const flush = () => {
    if (queryClient.isMutating() > 0) {
      setTimeout(flush, gatherMs);
      return;
    }
    isWaiting = false;
    invalidate(queryClient, findRoutersReading([...changed]));
    changed.clear();
  };
  return (tables) => {
    for (const table of tables) changed.add(table);
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(flush, gatherMs);
  };
}

/** Keeps what is on screen true: hears of changed tables until `signal` says stop, and reconnects if cut off. */
export async function watchChanges(
  client: ServiceClient,
  queryClient: QueryClient,
  signal: AbortSignal,
): Promise<void> {
  const announce = createInvalidator(queryClient);
  let wasCutOff = false;
  while (!signal.aborted) {
    try {
      const changes = await client.changes.watch(undefined, { signal });
      // What changed in between was not heard.
      if (wasCutOff) invalidate(queryClient, Object.keys(tablesByRouter));
      for await (const { tables } of changes) announce(tables);
    } catch {
      // The service ended or the session did: the next round, or the gate, finds out.
    }
    wasCutOff = true;
    if (!signal.aborted) await rest(reconnectMs);
  }
}
