import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DocumentFile, DocumentOrder } from '../../domain/contract/documents.ts';
import { useApi } from './api.tsx';
import { findErrorTag } from './errors.ts';
import type { tablesByRouter } from './query-tables.ts';
import { type LongTask, useLongTask } from './use-long-task.ts';

/** Makes a document that may take long: with progress, and a way to stop it. */
export function useDocumentTask(): LongTask<DocumentOrder, DocumentFile> {
  return useLongTask(useApi().documents.create.call);
}

export interface DocumentPreview {
  /** The document of the order of the moment, or the one before it until that is there. */
  document: DocumentFile | null;
  isMaking: boolean;
  error: unknown;
}

/** So long a choice rests before its paper is made: moving through a list must not make one for every line. */
const restMs = 200;

/**
 * The paper itself while one chooses what should be on it. `reads` is the part of the contract whose data stand on the
 * paper: when they change, it is made anew. Null: there is nothing to show.
 */
export function useDocumentPreview(
  order: DocumentOrder | null,
  reads: keyof typeof tablesByRouter,
): DocumentPreview {
  const api = useApi();
  const [rested] = useDebouncedValue(order === null ? null : JSON.stringify(order), restMs);
  const isResting = order !== null && JSON.stringify(order) === rested;
  const preview = useQuery({
    queryKey: [[reads, 'document'], { order }],
    queryFn: async ({ signal }) => {
      if (order === null) throw new Error('nothing was ordered');
      const events = await api.documents.create.call(order, { signal });
      let event = await events.next();
      while (event.done !== true) event = await events.next();
      return event.value;
    },
    enabled: isResting,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (order === null) return { document: null, isMaking: false, error: null };
  // That nothing fits the choice is no fault: the page says so in its own words.
  const isNothing = findErrorTag(preview.error) === 'NOTHING_TO_PRINT';
  return {
    document: preview.isError ? null : (preview.data ?? null),
    isMaking: !isResting || preview.isFetching,
    error: isNothing ? null : preview.error,
  };
}
