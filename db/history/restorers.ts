import { attendanceMarkSchema } from '../../domain/attendance.ts';
import type { Delta, LoggedValue } from '../../domain/change-log.ts';
import { courseDraftSchema } from '../../domain/course.ts';
import { editionDraftSchema } from '../../domain/edition.ts';
import { assessmentDraftSchema, gradeChangeSchema } from '../../domain/grade.ts';
import type {
  AssessmentId,
  CourseId,
  CourseModuleId,
  EditionId,
  EnrolmentId,
  PersonId,
  ProgrammeId,
  SessionId,
  UserId,
} from '../../domain/ids.ts';
import { officeDraftSchema } from '../../domain/office.ts';
import { personDraftSchema } from '../../domain/person.ts';
import { programmeDraftSchema } from '../../domain/programme.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { roleSchema } from '../../domain/role.ts';
import { sessionDraftSchema } from '../../domain/session.ts';
import { markAttendance } from '../attendance.ts';
import { findCourse, restoreCourse, updateCourse } from '../courses.ts';
import { findRow, type ReadableDb, type Writer } from '../database.ts';
import { restoreEdition } from '../edition-steps.ts';
import { findMainEnterpriseId } from '../enterprises.ts';
import { findEdition, updateEdition } from '../editions.ts';
import { listAssessments, recordGrades, setAssessments } from '../grades.ts';
import { getOffice, updateOffice } from '../office.ts';
import { findPerson, restorePerson, updatePerson } from '../people.ts';
import { listProgrammes, updateProgramme } from '../programmes.ts';
import {
  cancelSession,
  listSessionsById,
  restoreSession,
  uncancelSession,
  updateSession,
} from '../sessions.ts';
import { findUser, updateUser } from '../users.ts';

/** What shall be as it was: the columns that were asked for with the values that they had. */
export interface Wanted {
  readonly key: string;
  readonly values: Delta;
}

export type NotRestorable = Refusal<
  'NOT_RESTORABLE',
  { reason: 'steps' | 'gone' | 'deleted' | 'merged' | 'invalid' }
>;

/** Puts values back through the operation that a person would use to type them, whose rules hold. */
type Restorer = (writer: Writer, wanted: Wanted) => unknown;

const invalid = (): NotRestorable => refuse('NOT_RESTORABLE', { reason: 'invalid' });
const gone = (): NotRestorable => refuse('NOT_RESTORABLE', { reason: 'gone' });

const flags = new Set(['has_consented', 'gives_participation', 'gives_approval', 'is_active']);

/** Columns as the fields of drafts are called. */
function toFields(values: Delta): Record<string, LoggedValue | boolean> {
  return Object.fromEntries(
    Object.entries(values).map(([column, value]) => [
      column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      flags.has(column) ? value === 1 : value,
    ]),
  );
}

/** What says whether a draft can be stored. */
interface DraftSchema<Draft> {
  safeParse(value: unknown): { success: true; data: Draft } | { success: false };
}

/** A stored thing with other values, if it can still be so. */
function parseDraft<Draft>(schema: DraftSchema<Draft>, draft: object): Draft | NotRestorable {
  const parsed = schema.safeParse(draft);
  return parsed.success ? parsed.data : invalid();
}

function parsePolicy(
  before: { latesPerAbsence: number | null; leave: string },
  values: Delta,
): Record<string, unknown> {
  return {
    latesPerAbsence: 'lates_per_absence' in values ? values['lates_per_absence'] : before.latesPerAbsence,
    leave: values['leave_policy'] ?? before.leave,
  };
}

function restorePersonValues(writer: Writer, { key, values }: Wanted): unknown {
  const id = key as PersonId;
  const merged = findRow<{ merged_into: string | null }>(
    writer.db,
    'SELECT merged_into FROM person WHERE id = ?',
    id,
  );
  if (merged !== undefined && merged.merged_into !== null) {
    return refuse('NOT_RESTORABLE', { reason: 'merged' as const });
  }
  const person = findPerson(writer.db, id) ?? restorePerson(writer, id);
  if (isRefusal(person)) return person;
  if (person.anonymisedAt !== null) return gone();
  const organisationName =
    'organisation_id' in values
      ? nameOrganisation(writer.db, values['organisation_id'] ?? null)
      : person.organisationName;
  const draft = parseDraft(personDraftSchema, { ...person, ...toFields(values), organisationName });
  return isRefusal(draft) ? draft : updatePerson(writer, { id, draft });
}

