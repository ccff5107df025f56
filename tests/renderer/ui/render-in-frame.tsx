import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '../../../renderer/ui/theme.css';
import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { render } from 'vitest-browser-react';
import { createI18n } from '../../../renderer/lib/i18n.ts';
import { ConfirmProvider } from '../../../renderer/ui/confirm-provider.tsx';
import { resolveCssVariables, theme } from '../../../renderer/ui/theme.ts';
import { ToastProvider } from '../../../renderer/ui/toast.tsx';

/** Renders parts of the kit at '/', with everything around that they need but the service; '/otra' is elsewhere. */
export async function renderInFrame(content: ReactNode) {
  const root = createRootRoute();
  const here = createRoute({ getParentRoute: () => root, path: '/', component: () => content });
  const elsewhere = createRoute({
    getParentRoute: () => root,
    path: '/otra',
    component: () => 'otra página',
  });
  const router = createRouter({
    routeTree: root.addChildren([here, elsewhere]),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  const screen = await render(
    <I18nextProvider i18n={createI18n('es')}>
      <MantineProvider theme={theme} cssVariablesResolver={resolveCssVariables}>
        <DatesProvider settings={{ locale: 'es' }}>
          <ConfirmProvider>
            <ToastProvider>
              <RouterProvider router={router} />
            </ToastProvider>
          </ConfirmProvider>
        </DatesProvider>
      </MantineProvider>
    </I18nextProvider>,
  );
  return { screen, history: router.history };
}
