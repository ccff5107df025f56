import { Button } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useDescribeError } from '../../lib/errors.ts';
import { Notice } from '../../ui/notice.tsx';
import type { AttendanceStore } from './attendance-store.ts';

/** Says that marks could not be saved, why, and lets try again; what was typed stays on screen meanwhile. */
export function UnsavedNotice({ store }: { store: AttendanceStore }) {
  const { t } = useTranslation('attendance');
  const describeError = useDescribeError();
  const { failed } = useSyncExternalStore(store.subscribe, store.getSummary);
  const first = failed[0];
  if (first === undefined) return null;
  return (
    <Notice
      tone="danger"
      title={t('unsaved.title', { count: failed.length })}
      action={<Button onClick={() => store.retry()}>{t('common:retry')}</Button>}
    >
      {describeError(first.error)} {t('unsaved.kept')}
    </Notice>
  );
}
