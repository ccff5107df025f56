import { Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../ui/page-header.tsx';
import { Page } from '../../ui/page.tsx';
import { TabBar, TabToolsProvider } from '../../ui/tab-bar.tsx';

/** The settings and their tabs. */
export function SettingsLayout() {
  const { t } = useTranslation('settings');
  return (
    <TabToolsProvider>
      <Page>
        <PageHeader title={t('title')} />
        <TabBar
          label={t('tabs.label')}
          tabs={[
            { to: '/ajustes', label: t('tabs.office') },
            { to: '/ajustes/programas', label: t('tabs.programmes') },
            { to: '/ajustes/rubros', label: t('tabs.trades') },
            { to: '/ajustes/dias', label: t('tabs.officeDays') },
            { to: '/ajustes/observacion', label: t('tabs.observation') },
            { to: '/ajustes/usuarios', label: t('tabs.users') },
            { to: '/ajustes/equipo', label: t('tabs.device') },
            { to: '/ajustes/historial', label: t('tabs.history') },
          ]}
        />
        <Outlet />
      </Page>
    </TabToolsProvider>
  );
}
