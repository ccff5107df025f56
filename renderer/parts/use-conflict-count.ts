import { useQuery } from '@tanstack/react-query';
import { useApi } from '../lib/api.tsx';
import { useSession } from '../lib/session.tsx';

/** How many decisions wait since PCs were brought together; null where there are none, or none for this user. */
export function useConflictCount(): number | null {
  const api = useApi();
  const { can } = useSession();
  const { data } = useQuery(api.conflicts.count.queryOptions());
  return data === undefined || data === 0 || !can('registrar') ? null : data;
}
