import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { EditionId } from '../../../domain/ids.ts';
import { useApi } from '../../lib/api.tsx';
import type { ImportDraft } from './use-import-draft.ts';

/** What is asked of the service: the list as it is mapped and decided here. */
export function toOrder({ upload, fields, decisionByRow }: ImportDraft, editionId: EditionId | null) {
  const decisions = [...decisionByRow].map(([row, decision]) => ({ row, decision }));
  return { uploadId: upload.uploadId, editionId, fields: [...fields], decisions };
}

/** What committing would do and what needs a word; the answer of before stays until the next is there. */
export function useReview(draft: ImportDraft, editionId: EditionId | null) {
  const api = useApi();
  const { reading } = draft;
  const input = useMemo(() => toOrder(draft, editionId), [draft, editionId]);
  return useQuery(
    api.imports.review.queryOptions({
      input,
      queryKey: [['imports', 'review'], { input, reading }],
      placeholderData: keepPreviousData,
    }),
  );
}