function nameOrganisation(db: ReadableDb, id: LoggedValue): string | null {
  return findRow<{ name: string }>(db, 'SELECT name FROM organisation WHERE id = ?', id)?.name ?? null;
}

function restoreEnterprise(writer: Writer, { key, values }: Wanted): unknown {
  const row = findRow<{ person_id: PersonId }>(
    writer.db,
    'SELECT person_id FROM enterprise WHERE id = ?',
    key,
  );
  const person = row === undefined ? null : findPerson(writer.db, row.person_id);
  if (person === null || person.anonymisedAt !== null) return gone();
  const fields = toFields(values);
  const isMain = findMainEnterpriseId(writer.db, person.id) === key;
  const enterprise = isMain ? { ...person.enterprise, ...fields } : person.enterprise;
  const otherEnterprises = person.otherEnterprises.map((other) =>
    other.id === key ? { ...other, ...fields } : other,
  );
  const draft = parseDraft(personDraftSchema, { ...person, enterprise, otherEnterprises });
  return isRefusal(draft) ? draft : updatePerson(writer, { id: person.id, draft });
}

function restoreSessionValues(writer: Writer, { key, values }: Wanted): unknown {
  const id = key as SessionId;
  const session = listSessionsById(writer.db, [id])[0] ?? restoreSession(writer, { sessionId: id });
  if (isRefusal(session)) return session;
  const { state, cancel_reason: reason, ...others } = values;
  if (Object.keys(others).length > 0) {
    const draft = parseDraft(sessionDraftSchema, { ...session, ...toFields(others) });
    const updated = isRefusal(draft) ? draft : updateSession(writer, { sessionId: id, draft });
    if (isRefusal(updated)) return updated;
  }
  if (state === 'cancelled') {
    return cancelSession(writer, {
      sessionId: id,
      reason: typeof reason === 'string' ? reason : (session.cancelReason ?? ''),
    });
  }
  const isCancelled = session.state === 'cancelled';
  return state !== undefined && isCancelled ? uncancelSession(writer, { sessionId: id }) : null;
}

function restoreEditionValues(writer: Writer, { key, values }: Wanted): unknown {
  const editionId = key as EditionId;
  const edition = findEdition(writer.db, editionId) ?? restoreEdition(writer, { editionId });
  if (isRefusal(edition)) return edition;
  const attendancePolicy = parsePolicy(edition.attendancePolicy, values);
  const draft = parseDraft(editionDraftSchema, { ...edition, ...toFields(values), attendancePolicy });
  return isRefusal(draft) ? draft : updateEdition(writer, { editionId, draft });
}

function restoreCourseValues(writer: Writer, { key, values }: Wanted): unknown {
  const id = key as CourseId;
  const course = findCourse(writer.db, id) ?? restoreCourse(writer, id);
  if (isRefusal(course)) return course;
  const draft = parseDraft(courseDraftSchema, { ...course, ...toFields(values) });
  return isRefusal(draft) ? draft : updateCourse(writer, { id, draft });
}

function restoreModule(writer: Writer, { key, values }: Wanted): unknown {
  const row = findRow<{ course_id: CourseId }>(
    writer.db,
    'SELECT course_id FROM course_module WHERE id = ?',
    key,
  );
  const course = row === undefined ? null : findCourse(writer.db, row.course_id);
  const isThere = course?.modules.some(({ id }) => id === (key as CourseModuleId)) === true;
  if (course === null || !isThere) return gone();
  const modules = course.modules.map((one) => (one.id === key ? { ...one, ...toFields(values) } : one));
  const draft = parseDraft(courseDraftSchema, { ...course, modules });
  return isRefusal(draft) ? draft : updateCourse(writer, { id: course.id, draft });
}

