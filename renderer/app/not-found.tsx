import { IconMapOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Page } from '../ui/page.tsx';
import { AddressLink } from '../ui/address-link.tsx';

/** An address that leads nowhere. */
export function NotFound() {
  const { t } = useTranslation('app');
  return (
    <Page>
      <PageHeader title={t('notFound.title')} />
      <EmptyState
        icon={IconMapOff}
        title={t('notFound.why')}
        text={t('notFound.text')}
        action={<AddressLink to="/">{t('notFound.home')}</AddressLink>}
      />
    </Page>
  );
}
