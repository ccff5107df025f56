import { createBrowserHistory, type RouterHistory, RouterProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { createApi, type ServiceClient } from '../lib/api.tsx';
import { createI18n, isLanguage } from '../lib/i18n.ts';
import { createBrowserPreferences, type Preferences } from '../lib/preferences.ts';
import { createQueryClient } from '../lib/query-client.ts';
import { Providers } from './providers.tsx';
import { type AppRouter, createAppRouter } from './router.tsx';

export interface AppOptions {
  client: ServiceClient;
  /** Where addresses are kept; the window's own if left out, memory in tests. */
  history?: RouterHistory;
  preferences?: Preferences;
}

export interface App {
  element: ReactNode;
  router: AppRouter;
}

/** Puts the whole application together around a client; the one place where its parts are made. */
export function createApp({ client, history, preferences = createBrowserPreferences() }: AppOptions): App {
  const language = preferences.get('language');
  const translator = createI18n(isLanguage(language) ? language : 'es');
  const api = createApi(client);
  const queryClient = createQueryClient((cache) => {
    void cache.invalidateQueries({ queryKey: api.setup.state.key() });
  });
  const router = createAppRouter(history ?? createRememberedHistory(preferences));
  router.subscribe('onResolved', ({ toLocation }) =>
    preferences.set('address', toLocation.href.slice(0, 500)),
  );
  const element = (
    <Providers parts={{ client, api, queryClient, translator, preferences }}>
      <RouterProvider router={router} />
    </Providers>
  );
  return { element, router };
}

/**
 * Addresses as the window's own: both hosts answer any of them with the page. A window that is opened without
 * one reopens where it was left.
 */
function createRememberedHistory(preferences: Preferences): RouterHistory {
  const history = createBrowserHistory();
  const last = preferences.get('address');
  if (history.location.pathname === '/' && last !== null) history.replace(last);
  return history;
}
