import { useTranslation } from 'react-i18next';
import type { ExchangeEvent } from '../../../domain/packet.ts';
import { useFormat } from '../../lib/format.ts';
import type { DataColumn } from '../../ui/data-table-model.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

type NumberedEvent = ExchangeEvent & { key: string };

/** What came and went last, and what became of it. */
export function ExchangeEvents({ events }: { events: readonly ExchangeEvent[] }) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const outcomeOf = ({ direction, entries, applied, known, waiting, quarantined }: ExchangeEvent) => {
    if (direction === 'out') return t('events.sent', { count: entries });
    if (quarantined > 0) return t('events.aside', { count: quarantined });
    if (applied + waiting === 0) return t('events.nothingNew', { count: known });
    return t('events.taken', { count: applied + waiting });
  };
  const columns: readonly DataColumn<NumberedEvent>[] = [
    {
      id: 'when',
      header: t('events.when'),
      width: 170,
      value: ({ happenedAt }) => happenedAt,
      cell: ({ happenedAt }) => format.dateTime(happenedAt),
    },
    { id: 'what', header: t('events.what'), width: 110, value: ({ direction }) => t(`events.${direction}`) },
    {
      id: 'who',
      header: t('events.peer'),
      width: 190,
      value: ({ peerName, direction }) => peerName ?? (direction === 'out' ? t('out.all') : ''),
    },
    { id: 'outcome', header: t('events.outcome'), width: 260, value: outcomeOf },
    { id: 'file', header: t('events.file'), grow: true, value: ({ fileName }) => fileName },
    { id: 'by', header: t('events.by'), width: 160, value: ({ madeBy }) => madeBy ?? t('events.byItself') },
  ];
  const rows = events.map((event, index) => ({ ...event, key: String(index) }));
  return (
    <DataTable
      label={t('events.title')}
      rows={rows}
      rowId={({ key }) => key}
      columns={columns}
      maxHeight={360}
      empty={<EmptyState title={t('events.none')} text={t('events.noneText')} />}
    />
  );
}
