import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { PersonSummary } from '../../../domain/person.ts';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import type { PeopleView } from './people-view.ts';

const pageSize = 200;
const noRows: readonly PersonSummary[] = [];

/** The people of a view, page after page as they come into sight; `total` counts all of them. */
export function usePeople({ text = '', sort = 'surname', descending = false }: PeopleView) {
  const api = useApi();
  const describeError = useDescribeError();
  const query = useInfiniteQuery(
    api.people.list.infiniteOptions({
      input: (offset: number) => ({ text, sort, descending, offset, limit: pageSize }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) => {
        const loaded = pages.reduce((sum, page) => sum + page.rows.length, 0);
        return last.rows.length === 0 || loaded >= last.total ? undefined : loaded;
      },
      placeholderData: keepPreviousData,
    }),
  );
  const { data, hasNextPage, isFetching, fetchNextPage } = query;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? noRows, [data]);
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  return {
    rows,
    total: data?.pages.at(-1)?.total ?? null,
    isLoading: query.isPending,
    error: query.error === null ? null : describeError(query.error),
    loadMore,
  };
}
