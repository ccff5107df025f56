import { useQuery } from '@tanstack/react-query';
import type { PersonSummary } from '../../../domain/person.ts';
import { compareSpanish, foldText } from '../../../domain/text.ts';
import { useApi } from '../../lib/api.tsx';

const mostPeople = 500;

/** Each word once, whatever the case and accents; as it was written first in the list. */
function distinct(words: readonly (string | null)[]): string[] {
  const byFolded = new Map(words.filter((word) => word !== null).map((word) => [foldText(word), word]));
  return [...byFolded.values()].toSorted(compareSpanish);
}

const collectWords = ({ rows }: { rows: readonly PersonSummary[] }) => ({
  communities: distinct(rows.map(({ community }) => community)),
  trades: distinct(rows.map(({ trade }) => trade)),
});

const noWords = { communities: [], trades: [] };

/** The communities and trades of the people registered last: what the office is writing these days. */
export function useKnownWords(): { communities: readonly string[]; trades: readonly string[] } {
  const api = useApi();
  const input = { text: '', sort: 'newest', descending: false, offset: 0, limit: mostPeople } as const;
  const { data } = useQuery(api.people.list.queryOptions({ input, select: collectWords }));
  return data ?? noWords;
}
