import type { Api } from './api.tsx';

/** One thing found by Ctrl+K. `to` is a whole address: '/personas/0Ab…'. */
export interface SearchHit {
  id: string;
  title: string;
  detail?: string;
  to: string;
}

/** What a feature offers to the search: `label` is the key of the heading above its hits. */
export interface SearchSource {
  id: string;
  label: string;
  search(text: string, context: { api: Api; signal: AbortSignal }): Promise<SearchHit[]>;
}
