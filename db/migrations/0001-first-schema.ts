/**
 * The first schema. Every row knows who made it and last changed it, when (milliseconds since 1970, UTC) and
 * on which device, and is deleted by `deleted_at`. No UNIQUE on what users type: two offline PCs may both
 * register the same person. Keys are 22-character ids made on any device; rows that are one fact have the
 * key of that fact, so that two devices recording it meet in one row.
 */
const stamps = `
  created_at INTEGER NOT NULL, created_by TEXT NOT NULL, created_on TEXT NOT NULL,
  changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL, changed_on TEXT NOT NULL,
  deleted_at INTEGER`;

const office = `
  CREATE TABLE device (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, series TEXT NOT NULL, ${stamps}
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE user_account (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, password_hash TEXT,
    is_active INTEGER NOT NULL DEFAULT 1, ${stamps}
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE logo (
    id TEXT PRIMARY KEY, type TEXT NOT NULL, bytes BLOB NOT NULL, ${stamps}
  ) STRICT;

  CREATE TABLE office (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, municipality_code TEXT NOT NULL, municipality TEXT NOT NULL,
    address TEXT, phone TEXT, paper TEXT NOT NULL, lates_per_absence INTEGER, leave_policy TEXT NOT NULL,
    logo_id TEXT REFERENCES logo (id), ${stamps}
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE signatory (
    id TEXT PRIMARY KEY, position_in_list INTEGER NOT NULL, name TEXT NOT NULL, position TEXT NOT NULL, ${stamps}
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE programme (id TEXT PRIMARY KEY, name TEXT NOT NULL, donor TEXT, ${stamps}) STRICT, WITHOUT ROWID;

  CREATE TABLE theme (
    id TEXT PRIMARY KEY, programme_id TEXT NOT NULL REFERENCES programme (id),
    position_in_list INTEGER NOT NULL, name TEXT NOT NULL, ${stamps}
  ) STRICT, WITHOUT ROWID;

  -- This device's own: what is written here stays on this PC and never travels in a packet.
  CREATE TABLE this_device (
    one INTEGER PRIMARY KEY CHECK (one = 1), device_id TEXT NOT NULL REFERENCES device (id)
  ) STRICT;

  -- Private keys stay on the device that issues with them; what others need to verify is the public half.
  CREATE TABLE issuing_key (
    id TEXT PRIMARY KEY, device_id TEXT NOT NULL REFERENCES device (id), public_key TEXT NOT NULL, ${stamps}
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE private_key (
    issuing_key_id TEXT PRIMARY KEY REFERENCES issuing_key (id), private_key TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

const people = `
  CREATE TABLE import (
    id TEXT PRIMARY KEY, file_name TEXT NOT NULL, sheet_name TEXT NOT NULL, edition_id TEXT,
    row_count INTEGER NOT NULL, created_count INTEGER NOT NULL, matched_count INTEGER NOT NULL,
    enrolled_count INTEGER NOT NULL, waiting_count INTEGER NOT NULL, undone_at INTEGER, ${stamps}
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE organisation (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, name_folded TEXT NOT NULL, import_id TEXT REFERENCES import (id), ${stamps}
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX organisation_by_name ON organisation (name_folded);

  -- The explicit row number is what the search index points to: an implicit one could change in a VACUUM.
  CREATE TABLE person (
    row_number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    given_names TEXT NOT NULL, paternal_surname TEXT, maternal_surname TEXT, married_surname TEXT,
    sort_name TEXT NOT NULL, folded_name TEXT NOT NULL,
    id_number TEXT, id_complement TEXT, id_issued_in TEXT, sex TEXT, birth_date TEXT, phone TEXT, email TEXT,
    municipality_code TEXT, community TEXT, sort_community TEXT, organisation_id TEXT REFERENCES organisation (id), notes TEXT,
    has_consented INTEGER NOT NULL DEFAULT 0, import_id TEXT REFERENCES import (id), ${stamps}
  ) STRICT;
  CREATE INDEX person_by_name ON person (sort_name) WHERE deleted_at IS NULL;
  CREATE INDEX person_by_id_number ON person (id_number) WHERE id_number IS NOT NULL AND deleted_at IS NULL;
  CREATE INDEX person_by_folded_name ON person (folded_name) WHERE deleted_at IS NULL;
  -- The orders of the table of people: each holds all its page needs to be found far down without reading rows.
  CREATE INDEX person_by_identity_card ON person (length(id_number), id_number, sort_name) WHERE deleted_at IS NULL;
  CREATE INDEX person_by_community ON person (sort_community, sort_name) WHERE deleted_at IS NULL;
  CREATE INDEX person_by_creation ON person (created_at) WHERE deleted_at IS NULL;
  CREATE INDEX person_by_import ON person (import_id) WHERE import_id IS NOT NULL;
  CREATE INDEX person_by_organisation ON person (organisation_id) WHERE organisation_id IS NOT NULL;

  CREATE VIRTUAL TABLE person_search USING fts5 (
    words, content = '', contentless_delete = 1, prefix = '2 3 4', tokenize = 'unicode61 remove_diacritics 2'
  );

  CREATE TABLE enterprise (
    id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person (id),
    name TEXT, trade TEXT, section TEXT, workers INTEGER, sales_band TEXT, nit TEXT, registration TEXT,
    import_id TEXT REFERENCES import (id), ${stamps}
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX enterprise_by_person ON enterprise (person_id);
`;

const training = `
  CREATE TABLE course (
    id TEXT PRIMARY KEY, code TEXT NOT NULL, title TEXT NOT NULL, theme_id TEXT REFERENCES theme (id),
    level TEXT NOT NULL, hours REAL NOT NULL, contents TEXT, minimum_attendance REAL NOT NULL, pass_mark REAL,
    gives_participation INTEGER NOT NULL, gives_approval INTEGER NOT NULL, validity_months INTEGER, ${stamps}
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE course_module (
    id TEXT PRIMARY KEY, course_id TEXT NOT NULL REFERENCES course (id), position_in_list INTEGER NOT NULL,
    title TEXT NOT NULL, hours REAL NOT NULL, ${stamps}
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX course_module_by_course ON course_module (course_id);

  CREATE TABLE edition (
    id TEXT PRIMARY KEY, course_id TEXT NOT NULL REFERENCES course (id), code TEXT NOT NULL,
    status TEXT NOT NULL, place TEXT NOT NULL, starts_on TEXT NOT NULL, ends_on TEXT NOT NULL,
    capacity INTEGER NOT NULL, lates_per_absence INTEGER, leave_policy TEXT NOT NULL, notes TEXT,
    closed_at INTEGER, ${stamps}
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX edition_by_course ON edition (course_id);

  CREATE TABLE trainer_assignment (
    edition_id TEXT NOT NULL REFERENCES edition (id), person_id TEXT NOT NULL REFERENCES person (id),
    role TEXT NOT NULL, ${stamps}, PRIMARY KEY (edition_id, person_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX trainer_assignment_by_person ON trainer_assignment (person_id);

  CREATE TABLE session (
    id TEXT PRIMARY KEY, edition_id TEXT NOT NULL REFERENCES edition (id), date TEXT NOT NULL,
    starts_at TEXT NOT NULL, minutes INTEGER NOT NULL, topic TEXT, module_id TEXT REFERENCES course_module (id),
    state TEXT NOT NULL, cancel_reason TEXT, ${stamps}
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX session_by_edition ON session (edition_id, date, starts_at, state, deleted_at) WHERE deleted_at IS NULL;
  CREATE INDEX session_by_date ON session (date) WHERE deleted_at IS NULL;

  CREATE TABLE enrolment (
    id TEXT PRIMARY KEY, edition_id TEXT NOT NULL REFERENCES edition (id),
    person_id TEXT NOT NULL REFERENCES person (id), status TEXT NOT NULL, enrolled_at INTEGER NOT NULL,
    withdrawn_reason TEXT, exception_reason TEXT, import_id TEXT REFERENCES import (id), ${stamps}
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX enrolment_by_edition ON enrolment (edition_id, status, deleted_at) WHERE deleted_at IS NULL;
  CREATE INDEX enrolment_by_person ON enrolment (person_id);
  CREATE INDEX enrolment_by_import ON enrolment (import_id) WHERE import_id IS NOT NULL;

  CREATE TABLE attendance_mark (
    session_id TEXT NOT NULL REFERENCES session (id), enrolment_id TEXT NOT NULL REFERENCES enrolment (id),
    mark TEXT NOT NULL, ${stamps}, PRIMARY KEY (session_id, enrolment_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX attendance_mark_by_enrolment ON attendance_mark (enrolment_id);

  CREATE TABLE assessment (
    id TEXT PRIMARY KEY, edition_id TEXT NOT NULL REFERENCES edition (id), position_in_list INTEGER NOT NULL,
    kind TEXT NOT NULL, title TEXT NOT NULL, weight REAL NOT NULL, ${stamps}
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX assessment_by_edition ON assessment (edition_id);

  CREATE TABLE grade (
    assessment_id TEXT NOT NULL REFERENCES assessment (id), enrolment_id TEXT NOT NULL REFERENCES enrolment (id),
    score REAL NOT NULL, ${stamps}, PRIMARY KEY (assessment_id, enrolment_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX grade_by_enrolment ON grade (enrolment_id);
`;

const certificates = `
  CREATE TABLE folio_counter (
    series TEXT NOT NULL, year INTEGER NOT NULL, last_number INTEGER NOT NULL, ${stamps},
    PRIMARY KEY (series, year)
  ) STRICT, WITHOUT ROWID;

  -- What was printed, frozen: nothing here is looked up again. search_text: name and folio without case and accents.
  CREATE TABLE certificate (
    id TEXT PRIMARY KEY, series TEXT NOT NULL, year INTEGER NOT NULL, number INTEGER NOT NULL,
    folio TEXT NOT NULL, kind TEXT NOT NULL, person_id TEXT NOT NULL REFERENCES person (id),
    enrolment_id TEXT NOT NULL REFERENCES enrolment (id), edition_id TEXT NOT NULL REFERENCES edition (id),
    person_name TEXT NOT NULL, person_sort_name TEXT NOT NULL, identity_card TEXT,
    course_code TEXT NOT NULL, course_title TEXT NOT NULL, edition_code TEXT NOT NULL, hours REAL NOT NULL,
    starts_on TEXT NOT NULL, ends_on TEXT NOT NULL, place TEXT NOT NULL, office_name TEXT NOT NULL,
    municipality TEXT NOT NULL, municipality_code TEXT NOT NULL, grade REAL, logo_id TEXT REFERENCES logo (id),
    issued_on TEXT NOT NULL, valid_until TEXT, seal TEXT NOT NULL, replaces_folio TEXT,
    revoked_on TEXT, revoked_reason TEXT, search_text TEXT NOT NULL, ${stamps}
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX certificate_by_folio ON certificate (series, year, number);
  CREATE INDEX certificate_by_issue ON certificate (issued_on, series, number, search_text, deleted_at) WHERE deleted_at IS NULL;
  CREATE INDEX certificate_by_edition ON certificate (edition_id);
  CREATE INDEX certificate_by_enrolment ON certificate (enrolment_id);
  CREATE INDEX certificate_by_person ON certificate (person_id);

  CREATE TABLE certificate_signatory (
    certificate_id TEXT NOT NULL REFERENCES certificate (id), position_in_list INTEGER NOT NULL,
    name TEXT NOT NULL, position TEXT NOT NULL, ${stamps}, PRIMARY KEY (certificate_id, position_in_list)
  ) STRICT, WITHOUT ROWID;
`;

export const firstSchema = { version: 1, sql: office + people + training + certificates };
