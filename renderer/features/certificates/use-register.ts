import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { EditionId } from '../../../domain/ids.ts';
import { useApi } from '../../lib/api.tsx';

const pageSize = 100;

/** The register, newest folio first, page by page as one scrolls. */
export function useRegister(text: string, editionId: EditionId | null) {
  const api = useApi();
  const query = useInfiniteQuery(
    api.certificates.register.infiniteOptions({
      input: (offset: number) => ({ text, editionId, offset, limit: pageSize }),
      initialPageParam: 0,
      getNextPageParam: ({ rows, total }, _, offset) =>
        offset + rows.length < total ? offset + rows.length : undefined,
      placeholderData: keepPreviousData,
    }),
  );
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data]);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  return {
    rows,
    total: query.data?.pages[0]?.total ?? 0,
    isLoading: query.isPending,
    error: query.error,
    loadMore: () => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
  };
}
