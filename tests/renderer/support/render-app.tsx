import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '../../../renderer/ui/theme.css';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { createMemoryHistory } from '@tanstack/react-router';
import { render, type RenderResult } from 'vitest-browser-react';
import { createApp } from '../../../renderer/app/create-app.tsx';
import type { ServiceClient } from '../../../renderer/lib/api.tsx';
import { createMemoryPreferences } from '../../../renderer/lib/preferences.ts';

/** A client of the real router, over an office that belongs to this test alone: in memory, or in files of a folder. */
export function createTestClient({ isOnDisk = false } = {}): ServiceClient {
  const office = `${isOnDisk ? 'on-disk-' : ''}${crypto.randomUUID()}`;
  return createORPCClient<ServiceClient>(
    new RPCLink({ url: `${location.origin}/test-service/${office}/rpc` }),
  );
}

/** A client of an office with invented data, its coordinator signed in; on disk where backups are made of it. */
export async function createDemoClient(where: { isOnDisk?: boolean } = {}): Promise<ServiceClient> {
  const client = createTestClient(where);
  await client.setup.startDemo({ seed: 1 });
  return client;
}

/** The whole application at an address, as a window would show it. */
export function renderApp(client: ServiceClient, path = '/'): Promise<RenderResult> {
  const history = createMemoryHistory({ initialEntries: [path] });
  const { element } = createApp({ client, history, preferences: createMemoryPreferences() });
  return Promise.resolve(render(element));
}