function restoreMark(writer: Writer, { key, values }: Wanted): unknown {
  const [sessionId, enrolmentId] = JSON.parse(key) as [SessionId, EnrolmentId];
  const mark = attendanceMarkSchema.nullable().safeParse(values['mark'] ?? null);
  if (!mark.success) return invalid();
  return markAttendance(writer, { changes: [{ sessionId, enrolmentId, mark: mark.data }] });
}

function restoreGrade(writer: Writer, { key, values }: Wanted): unknown {
  const [assessmentId, enrolmentId] = JSON.parse(key) as [AssessmentId, EnrolmentId];
  const change = parseDraft(gradeChangeSchema, {
    assessmentId,
    enrolmentId,
    score: values['score'] ?? null,
  });
  return isRefusal(change) ? change : recordGrades(writer, { changes: [change] });
}

function restoreAssessment(writer: Writer, { key, values }: Wanted): unknown {
  const row = findRow<{ edition_id: EditionId }>(
    writer.db,
    'SELECT edition_id FROM assessment WHERE id = ? AND deleted_at IS NULL',
    key,
  );
  if (row === undefined) return gone();
  const assessments = listAssessments(writer.db, row.edition_id).map((one) =>
    one.id === key ? { ...one, ...toFields(values) } : one,
  );
  const drafts = parseDraft(assessmentDraftSchema.array(), assessments);
  return isRefusal(drafts)
    ? drafts
    : setAssessments(writer, { editionId: row.edition_id, assessments: drafts });
}

function restoreOffice(writer: Writer, { values }: Wanted): unknown {
  const office = getOffice(writer.db);
  const attendancePolicy = parsePolicy(office.attendancePolicy, values);
  const draft = parseDraft(officeDraftSchema, { ...office, ...toFields(values), attendancePolicy });
  if (isRefusal(draft)) return draft;
  const municipality = values['municipality'];
  return updateOffice(writer, draft, typeof municipality === 'string' ? municipality : office.municipality);
}

function restoreSignatory(writer: Writer, { key, values }: Wanted): unknown {
  const office = getOffice(writer.db);
  if (!office.signatories.some(({ id }) => id === key)) return gone();
  const signatories = office.signatories.map((one) =>
    one.id === key ? { ...one, ...toFields(values) } : one,
  );
  const draft = parseDraft(officeDraftSchema, { ...office, signatories });
  return isRefusal(draft) ? draft : updateOffice(writer, draft, office.municipality);
}

function restoreProgramme(writer: Writer, { key, values }: Wanted): unknown {
  const programme = listProgrammes(writer.db).find(({ id }) => id === key);
  if (programme === undefined) return gone();
  const draft = parseDraft(programmeDraftSchema, { ...programme, ...toFields(values) });
  return isRefusal(draft) ? draft : updateProgramme(writer, { ...draft, id: key as ProgrammeId });
}

function restoreUser(writer: Writer, { key, values }: Wanted): unknown {
  const user = findUser(writer.db, key as UserId);
  if (user === null) return gone();
  const { name = user.name, role = user.role, is_active: isActive, person_id: personId } = values;
  const parsedRole = roleSchema.safeParse(role);
  if (!parsedRole.success || typeof name !== 'string') return invalid();
  return updateUser(writer, {
    id: user.id,
    name,
    role: parsedRole.data,
    isActive: isActive === undefined ? user.isActive : isActive === 1,
    personId: personId === undefined ? user.personId : (personId as PersonId | null),
  });
}

export const restorers: Readonly<Record<string, Restorer>> = {
  assessment: restoreAssessment,
  attendance_mark: restoreMark,
  course: restoreCourseValues,
  course_module: restoreModule,
  edition: restoreEditionValues,
  enterprise: restoreEnterprise,
  grade: restoreGrade,
  office: restoreOffice,
  person: restorePersonValues,
  programme: restoreProgramme,
  session: restoreSessionValues,
  signatory: restoreSignatory,
  user_account: restoreUser,
};
