/**
 * What lets several PCs keep one office: the log of every change, what is known of the other devices, what was
 * set aside, and this device's own journal of packets and backups. Names of columns are those of 0001.
 */
const stamps = `
  created_at INTEGER NOT NULL, created_by TEXT NOT NULL, created_on TEXT NOT NULL,
  changed_at INTEGER NOT NULL, changed_by TEXT NOT NULL, changed_on TEXT NOT NULL,
  deleted_at INTEGER`;

const log = `
  -- Whose entries are here. Everything of a device up to "sequence" is in the log, without a gap; entries up to
  -- "compacted" may have been thinned out. This device's own sequence stands in log_clock.
  CREATE TABLE log_device (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, sequence INTEGER NOT NULL DEFAULT 0,
    compacted INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  -- Where a device signed its chain: what it sent, or what arrived of it, ended there.
  CREATE TABLE log_seal (
    device INTEGER NOT NULL REFERENCES log_device (number), sequence INTEGER NOT NULL, hash TEXT NOT NULL,
    signature TEXT NOT NULL, PRIMARY KEY (device, sequence)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE log_author (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE log_table (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

  -- In SQL, so that a rollback takes them back too: a counter in the program would leave gaps.
  CREATE TABLE log_clock (
    one INTEGER PRIMARY KEY CHECK (one = 1), device INTEGER NOT NULL REFERENCES log_device (number),
    sequence INTEGER NOT NULL, action INTEGER NOT NULL, clock INTEGER NOT NULL, is_logging INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE change_log (
    device INTEGER NOT NULL, sequence INTEGER NOT NULL, action INTEGER NOT NULL, clock INTEGER NOT NULL,
    made_at INTEGER NOT NULL, made_by INTEGER NOT NULL, table_number INTEGER NOT NULL, row_key TEXT NOT NULL,
    is_created INTEGER NOT NULL, delta TEXT NOT NULL, PRIMARY KEY (device, sequence)
  ) STRICT, WITHOUT ROWID;
  -- With the clock in it: whether an entry comes last in its row is answered by the index alone.
  CREATE INDEX change_log_by_row ON change_log (table_number, row_key, clock);

  -- Rows whose entries are in the log but which cannot stand, or not whole, in their table yet: a parent has not
  -- arrived, their beginning has not, or they are of a newer version.
  CREATE TABLE waiting_row (
    table_number INTEGER NOT NULL, row_key TEXT NOT NULL, reason TEXT NOT NULL,
    parent_table INTEGER, parent_key TEXT, PRIMARY KEY (table_number, row_key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX waiting_row_by_parent ON waiting_row (parent_table, parent_key) WHERE parent_key IS NOT NULL;
`;

