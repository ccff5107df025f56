import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportReview } from '../../../domain/import.ts';
import { cellKey } from './problem-groups.ts';
import { defaultDecision, type ImportDraft } from './use-import-draft.ts';

export interface MarkedCells {
  /** The sentence of what to look at, by `cellKey`. */
  sentenceByCell: ReadonlyMap<string, string>;
  /** Rows that are somebody known already, or may be. */
  matchedRows: ReadonlySet<number>;
  skippedRows: ReadonlySet<number>;
}

/** What of the review is shown in the sheet itself. */
export function useMarkedCells({ decisionByRow }: ImportDraft, review: ImportReview | null): MarkedCells {
  const { t } = useTranslation('problems');
  return useMemo(() => {
    const problems = review?.problems ?? [];
    const matches = review?.matches ?? [];
    const decisionOf = (match: (typeof matches)[number]) =>
      decisionByRow.get(match.row) ?? defaultDecision(match);
    return {
      sentenceByCell: new Map(
        problems.map(({ row, column, code, value }) => [cellKey(row, column), t(code, { value })]),
      ),
      matchedRows: new Set(matches.map(({ row }) => row)),
      skippedRows: new Set(matches.filter((one) => decisionOf(one) === 'skip').map(({ row }) => row)),
    };
  }, [t, review, decisionByRow]);
}
