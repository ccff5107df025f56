import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useConflictCount } from '../../parts/use-conflict-count.ts';
import { AddressLink } from '../../ui/address-link.tsx';
import { Notice } from '../../ui/notice.tsx';

/** How much there is to decide after PCs were brought together, and where it is decided. */
export function ToResolveNotice() {
  const { t } = useTranslation('data');
  const count = useConflictCount();
  if (count === null) return null;
  return (
    <Notice
      tone="warning"
      title={t('toResolve.title', { count })}
      action={
        <Button component={AddressLink} to="/por-resolver">
          {t('toResolve.open')}
        </Button>
      }
    >
      {t('toResolve.text')}
    </Notice>
  );
}
