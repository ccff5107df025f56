import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/api.tsx';

/** The years of which the register has certificates, newest first: from its newest line to its oldest. */
export function useRegisterYears(): number[] {
  const api = useApi();
  const lineAt = (offset: number) => ({ text: '', editionId: null, offset, limit: 1 });
  const newest = useQuery(api.certificates.register.queryOptions({ input: lineAt(0) }));
  const total = newest.data?.total ?? 0;
  const oldest = useQuery(
    api.certificates.register.queryOptions({ input: lineAt(Math.max(0, total - 1)), enabled: total > 0 }),
  );
  const first = yearOf(oldest.data?.rows[0]?.issuedOn);
  const last = yearOf(newest.data?.rows[0]?.issuedOn);
  return first === null || last === null
    ? []
    : Array.from({ length: last - first + 1 }, (_, index) => last - index);
}

const yearOf = (date: string | undefined) => (date === undefined ? null : Number(date.slice(0, 4)));
