/**
 * What has to be passed before a course, and where an enrolment came from. `transferred_from` is the enrolment that
 * somebody was moved away from; what was recorded of it stays there. `prerequisite_reason` is kept apart from
 * `exception_reason`: only the latter excuses more people than seats.
 */
const stamps = `
  created_at INTEGER NOT NULL, created_by TEXT NOT NULL, created_on TEXT NOT NULL,
  changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL, changed_on TEXT NOT NULL,
  deleted_at INTEGER`;

export const enrollingSchema = {
  version: 8,
  sql: `
  CREATE TABLE course_prerequisite (
    -- The course asked for comes first in the key: the history names a row by it.
    required_course_id TEXT NOT NULL REFERENCES course (id), course_id TEXT NOT NULL REFERENCES course (id),
    ${stamps}, PRIMARY KEY (required_course_id, course_id)
  ) STRICT, WITHOUT ROWID;
  ALTER TABLE enrolment ADD COLUMN transferred_from TEXT REFERENCES enrolment (id);
  ALTER TABLE enrolment ADD COLUMN prerequisite_reason TEXT;
`,
};
