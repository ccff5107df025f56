import { foldText } from '../../../domain/text.ts';
import type { SearchSource } from '../../lib/search-source.ts';

const mostHits = 8;

/** Editions by code, course or place, the latest first, for Ctrl+K. */
export const editionsSearch: SearchSource = {
  id: 'editions',
  label: 'editions:search.title',
  search: async (text, { api, signal }) => {
    const editions = await api.editions.list.call({ courseId: null }, { signal });
    const words = foldText(text).split(' ');
    return editions
      .filter(({ code, courseTitle, place }) => {
        const searched = foldText(`${code} ${courseTitle} ${place}`);
        return words.every((word) => searched.includes(word));
      })
      .slice(0, mostHits)
      .map(({ id, code, courseTitle, place }) => ({
        id,
        title: `${code} · ${courseTitle}`,
        detail: place,
        to: `/ediciones/${id}`,
      }));
  },
};
