import { formatIdentityCard } from '../../../domain/identity-card.ts';
import { surnamesFirst } from '../../../domain/person-name.ts';
import type { SearchSource } from '../../lib/search-source.ts';

const mostHits = 8;

/** People by name, identity number or phone, for Ctrl+K. */
export const peopleSearch: SearchSource = {
  id: 'people',
  label: 'people:title',
  search: async (text, { api, signal }) => {
    const people = await api.people.search.call({ text, limit: mostHits }, { signal });
    return people.map((person) => {
      const { id, idNumber: number, idComplement: complement, idIssuedIn: issuedIn, community } = person;
      const facts = [formatIdentityCard({ number, complement, issuedIn }), community ?? ''];
      return {
        id,
        title: surnamesFirst(person),
        detail: facts.filter((fact) => fact !== '').join(' · '),
        to: `/personas/${id}`,
      };
    });
  },
};
