import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistorySubject } from '../../../domain/history.ts';
import { SideSheet } from '../../ui/dialog.tsx';
import { HistoryList } from './history-list.tsx';

/** Opens the history of what a page shows, beside it. */
export function HistoryButton({ subject, name }: { subject: HistorySubject; name: string }) {
  const { t } = useTranslation('history');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button leftSection={<IconHistory size={16} stroke={1.75} aria-hidden />} onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      <SideSheet opened={isOpen} onClose={() => setOpen(false)} title={t('of', { name })}>
        <HistoryList subject={subject} />
      </SideSheet>
    </>
  );
}
