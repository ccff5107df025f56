import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AwaitedDevice } from '../../../domain/packet.ts';
import { useApi } from '../../lib/api.tsx';
import { useFormat } from '../../lib/format.ts';
import { useSession } from '../../lib/session.tsx';
import { Notice } from '../../ui/notice.tsx';

/** After the data came back from a copy: whose packets are to be brought, and how they come to carry what is missing. */
export function AwaitedNotice({ awaited }: { awaited: readonly AwaitedDevice[] }) {
  const { t } = useTranslation('data');
  const api = useApi();
  const format = useFormat();
  const { can } = useSession();
  const stopping = useMutation(api.exchange.stopAwaiting.mutationOptions());
  if (awaited.length === 0) return null;
  return (
    <Notice
      tone="warning"
      title={t('awaited.title')}
      action={
        can('registrar') && <Button onClick={() => stopping.mutate(undefined)}>{t('awaited.nothing')}</Button>
      }
    >
      {t('awaited.text', { names: format.list(awaited.map(({ name }) => name)) })}
    </Notice>
  );
}
