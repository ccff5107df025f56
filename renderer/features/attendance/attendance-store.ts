import { MutationObserver, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AttendanceMark } from '../../../domain/attendance.ts';
import type { EditionId, EnrolmentId, SessionId } from '../../../domain/ids.ts';
import { type Api, useApi } from '../../lib/api.tsx';
import { CellStore } from '../../lib/cell-store.ts';

export type AttendanceStore = CellStore<EnrolmentId, SessionId, AttendanceMark>;

/** One store an edition and window: a mark that could not be saved is still there when one comes back to the page. */
const storesByClient = new WeakMap<QueryClient, Map<EditionId, AttendanceStore>>();

function createAttendanceStore(api: Api, client: QueryClient): AttendanceStore {
  return new CellStore((changes) =>
    new MutationObserver(client, api.attendance.mark.mutationOptions()).mutate({
      changes: changes.map(({ row, column, value }) => ({
        enrolmentId: row,
        sessionId: column,
        mark: value,
      })),
    }),
  );
}

/** The marks of an edition as typed and saved in this window. */
export function useAttendanceStore(editionId: EditionId): AttendanceStore {
  const api = useApi();
  const client = useQueryClient();
  return useMemo(() => {
    const stores = storesByClient.get(client) ?? new Map<EditionId, AttendanceStore>();
    storesByClient.set(client, stores);
    const store = stores.get(editionId) ?? createAttendanceStore(api, client);
    stores.set(editionId, store);
    return store;
  }, [api, client, editionId]);
}
