/**
 * Who may teach what; and what an edition keeps of its course. Names of columns are those of 0001. As every schema of a
 * log that travels: columns may come late, nothing is UNIQUE.
 */
const stamps = `
  created_at INTEGER NOT NULL, created_by TEXT NOT NULL, created_on TEXT NOT NULL,
  changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL, changed_on TEXT NOT NULL,
  deleted_at INTEGER`;

const trainers = `
  CREATE TABLE accreditation_rule (
    course_id TEXT NOT NULL REFERENCES course (id), level TEXT NOT NULL,
    training_course_id TEXT REFERENCES course (id), editions_assisted INTEGER NOT NULL, editions_led INTEGER NOT NULL,
    observation_score REAL, needs_agreement INTEGER NOT NULL, within_months INTEGER, validity_months INTEGER,
    editions_a_year INTEGER NOT NULL, refresher_course_id TEXT REFERENCES course (id), renewed_by_editions INTEGER,
    ${stamps}, PRIMARY KEY (course_id, level)
  ) STRICT, WITHOUT ROWID;

  -- What was said of somebody's accreditation: signed, accredited, renewed, suspended, lifted. The status is computed.
  CREATE TABLE accreditation_word (
    id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person (id),
    course_id TEXT NOT NULL REFERENCES course (id), level TEXT NOT NULL, word TEXT NOT NULL, said_on TEXT NOT NULL,
    -- The master trainer who accredits; null: a coordinator, whose reason is recorded.
    accredited_by TEXT REFERENCES person (id), reason TEXT, ${stamps}
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX accreditation_word_by_person ON accreditation_word (person_id);

  CREATE TABLE observation (
    id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person (id),
    course_id TEXT NOT NULL REFERENCES course (id), edition_id TEXT REFERENCES edition (id),
    observed_on TEXT NOT NULL, observer TEXT NOT NULL, score REAL, remarks TEXT, ${stamps}
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX observation_by_person ON observation (person_id);
`;

const editions = `
  -- What the course said when the edition began; where the title is null, what it says now.
  ALTER TABLE edition ADD COLUMN course_title TEXT;
  ALTER TABLE edition ADD COLUMN course_code TEXT;
  ALTER TABLE edition ADD COLUMN course_hours REAL;
  ALTER TABLE edition ADD COLUMN minimum_attendance REAL;
  ALTER TABLE edition ADD COLUMN pass_mark REAL;
  ALTER TABLE edition ADD COLUMN gives_participation INTEGER;
  ALTER TABLE edition ADD COLUMN gives_approval INTEGER;
  ALTER TABLE edition ADD COLUMN validity_months INTEGER;
  CREATE VIEW edition_course AS
    SELECT e.id AS edition_id, e.course_id, c.level,
      iif(e.course_title IS NULL, c.title, e.course_title) AS title,
      iif(e.course_title IS NULL, c.code, e.course_code) AS code,
      iif(e.course_title IS NULL, c.hours, e.course_hours) AS hours,
      iif(e.course_title IS NULL, c.minimum_attendance, e.minimum_attendance) AS minimum_attendance,
      iif(e.course_title IS NULL, c.pass_mark, e.pass_mark) AS pass_mark,
      iif(e.course_title IS NULL, c.gives_participation, e.gives_participation) AS gives_participation,
      iif(e.course_title IS NULL, c.gives_approval, e.gives_approval) AS gives_approval,
      iif(e.course_title IS NULL, c.validity_months, e.validity_months) AS validity_months
    FROM edition e JOIN course c ON c.id = e.course_id;
`;

export const trainersSchema = { version: 4, sql: trainers + editions };
