import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { EditionId } from '../../../domain/ids.ts';
import { useApi } from '../../lib/api.tsx';
import { useUnloadGuard } from '../../lib/use-unload-guard.ts';
import { listAttendanceRows } from './attendance-rows.ts';
import { useAttendanceStore } from './attendance-store.ts';

const restMs = 800;

/**
 * Whether nothing has been saved for a moment. While marks are being typed the grid is not fetched anew for each
 * of them: the window knows them already, and 4,000 marks a key would be felt.
 */
function useIsResting(isBusy: boolean): boolean {
  const [hasRested, setHasRested] = useState(true);
  useEffect(() => {
    if (isBusy) {
      setHasRested(false);
      return undefined;
    }
    const timer = setTimeout(() => setHasRested(true), restMs);
    return () => clearTimeout(timer);
  }, [isBusy]);
  return hasRested && !isBusy;
}

/** The sessions, people and marks of an edition; the marks live in the store, with what is typed on top. */
export function useAttendance(editionId: EditionId) {
  const api = useApi();
  const store = useAttendanceStore(editionId);
  const isBusy = useSyncExternalStore(store.subscribe, () => store.getSummary().saving > 0);
  const isUnsaved = useSyncExternalStore(store.subscribe, () => store.getSummary().failed.length > 0);
  useUnloadGuard(isBusy || isUnsaved);
  const input = { editionId };
  const query = useQuery({
    queryKey: [...api.attendance.grid.queryKey({ input }), 'typed'],
    queryFn: async ({ signal }) => {
      const stamp = store.getStamp();
      const grid = await api.attendance.grid.call(input, { signal });
      store.load(
        grid.marks.map(({ enrolmentId, sessionId, mark }) => ({
          row: enrolmentId,
          column: sessionId,
          value: mark,
        })),
        stamp,
      );
      return grid;
    },
    enabled: useIsResting(isBusy),
  });
  const rows = useMemo(
    () => (query.data === undefined ? [] : listAttendanceRows(query.data.enrolments, query.data.marks)),
    [query.data],
  );
  return { query, store, rows };
}
