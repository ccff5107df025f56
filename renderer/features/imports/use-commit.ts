import { useMutation } from '@tanstack/react-query';
import type { EditionId } from '../../../domain/ids.ts';
import type { ImportSummary } from '../../../domain/import.ts';
import { useApi } from '../../lib/api.tsx';
import type { ImportDraft } from './use-import-draft.ts';
import { toOrder } from './use-review.ts';

/** Stores the list as it stands here, in one step. */
export function useCommit(
  draft: ImportDraft,
  editionId: EditionId | null,
  onCommitted: (summary: ImportSummary) => void,
) {
  const committing = useMutation(useApi().imports.commit.mutationOptions());
  const run = async () => {
    try {
      onCommitted(await committing.mutateAsync(toOrder(draft, editionId)));
    } catch {
      // Shown above the list.
    }
  };
  return { run, isCommitting: committing.isPending, error: committing.error };
}
