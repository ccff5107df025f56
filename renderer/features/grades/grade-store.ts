import { MutationObserver, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AssessmentId, EditionId, EnrolmentId } from '../../../domain/ids.ts';
import { type Api, useApi } from '../../lib/api.tsx';
import { CellStore } from '../../lib/cell-store.ts';

export type GradeStore = CellStore<EnrolmentId, AssessmentId, number>;

/** One store an edition and window: a grade that could not be saved is still there when one comes back to the page. */
const storesByClient = new WeakMap<QueryClient, Map<EditionId, GradeStore>>();

function createGradeStore(api: Api, client: QueryClient): GradeStore {
  return new CellStore((changes) =>
    new MutationObserver(client, api.grades.record.mutationOptions()).mutate({
      changes: changes.map(({ row, column, value }) => ({
        enrolmentId: row,
        assessmentId: column,
        score: value,
      })),
    }),
  );
}

/** The grades of an edition as typed and saved in this window. */
export function useGradeStore(editionId: EditionId): GradeStore {
  const api = useApi();
  const client = useQueryClient();
  return useMemo(() => {
    const stores = storesByClient.get(client) ?? new Map<EditionId, GradeStore>();
    storesByClient.set(client, stores);
    const store = stores.get(editionId) ?? createGradeStore(api, client);
    stores.set(editionId, store);
    return store;
  }, [api, client, editionId]);
}
