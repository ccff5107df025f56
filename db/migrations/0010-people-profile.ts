const stamps = `
  created_at INTEGER NOT NULL, created_by TEXT NOT NULL, created_on TEXT NOT NULL,
  changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL, changed_on TEXT NOT NULL,
  deleted_at INTEGER`;

/**
 * When and how somebody agreed that their data are kept; which of their enterprises comes first (0: the main one); and
 * the office's own trades with the section of CAEB that each belongs to.
 */
export const peopleProfile = {
  version: 10,
  sql: `
  ALTER TABLE person ADD COLUMN consented_on TEXT;
  ALTER TABLE person ADD COLUMN consent_means TEXT;
  ALTER TABLE enterprise ADD COLUMN position_in_list INTEGER NOT NULL DEFAULT 0;
  CREATE TABLE trade (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, section TEXT, ${stamps}
  ) STRICT, WITHOUT ROWID;`,
};
