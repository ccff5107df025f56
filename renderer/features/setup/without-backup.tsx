import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useConfirm } from '../../ui/confirm.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { FoundBackup } from './found-backups.tsx';

interface WithoutBackupProps {
  found: readonly FoundBackup[];
  onRead(): void;
}

/** Starting with nothing but what can be read of the damaged data: the last resort, asked for where there is a better one. */
export function WithoutBackup({ found, onRead }: WithoutBackupProps) {
  const { t } = useTranslation('recovery');
  const confirm = useConfirm();
  const isAnyUsable = found.some(({ isSound }) => isSound !== false);
  const read = async () => {
    const question = {
      title: t('without.sureTitle'),
      text: t('without.sureText'),
      confirmLabel: t('without.do'),
      danger: true,
    };
    if (!isAnyUsable || (await confirm(question))) onRead();
  };
  const title = found.length === 0 ? 'titleNone' : 'titleUnsound';
  return (
    <Notice
      tone="neutral"
      title={t(`without.${isAnyUsable ? 'titleUsable' : title}`)}
      action={<Button onClick={() => void read()}>{t('without.do')}</Button>}
    >
      {t(isAnyUsable ? 'without.textUsable' : 'without.text')}
    </Notice>
  );
}
