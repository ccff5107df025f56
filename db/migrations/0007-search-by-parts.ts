/**
 * Who is sought by any part of a name: `words` as they begin, `parts` as they go on from any later letter. Both come
 * folded and taken apart (db/person-search.ts), so that the tokenizer has nothing to decide. Filled when a database is
 * opened with this version for the first time.
 */
export const searchByParts = {
  version: 7,
  sql: `
  DROP TABLE person_search;
  CREATE VIRTUAL TABLE person_search USING fts5 (
    words, parts, content = '', contentless_delete = 1, detail = column, prefix = '2 3', tokenize = 'ascii'
  );`,
};
