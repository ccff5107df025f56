import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Municipality } from '../../domain/office.ts';
import { compareSpanish } from '../../domain/text.ts';
import { useApi } from './api.tsx';

const none: readonly Municipality[] = [];

/** The municipalities of the catalogue, to choose from by name or province, and the name of each code. */
export function useMunicipalities() {
  const api = useApi();
  const query = useQuery(api.setup.municipalities.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));
  const municipalities = query.data ?? none;
  return useMemo(
    () => ({
      options: municipalities
        .map(({ code, name, province }) => ({ value: code, label: `${name} (${province})` }))
        .toSorted((a, b) => compareSpanish(a.label, b.label)),
      nameByCode: new Map(municipalities.map(({ code, name }) => [code, name])),
    }),
    [municipalities],
  );
}
