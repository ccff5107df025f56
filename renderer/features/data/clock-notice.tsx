import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toInstant } from '../../../domain/calendar-date.ts';
import { useApi } from '../../lib/api.tsx';
import { useFormat } from '../../lib/format.ts';
import { Notice } from '../../ui/notice.tsx';

/** Says so where the calendar of this PC cannot be right: what is written now would be ordered wrongly elsewhere. */
export function ClockNotice() {
  const { t } = useTranslation('data');
  const api = useApi();
  const format = useFormat();
  const { data, dataUpdatedAt } = useQuery(api.exchange.state.queryOptions());
  const doubt = data?.clockDoubt ?? null;
  if (doubt === null) return null;
  const now = format.dateTime(toInstant(dataUpdatedAt));
  return (
    <Notice tone="warning" title={t(`clock.${doubt.direction}`)}>
      {t('clock.text', { now, last: format.dateTime(doubt.lastChangeAt) })}
    </Notice>
  );
}