const thisDevice = `
  -- What other devices are known to have: entries of "origin" up to "sequence".
  CREATE TABLE device_knowledge (
    holder TEXT NOT NULL, origin TEXT NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (holder, origin)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE device_secret (
    device_id TEXT PRIMARY KEY REFERENCES device (id), signing_key TEXT NOT NULL, age_identity TEXT
  ) STRICT, WITHOUT ROWID;

  -- The packets themselves lie as files in the data folder, named by id.
  CREATE TABLE packet_aside (
    id TEXT PRIMARY KEY, file_name TEXT NOT NULL, received_at INTEGER NOT NULL, sender_id TEXT, sender_name TEXT,
    reason TEXT NOT NULL, fingerprint TEXT, entries INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE exchange_event (
    id INTEGER PRIMARY KEY, direction TEXT NOT NULL, happened_at INTEGER NOT NULL, made_by TEXT, peer_id TEXT,
    file_name TEXT NOT NULL, entries INTEGER NOT NULL, applied INTEGER NOT NULL, known INTEGER NOT NULL,
    waiting INTEGER NOT NULL, quarantined INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE backup_run (
    id INTEGER PRIMARY KEY, happened_at INTEGER NOT NULL, place TEXT NOT NULL, file_path TEXT NOT NULL,
    byte_size INTEGER NOT NULL, problem TEXT
  ) STRICT;

  CREATE TABLE compaction_run (
    id INTEGER PRIMARY KEY, happened_at INTEGER NOT NULL, made_by TEXT NOT NULL, older_than INTEGER NOT NULL,
    removed_entries INTEGER NOT NULL, removed_values INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE failed_sign_in (
    user_id TEXT PRIMARY KEY, count INTEGER NOT NULL, last_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE local_setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

/**
 * A key is pinned with the row that first says it here, however that row came; what is said later changes nothing. (Not
 * by OR IGNORE: in a trigger the statement that fires it decides about conflicts.)
 */
const pinKey = (event: string) => `
  CREATE TRIGGER pin_key_on_${event.toLowerCase()} AFTER ${event} ON device WHEN NEW.public_key IS NOT NULL BEGIN
    INSERT INTO device_key (device_id, public_key) SELECT NEW.id, NEW.public_key
      WHERE NOT EXISTS (SELECT 1 FROM device_key WHERE device_id = NEW.id);
  END;`;

const office = `
  ALTER TABLE device ADD COLUMN public_key TEXT;
  ALTER TABLE device ADD COLUMN age_recipient TEXT;
  -- Out of use: nobody waits for it any more.
  ALTER TABLE device ADD COLUMN retired_at INTEGER;
  -- The keys by which this PC knows the others, so that no PC of the office can pass for another by an entry; and with
  -- which key to lock for each, by its own signed word.
  CREATE TABLE device_key (
    device_id TEXT PRIMARY KEY, public_key TEXT NOT NULL, age_recipient TEXT
  ) STRICT, WITHOUT ROWID;
  -- To which office this PC belongs, whatever rows of offices arrive.
  CREATE TABLE this_office (one INTEGER PRIMARY KEY CHECK (one = 1), office_id TEXT NOT NULL) STRICT;
  INSERT INTO this_office SELECT 1, id FROM office WHERE deleted_at IS NULL ORDER BY created_at, id LIMIT 1;
  CREATE TRIGGER pin_office AFTER INSERT ON office BEGIN
    INSERT INTO this_office SELECT 1, NEW.id WHERE NOT EXISTS (SELECT 1 FROM this_office);
  END;
  ${pinKey('INSERT')}
  ${pinKey('UPDATE')}

  -- The trainer behind a user: such a user sees their own editions.
  ALTER TABLE user_account ADD COLUMN person_id TEXT REFERENCES person (id);
  ALTER TABLE office ADD COLUMN recovery_hash TEXT;
  ALTER TABLE office ADD COLUMN idle_minutes INTEGER;
  ALTER TABLE person ADD COLUMN merged_into TEXT REFERENCES person (id);
  -- Of one that was deleted since the same person had another in the edition.
  ALTER TABLE enrolment ADD COLUMN joined_into TEXT REFERENCES enrolment (id);
  -- What the results were when the edition was closed, to see whether a later merge changes them.
  ALTER TABLE edition ADD COLUMN results_digest TEXT;

  -- Nobody is looked for by it: people who may be one are compared in memory (db/people-register.ts).
  DROP INDEX person_by_folded_name;

  -- With the person in it: who stands twice in an edition is answered by the index alone.
  DROP INDEX enrolment_by_edition;
  CREATE INDEX enrolment_by_edition ON enrolment (edition_id, status, deleted_at, person_id) WHERE deleted_at IS NULL;

  -- The word of a person about what no rule can decide; conflict_key is made of the kind and the ids.
  CREATE TABLE resolution (conflict_key TEXT PRIMARY KEY, choice TEXT NOT NULL, ${stamps}) STRICT, WITHOUT ROWID;

  -- Two devices may come to the same folio where a copy was misused: that is shown, not refused in mid-merge.
  DROP INDEX certificate_by_folio;
  CREATE INDEX certificate_by_folio ON certificate (series, year, number);
`;

export const changeLogSchema = { version: 2, sql: log + thisDevice + office };
