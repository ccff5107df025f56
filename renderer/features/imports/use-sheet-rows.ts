import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { SheetRow } from '../../../domain/import.ts';
import { useApi } from '../../lib/api.tsx';
import type { ImportDraft } from './use-import-draft.ts';

const pageSize = 200;

/** The rows of the list, fetched page by page as they come into sight. */
export function useSheetRows({ upload, reading }: ImportDraft, first: number, last: number) {
  const { uploadId, rowCount } = upload;
  const api = useApi();
  const queryClient = useQueryClient();
  const pageOptions = useCallback(
    (page: number) => {
      const input = { uploadId, offset: page * pageSize, limit: pageSize };
      return api.imports.rows.queryOptions({ input, queryKey: [['imports', 'rows'], { input, reading }] });
    },
    [api, uploadId, reading],
  );
  const firstPage = Math.max(0, Math.floor(first / pageSize));
  const lastPage = Math.max(firstPage, Math.floor(last / pageSize));
  const pages = useQueries({
    queries: Array.from({ length: lastPage - firstPage + 1 }, (_, index) => pageOptions(firstPage + index)),
  });

  const rowAt = (index: number): SheetRow | null =>
    pages[Math.floor(index / pageSize) - firstPage]?.data?.[index % pageSize] ?? null;

  /** Where a row of the sheet stands in the list. Blank rows are left out, so it stands there or further up. */
  const findIndex = useCallback(
    async (row: number): Promise<number | null> => {
      let low = 0;
      let high = Math.max(0, Math.ceil(rowCount / pageSize) - 1);
      while (low <= high) {
        const page = Math.floor((low + high) / 2);
        const rows = await queryClient.fetchQuery(pageOptions(page));
        const found = rows.findIndex((one) => one.row === row);
        if (found >= 0) return page * pageSize + found;
        if ((rows[0]?.row ?? Number.POSITIVE_INFINITY) > row) high = page - 1;
        else low = page + 1;
      }
      return null;
    },
    [queryClient, pageOptions, rowCount],
  );
  return { rowAt, findIndex };
}
