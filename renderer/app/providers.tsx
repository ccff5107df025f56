import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import { type ReactNode, useEffect, useMemo } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import 'dayjs/locale/es';
import { type Api, ApiProvider, type ServiceClient } from '../lib/api.tsx';
import { readCspNonce } from '../lib/csp-nonce.ts';
import { OfferedPacketsProvider } from '../lib/offered-packets.tsx';
import { type Preferences, PreferencesContext } from '../lib/preferences.ts';
import { ConfirmProvider } from '../ui/confirm-provider.tsx';
import { resolveCssVariables, theme } from '../ui/theme.ts';
import { ToastProvider } from '../ui/toast.tsx';
import { ClientContext } from './client-context.ts';
import { createColorSchemeManager } from './color-scheme.ts';

export interface AppParts {
  client: ServiceClient;
  api: Api;
  queryClient: QueryClient;
  translator: i18n;
  preferences: Preferences;
}

/** Everything that screens find around them. */
export function Providers({ parts, children }: { parts: AppParts; children: ReactNode }) {
  return (
    <PreferencesContext value={parts.preferences}>
      <I18nextProvider i18n={parts.translator}>
        <ClientContext value={parts.client}>
          <QueryClientProvider client={parts.queryClient}>
            <ApiProvider api={parts.api}>
              <Look preferences={parts.preferences}>{children}</Look>
            </ApiProvider>
          </QueryClientProvider>
        </ClientContext>
      </I18nextProvider>
    </PreferencesContext>
  );
}

/** Menus, dialogs and messages are drawn into one node of the body: it is a named region like all of the page. */
function useFloatingRegion(label: string): void {
  useEffect(() => {
    const region = document.querySelector('[data-mantine-shared-portal-node]');
    region?.setAttribute('role', 'region');
    region?.setAttribute('aria-label', label);
  }, [label]);
}

/** The theme, and the language of the document and its calendars. */
function Look({ preferences, children }: { preferences: Preferences; children: ReactNode }) {
  const { t, i18n } = useTranslation('app');
  useFloatingRegion(t('floating'));
  const colorSchemeManager = useMemo(() => createColorSchemeManager(preferences), [preferences]);
  useEffect(() => {
    document.documentElement.lang = i18n.language;
  }, [i18n.language]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolveCssVariables}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="light"
      getStyleNonce={readCspNonce}
    >
      <DatesProvider settings={{ locale: i18n.language, firstDayOfWeek: 1, weekendDays: [0] }}>
        <ConfirmProvider>
          <ToastProvider>
            <OfferedPacketsProvider>{children}</OfferedPacketsProvider>
          </ToastProvider>
        </ConfirmProvider>
      </DatesProvider>
    </MantineProvider>
  );
}
