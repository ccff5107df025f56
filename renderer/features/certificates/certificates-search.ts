import type { SearchSource } from '../../lib/search-source.ts';

const mostHits = 5;

/** Certificates by folio or name, for Ctrl+K. */
export const certificatesSearch: SearchSource = {
  id: 'certificates',
  label: 'certificates:title',
  search: async (text, { api, signal }) => {
    const { rows } = await api.certificates.register.call(
      { text: text.slice(0, 100), editionId: null, offset: 0, limit: mostHits },
      { signal },
    );
    return rows.map(({ id, folio, personSortName, courseTitle }) => ({
      id,
      title: `${folio} · ${personSortName}`,
      detail: courseTitle,
      to: `/certificados?certificateId=${id}`,
    }));
  },
};
