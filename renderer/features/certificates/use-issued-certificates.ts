import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Certificate } from '../../../domain/certificate.ts';
import type { EditionId, EnrolmentId } from '../../../domain/ids.ts';
import { useApi } from '../../lib/api.tsx';

/** What the register has of one enrolment. */
export interface Issued {
  /** The one that holds. */
  valid: Certificate | null;
  /** The last one that was revoked. */
  revoked: Certificate | null;
}

const pageSize = 500;

/** The whole register of an edition, by enrolment; an edition has a few pages of it at most. */
export function useIssuedCertificates(editionId: EditionId): ReadonlyMap<EnrolmentId, Issued> {
  const api = useApi();
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    api.certificates.register.infiniteOptions({
      input: (offset: number) => ({ text: '', editionId, offset, limit: pageSize }),
      initialPageParam: 0,
      getNextPageParam: ({ rows, total }, _, offset) =>
        offset + rows.length < total ? offset + rows.length : undefined,
    }),
  );
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  return useMemo(() => {
    const byEnrolment = new Map<EnrolmentId, Issued>();
    // The newest folio comes first.
    for (const certificate of data?.pages.flatMap(({ rows }) => rows) ?? []) {
      const issued = byEnrolment.get(certificate.enrolmentId) ?? { valid: null, revoked: null };
      if (certificate.revokedOn === null) issued.valid ??= certificate;
      else issued.revoked ??= certificate;
      byEnrolment.set(certificate.enrolmentId, issued);
    }
    return byEnrolment;
  }, [data]);
}
