import { useCallback } from 'react';
import { formatIdentityCard } from '../../domain/identity-card.ts';
import { surnamesFirst } from '../../domain/person-name.ts';
import { useApi } from './api.tsx';
import type { RemoteOption } from './remote-option.ts';

const mostHits = 8;

/** Looks for people by name or identity number as one types. */
export function usePeopleSearch() {
  const api = useApi();
  return useCallback(
    async (text: string, signal: AbortSignal): Promise<readonly RemoteOption[]> => {
      const people = await api.people.search.call({ text, limit: mostHits }, { signal });
      return people.map((person) => {
        const card = formatIdentityCard({
          number: person.idNumber,
          complement: person.idComplement,
          issuedIn: person.idIssuedIn,
        });
        const detail = [card, person.community].filter((part) => part !== null && part !== '').join(' · ');
        return { value: person.id, label: surnamesFirst(person), detail };
      });
    },
    [api],
  );
}
