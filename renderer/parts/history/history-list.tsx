import { Button, Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryPage, HistorySubject } from '../../../domain/history.ts';
import { useApi } from '../../lib/api.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { ActionItem } from './action-item.tsx';
import classes from './history.module.css';
import { useUndoAction } from './use-undo-action.ts';

interface Filter {
  userId: string | null;
  table: string | null;
}

const pageSize = 30;
const noFilter: Filter = { userId: null, table: null };

/** What was done to a record, newest first: who, when, where, from what to what; with what can be taken back. */
export function HistoryList({ subject }: { subject: HistorySubject }) {
  const { t } = useTranslation('history');
  const api = useApi();
  const [filter, setFilter] = useState(noFilter);
  const { undo } = useUndoAction();
  const history = useInfiniteQuery(
    api.history.list.infiniteOptions({
      input: (offset: number) => ({ subject, ...filter, offset, limit: pageSize }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) => {
        const shown = pages.reduce((sum, page) => sum + page.actions.length, 0);
        return shown < last.total ? shown : undefined;
      },
      placeholderData: (before) => before,
    }),
  );
  return (
    <Loaded query={history}>
      {({ pages }) => {
        const actions = pages.flatMap((page) => page.actions);
        const [first] = pages;
        return (
          <div className={classes['history']}>
            {first !== undefined && <HistoryFilter page={first} filter={filter} onChange={setFilter} />}
            {actions.length === 0 && (
              <NothingToTell isFiltered={filter.userId !== null || filter.table !== null} />
            )}
            <ol className={classes['actions']} aria-label={t('title')}>
              {actions.map((action) => (
                <ActionItem
                  key={`${action.device} ${action.action}`}
                  action={action}
                  onUndo={(one) => void undo(one)}
                />
              ))}
            </ol>
            {history.hasNextPage && (
              <Button
                variant="default"
                loading={history.isFetchingNextPage}
                onClick={() => void history.fetchNextPage()}
              >
                {t('more')}
              </Button>
            )}
          </div>
        );
      }}
    </Loaded>
  );
}

function NothingToTell({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useTranslation('history');
  const which = isFiltered ? 'none' : 'empty';
  return <EmptyState title={t(`${which}.title`)} text={t(`${which}.text`)} />;
}

interface HistoryFilterProps {
  page: HistoryPage;
  filter: Filter;
  onChange(filter: Filter): void;
}

/** Offered where there is something to choose between. */
function HistoryFilter({ page, filter, onChange }: HistoryFilterProps) {
  const { t, i18n } = useTranslation('history');
  const { authors, tables, total } = page;
  const kindOf = (table: string) => (i18n.exists(`history:kind.${table}`) ? table : 'other');
  return (
    <Toolbar end={<span className={classes['when']}>{t('total', { count: total })}</span>}>
      {authors.length > 1 && (
        <Select
          aria-label={t('filter.who')}
          placeholder={t('filter.everyone')}
          clearable
          data={authors.map(({ id, name }) => ({ value: id, label: name ?? t('someone') }))}
          value={filter.userId}
          onChange={(userId) => onChange({ ...filter, userId })}
        />
      )}
      {tables.length > 1 && (
        <Select
          aria-label={t('filter.what')}
          placeholder={t('filter.everything')}
          clearable
          data={tables.map((table) => ({ value: table, label: t(`kind.${kindOf(table)}`) }))}
          value={filter.table}
          onChange={(table) => onChange({ ...filter, table })}
        />
      )}
    </Toolbar>
  );
}
