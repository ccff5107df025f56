import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { EditionId } from '../../../domain/ids.ts';
import { useApi } from '../../lib/api.tsx';
import { useUnloadGuard } from '../../lib/use-unload-guard.ts';
import { useGradeStore } from './grade-store.ts';

/** The assessments, people and grades of an edition; the grades live in the store, with what is typed on top. */
export function useGrades(editionId: EditionId) {
  const api = useApi();
  const store = useGradeStore(editionId);
  const isUnsaved = useSyncExternalStore(store.subscribe, () => {
    const { saving, failed } = store.getSummary();
    return saving > 0 || failed.length > 0;
  });
  useUnloadGuard(isUnsaved);
  const input = { editionId };
  const query = useQuery({
    queryKey: [...api.grades.table.queryKey({ input }), 'typed'],
    queryFn: async ({ signal }) => {
      const stamp = store.getStamp();
      const table = await api.grades.table.call(input, { signal });
      store.load(
        table.grades.map(({ enrolmentId, assessmentId, score }) => ({
          row: enrolmentId,
          column: assessmentId,
          value: score,
        })),
        stamp,
      );
      return table;
    },
  });
  return { query, store };
}
