import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ImportField } from '../../../domain/import-columns.ts';
import type { ImportMatch, ImportUpload } from '../../../domain/import.ts';

export type Decision = 'same' | 'different' | 'skip';

/** A list that was read and is being looked through. */
export interface ImportDraft {
  upload: ImportUpload;
  /** Grows each time the file is read again: rows and columns are then others. */
  reading: number;
  /** The field of each column as corrected here. */
  fields: readonly ImportField[];
  decisionByRow: ReadonlyMap<number, Decision>;
}

const draftKey = ['import-draft'];

/** What a match is taken for where nobody said otherwise. */
export function defaultDecision({ kind }: ImportMatch): Decision {
  return kind === 'same' ? 'same' : 'different';
}

/** A list as it was just read: what was recognised, nothing decided yet. */
export function createDraft(upload: ImportUpload, reading: number): ImportDraft {
  return { upload, reading, fields: upload.columns.map(({ field }) => field), decisionByRow: new Map() };
}

/**
 * The list being looked through. It outlives the page, so that going to look at a person loses nothing; the cache
 * it lives in is emptied when someone else signs in.
 */
export function useImportDraft(): [ImportDraft | null, (draft: ImportDraft | null) => void] {
  const queryClient = useQueryClient();
  const { data } = useQuery<ImportDraft | null>({
    queryKey: draftKey,
    queryFn: skipToken,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return [data ?? null, (draft) => void queryClient.setQueryData<ImportDraft | null>(draftKey, draft)];
}
