import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Office } from '../../../domain/office.ts';
import { useApi } from '../../lib/api.tsx';
import { useSession } from '../../lib/session.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { OfficeFacts } from './office-facts.tsx';
import { OfficeForm } from './office-form.tsx';
import { OfficeLogo } from './office-logo.tsx';
import classes from './settings.module.css';

/** The office itself: changed by whoever coordinates, read by everyone. */
export function OfficePage() {
  const api = useApi();
  const office = useQuery(api.office.get.queryOptions());
  return <Loaded query={office}>{(found) => <OfficeSettings office={found} />}</Loaded>;
}

function OfficeSettings({ office }: { office: Office }) {
  const { t } = useTranslation('settings');
  const { can } = useSession();
  if (!can('coordinator')) {
    return (
      <>
        <Notice tone="neutral">{t('coordinatorChanges')}</Notice>
        <OfficeFacts office={office} />
      </>
    );
  }
  return (
    <div className={classes['columns']}>
      <OfficeForm office={office} />
      <OfficeLogo logo={office.logo} />
    </div>
  );
}
