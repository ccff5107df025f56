import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toInstant } from '../../domain/calendar-date.ts';
import { useApi } from '../lib/api.tsx';
import { useFormat } from '../lib/format.ts';
import { useSession } from '../lib/session.tsx';
import { Notice } from '../ui/notice.tsx';

/** What everybody at this PC should know of it: its calendar cannot be right, or it got a new identity by itself. */
export function DeviceNotices() {
  const { t } = useTranslation('data');
  const api = useApi();
  const format = useFormat();
  const { can } = useSession();
  const { data, dataUpdatedAt } = useQuery(api.exchange.state.queryOptions());
  const acknowledging = useMutation(api.exchange.acknowledgeMinting.mutationOptions());
  const trusting = useMutation(api.exchange.trustCalendar.mutationOptions());
  const doubt = data?.clockDoubt ?? null;
  const minted = data?.minted ?? null;
  const now = format.dateTime(toInstant(dataUpdatedAt));
  return (
    <>
      {doubt !== null && (
        <Notice
          tone="warning"
          title={t(`clock.${doubt.direction}`)}
          action={
            doubt.direction === 'ahead' &&
            can('coordinator') && (
              <Button onClick={() => trusting.mutate(undefined)}>{t('clock.isRight')}</Button>
            )
          }
        >
          {t(doubt.direction === 'ahead' ? 'clock.aheadText' : 'clock.text', {
            now,
            last: format.dateTime(doubt.lastChangeAt),
          })}
        </Notice>
      )}
      {minted !== null && (
        <Notice
          tone="info"
          title={t(`minted.${minted}`)}
          action={
            can('registrar') && (
              <Button onClick={() => acknowledging.mutate(undefined)}>{t('minted.understood')}</Button>
            )
          }
        >
          {t(`minted.${minted}Text`)}
        </Notice>
      )}
    </>
  );
}
