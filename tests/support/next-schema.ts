import type { TableName } from '../../db/database.ts';
import { type Migration, migrations } from '../../db/migrations/migrations.ts';

const stamps = `
  created_at INTEGER NOT NULL, created_by TEXT NOT NULL, created_on TEXT NOT NULL,
  changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL, changed_on TEXT NOT NULL, deleted_at INTEGER`;

/**
 * What a version after this one might bring: columns on old tables (one points somewhere, one has a default), a table
 * with a natural key, and one that points to it.
 */
const nextMigration: Migration = {
  version: migrations.length + 1,
  sql: `
    ALTER TABLE person ADD COLUMN nickname TEXT;
    ALTER TABLE person ADD COLUMN trust INTEGER NOT NULL DEFAULT 3;
    ALTER TABLE enrolment ADD COLUMN mentor_id TEXT REFERENCES person (id);
    ALTER TABLE attendance_mark ADD COLUMN note TEXT;
    CREATE TABLE mentorship (
      person_id TEXT NOT NULL REFERENCES person (id), course_id TEXT NOT NULL REFERENCES course (id),
      level TEXT NOT NULL, remark TEXT, ${stamps}, PRIMARY KEY (course_id, person_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE mentor_visit (
      id TEXT PRIMARY KEY, person_id TEXT NOT NULL, course_id TEXT NOT NULL, score REAL, ${stamps},
      FOREIGN KEY (person_id, course_id) REFERENCES mentorship (person_id, course_id)
    ) STRICT, WITHOUT ROWID;`,
};

export const nextMigrations: readonly Migration[] = [...migrations, nextMigration];

/** The tables that only the next version knows, as `insertRow` takes them. */
export const mentorship = 'mentorship' as TableName;
export const mentorVisit = 'mentor_visit' as TableName;
