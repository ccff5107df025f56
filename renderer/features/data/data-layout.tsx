import { Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../ui/page-header.tsx';
import { Page } from '../../ui/page.tsx';
import { TabBar, TabToolsProvider } from '../../ui/tab-bar.tsx';
import { DeviceNotices } from '../../parts/device-notices.tsx';

/** Taking data to other PCs, bringing theirs, and keeping copies. */
export function DataLayout() {
  const { t } = useTranslation('data');
  return (
    <TabToolsProvider>
      <Page>
        <PageHeader title={t('title')} subtitle={t('subtitle')} />
        <TabBar
          label={t('tabs.label')}
          tabs={[
            { to: '/datos', label: t('tabs.exchange') },
            { to: '/datos/respaldos', label: t('tabs.backups') },
            { to: '/datos/equipos', label: t('tabs.devices') },
          ]}
        />
        <DeviceNotices />
        <Outlet />
      </Page>
    </TabToolsProvider>
  );
}
