const stamps = `
    created_at INTEGER NOT NULL, created_by TEXT NOT NULL, created_on TEXT NOT NULL,
    changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL, changed_on TEXT NOT NULL,
    deleted_at INTEGER`;

/**
 * By what the office observes its trainers, and what was seen. A mark keeps the words and the weight of its criterion,
 * so that the form may change; where there are marks the score of an observation is computed of them.
 */
export const observationForm = {
  version: 12,
  sql: `
  CREATE TABLE observation_criterion (
    id TEXT PRIMARY KEY, position_in_list INTEGER NOT NULL, text TEXT NOT NULL, weight INTEGER NOT NULL, ${stamps}
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE observation_mark (
    observation_id TEXT NOT NULL REFERENCES observation (id), position_in_list INTEGER NOT NULL,
    text TEXT NOT NULL, weight INTEGER NOT NULL,
    -- Null: it did not apply.
    mark INTEGER, ${stamps}, PRIMARY KEY (observation_id, position_in_list)
  ) STRICT, WITHOUT ROWID;`,
};
