/** A row may wait for several others at once, and stand meanwhile: each of them calls it when it comes. */
export const waitingParents = {
  version: 3,
  sql: `
  CREATE TABLE waiting_parent (
    parent_table INTEGER NOT NULL, parent_key TEXT NOT NULL, table_number INTEGER NOT NULL, row_key TEXT NOT NULL,
    PRIMARY KEY (parent_table, parent_key, table_number, row_key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX waiting_parent_by_row ON waiting_parent (table_number, row_key);
  DROP INDEX waiting_row_by_parent;
  ALTER TABLE waiting_row DROP COLUMN parent_table;
  ALTER TABLE waiting_row DROP COLUMN parent_key;`,
};
