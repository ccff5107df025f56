import { certificatesSearch } from '../features/certificates/certificates-search.ts';
import { coursesSearch } from '../features/courses/courses-search.ts';
import { editionsSearch } from '../features/courses/editions-search.ts';
import { peopleSearch } from '../features/people/people-search.ts';
import type { SearchSource } from '../lib/search-source.ts';

/** What Ctrl+K looks through besides the sections: one line a feature. */
export const searchSources: readonly SearchSource[] = [
  peopleSearch,
  editionsSearch,
  coursesSearch,
  certificatesSearch,
];
