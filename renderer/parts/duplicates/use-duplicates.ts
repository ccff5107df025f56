import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import type { Duplicates } from '../../../domain/duplicate.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { useApi } from '../../lib/api.tsx';
import { useSession } from '../../lib/session.tsx';

/** The service goes through the register a little with every question, so it is asked until all of it was. */
const askAgainMs = 150;

/** The pairs that may be one human, of everyone or of one person; nothing is asked for who may not decide about them. */
export function useDuplicates({ personId, limit }: { personId: PersonId | null; limit: number }) {
  const api = useApi();
  const { can } = useSession();
  const input = can('registrar') ? { personId, limit } : skipToken;
  return useQuery(
    api.people.duplicates.queryOptions({
      input,
      placeholderData: keepPreviousData,
      refetchInterval: ({ state }) => (state.data === undefined || isWhole(state.data) ? false : askAgainMs),
    }),
  );
}

/** Whether the whole register was gone through. */
export function isWhole({ looked }: Duplicates): boolean {
  return looked.done === looked.total;
}

/** How many pairs there are; null while that is not known, where there are none, or none for this user. */
export function useDuplicateCount(): number | null {
  const { data } = useDuplicates({ personId: null, limit: 0 });
  return data === undefined || !isWhole(data) || data.count === 0 ? null : data.count;
}
