/** Words about somebody that may still be written where their row was anonymised: they are not kept. */
const keepErased = (table: string, column: string) => `
  CREATE TRIGGER keep_erased_${table} AFTER UPDATE OF ${column} ON ${table}
    WHEN NEW.erased_at IS NOT NULL AND NEW.${column} IS NOT NULL BEGIN
    UPDATE ${table} SET ${column} = NULL WHERE id = NEW.id;
  END;`;

/**
 * Since when a row does not say any more whose it is (domain/anonymising.ts); null: it does. It is never taken back.
 * Up to "redacted", entries of a device's log may lack values that were erased: those can no longer be handed on.
 */
export const anonymisingSchema = {
  version: 9,
  sql: `
  ALTER TABLE person ADD COLUMN erased_at INTEGER;
  ALTER TABLE person ADD COLUMN kept_birth_date TEXT;
  ALTER TABLE enterprise ADD COLUMN erased_at INTEGER;
  ALTER TABLE enrolment ADD COLUMN erased_at INTEGER;
  ALTER TABLE accreditation_word ADD COLUMN erased_at INTEGER;
  ALTER TABLE observation ADD COLUMN erased_at INTEGER;
  CREATE INDEX person_by_erasure ON person (erased_at) WHERE erased_at IS NOT NULL;
  CREATE INDEX enterprise_by_erasure ON enterprise (erased_at) WHERE erased_at IS NOT NULL;
  CREATE INDEX enrolment_by_erasure ON enrolment (erased_at) WHERE erased_at IS NOT NULL;
  CREATE INDEX accreditation_word_by_erasure ON accreditation_word (erased_at) WHERE erased_at IS NOT NULL;
  CREATE INDEX observation_by_erasure ON observation (erased_at) WHERE erased_at IS NOT NULL;
  ALTER TABLE log_device ADD COLUMN redacted INTEGER NOT NULL DEFAULT 0;
  ${keepErased('enrolment', 'withdrawn_reason')}
  ${keepErased('accreditation_word', 'reason')}
  ${keepErased('observation', 'remarks')}`,
};
