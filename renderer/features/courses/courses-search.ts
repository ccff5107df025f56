import { foldText } from '../../../domain/text.ts';
import type { SearchSource } from '../../lib/search-source.ts';

const mostHits = 5;

/** Courses by code or any part of their title, for Ctrl+K. */
export const coursesSearch: SearchSource = {
  id: 'courses',
  label: 'courses:trail',
  search: async (text, { api, signal }) => {
    const courses = await api.courses.list.call(undefined, { signal });
    const sought = foldText(text);
    return courses
      .filter(({ code, title }) => foldText(`${code} ${title}`).includes(sought))
      .slice(0, mostHits)
      .map(({ id, code, title }) => ({ id, title, detail: code, to: `/cursos/${id}` }));
  },
};
