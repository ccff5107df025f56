import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/notice.tsx';

/** Why nothing is taken for a while after wrong tries, and how long still. */
export function TryAgainLater({ seconds }: { seconds: number }) {
  const { t } = useTranslation('access');
  if (seconds === 0) return null;
  return (
    <Notice tone="warning" title={t('wait.title')}>
      <span>{t('wait.why')}</span> {/* Not read aloud each second. */}
      <strong className="tabular" role="timer">
        {t('wait.left', { count: seconds })}
      </strong>
    </Notice>
  );
}
