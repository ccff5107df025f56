import type { ChangeEntry } from '../../domain/change-log.ts';
import type { HistorySubject } from '../../domain/history.ts';
import type { Touched } from '../../domain/undo-rights.ts';
import { all, type ReadableDb } from '../database.ts';
import { entryQuery, rowToEntry } from '../change-log/log-entries.ts';

type EntryRow = Parameters<typeof rowToEntry>[0];
/** The keys of a table's rows that belong to a subject, as a query over `@id` and `@second`. */
type KeyQueries = Readonly<Record<string, string>>;

/** Deleted rows belong to their record as well: their end is part of its history. */
const keyQueries: Readonly<Record<HistorySubject['of'], KeyQueries>> = {
  person: {
    // Those who became this person by merging are part of their story.
    person: 'SELECT @id UNION SELECT id FROM person WHERE merged_into = @id',
    enterprise: 'SELECT id FROM enterprise WHERE person_id = @id',
    accreditation_word: 'SELECT id FROM accreditation_word WHERE person_id = @id',
    observation: 'SELECT id FROM observation WHERE person_id = @id',
    observation_mark: `SELECT json_array(m.observation_id, m.position_in_list) FROM observation o
      JOIN observation_mark m ON m.observation_id = o.id WHERE o.person_id = @id`,
  },
  edition: {
    edition: 'SELECT @id',
    session: 'SELECT id FROM session WHERE edition_id = @id',
    trainer_assignment:
      'SELECT json_array(edition_id, person_id) FROM trainer_assignment WHERE edition_id = @id',
    enrolment: 'SELECT id FROM enrolment WHERE edition_id = @id',
    attendance_mark: `SELECT json_array(m.session_id, m.enrolment_id) FROM session s
      JOIN attendance_mark m ON m.session_id = s.id WHERE s.edition_id = @id`,
    assessment: 'SELECT id FROM assessment WHERE edition_id = @id',
    grade: `SELECT json_array(g.assessment_id, g.enrolment_id) FROM assessment a
      JOIN grade g ON g.assessment_id = a.id WHERE a.edition_id = @id`,
    certificate: 'SELECT id FROM certificate WHERE edition_id = @id',
  },
  course: {
    course: 'SELECT @id',
    course_module: 'SELECT id FROM course_module WHERE course_id = @id',
    course_prerequisite:
      'SELECT json_array(required_course_id, course_id) FROM course_prerequisite WHERE course_id = @id',
    accreditation_rule: 'SELECT json_array(course_id, level) FROM accreditation_rule WHERE course_id = @id',
  },
  certificate: { certificate: 'SELECT @id' },
  mark: { attendance_mark: 'SELECT json_array(@id, @second)' },
  office: {
    office: 'SELECT id FROM office',
    signatory: 'SELECT id FROM signatory',
    programme: 'SELECT id FROM programme',
    theme: 'SELECT id FROM theme',
    trade: 'SELECT id FROM trade',
    office_day: 'SELECT id FROM office_day',
    observation_criterion: 'SELECT id FROM observation_criterion',
    device: 'SELECT id FROM device',
    user_account: 'SELECT id FROM user_account',
  },
};

/** Every entry of the rows that belong to a record, in no particular order. */
export function listSubjectEntries(db: ReadableDb, subject: HistorySubject): ChangeEntry[] {
  return Object.entries(keyQueries[subject.of]).flatMap(([table, keys]) =>
    all<EntryRow>(
      db,
      `${entryQuery} WHERE l.table_number = (SELECT number FROM log_table WHERE name = @table)
         AND l.row_key IN (${keys})`,
      { table, ...idsOf(subject) },
    ).map(rowToEntry),
  );
}

function idsOf(subject: HistorySubject): { id: string | null; second: string | null } {
  switch (subject.of) {
    case 'person':
      return { id: subject.personId, second: null };
    case 'edition':
      return { id: subject.editionId, second: null };
    case 'course':
      return { id: subject.courseId, second: null };
    case 'certificate':
      return { id: subject.certificateId, second: null };
    case 'mark':
      return { id: subject.sessionId, second: subject.enrolmentId };
    case 'office':
      return { id: null, second: null };
  }
}

/** The places of one action in its device's log: one after the other, so that no other entry has to be read. */
const ofAction = `l.device = (SELECT number FROM log_device WHERE id = @device)
   AND l.sequence >= @action AND l.sequence < coalesce(
     (SELECT n.sequence FROM change_log n
       WHERE n.device = (SELECT number FROM log_device WHERE id = @device)
         AND n.sequence > @action AND n.action <> @action ORDER BY n.sequence LIMIT 1), 9e15)
   AND l.action = @action`;

/** What identifies all that was done at once. */
export interface ActionPlace {
  readonly device: string;
  readonly action: number;
}

/** The entries of one action, all its rows, in the order in which they were written. */
export function listActionEntries(db: ReadableDb, { device, action }: ActionPlace): ChangeEntry[] {
  const sql = `${entryQuery} WHERE ${ofAction} ORDER BY l.sequence`;
  return all<EntryRow>(db, sql, { device, action }).map(rowToEntry);
}

/** What an action touched: what says who may take it back. */
export function listTouched(db: ReadableDb, { device, action }: ActionPlace): Touched[] {
  return all<{ name: string; is_created: number; is_revoked: number; is_erased: number }>(
    db,
    `SELECT DISTINCT t.name, l.is_created, instr(l.delta, '"revoked_on"') > 0 AS is_revoked,
       instr(l.delta, '"erased_at"') > 0 AS is_erased
     FROM change_log l JOIN log_table t ON t.number = l.table_number WHERE ${ofAction}`,
    { device, action },
  ).map((row) => ({
    table: row.name,
    isCreated: row.is_created === 1,
    isRevoked: row.is_revoked === 1,
    isErased: row.is_erased === 1,
  }));
}

/** The same of one entry. */
export function toTouched({ table, isCreated, delta }: ChangeEntry): Touched {
  return { table, isCreated, isRevoked: 'revoked_on' in delta, isErased: 'erased_at' in delta };
}
