import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDuplicateCount } from '../../parts/duplicates/use-duplicates.ts';
import { useConflictCount } from '../../parts/use-conflict-count.ts';
import { AddressLink } from '../../ui/address-link.tsx';
import { Notice } from '../../ui/notice.tsx';

/** How much there is to decide after PCs were brought together, and where it is decided. */
export function ToResolveNotice() {
  const conflicts = useConflictCount();
  const duplicates = useDuplicateCount();
  return (
    <>
      {conflicts !== null && <WaitingNotice of="toResolve" count={conflicts} to="/por-resolver" />}
      {duplicates !== null && <WaitingNotice of="duplicates" count={duplicates} to="/personas/duplicados" />}
    </>
  );
}

interface WaitingNoticeProps {
  of: 'toResolve' | 'duplicates';
  count: number;
  to: string;
}

function WaitingNotice({ of, count, to }: WaitingNoticeProps) {
  const { t } = useTranslation('data');
  return (
    <Notice
      tone="warning"
      title={t(`${of}.title`, { count })}
      action={
        <Button component={AddressLink} to={to}>
          {t(`${of}.open`)}
        </Button>
      }
    >
      {t(`${of}.text`)}
    </Notice>
  );
}
