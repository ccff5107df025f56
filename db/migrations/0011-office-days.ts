/** When the office is closed, or works on a holiday: from one day to another, both included. Holidays are computed. */
export const officeDays = {
  version: 11,
  sql: `
  CREATE TABLE office_day (
    id TEXT PRIMARY KEY, starts_on TEXT NOT NULL, ends_on TEXT NOT NULL, name TEXT NOT NULL, is_worked INTEGER NOT NULL,
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL, created_on TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL, changed_on TEXT NOT NULL,
    deleted_at INTEGER
  ) STRICT, WITHOUT ROWID;`,
};
