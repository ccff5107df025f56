import type { Course, CourseDraft, Level } from '../domain/course.ts';
import type { CourseId, CourseModuleId, ThemeId } from '../domain/ids.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import { compareSpanish, foldText } from '../domain/text.ts';
import {
  all,
  deleteRow,
  findRow,
  insertRow,
  inTransaction,
  type ReadableDb,
  restoreRow,
  type SqlRow,
  updateRow,
  type Writer,
} from './database.ts';
import { keepCourseOfBegun } from './edition-course.ts';
import { requireJustWritten } from './just-written.ts';
import { listPrerequisites, refusePrerequisites, writePrerequisites } from './prerequisites.ts';

interface CourseRow {
  id: CourseId;
  code: string;
  title: string;
  theme_id: ThemeId | null;
  theme_name: string | null;
  level: Level;
  hours: number;
  contents: string | null;
  minimum_attendance: number;
  pass_mark: number | null;
  gives_participation: number;
  gives_approval: number;
  validity_months: number | null;
  edition_count: number;
}

interface ModuleRow {
  id: CourseModuleId;
  course_id: CourseId;
  position_in_list: number;
  title: string;
  hours: number;
}

type CodeTaken = Refusal<'CODE_TAKEN'>;
type NotFound = Refusal<'NOT_FOUND'>;
type Circle = Refusal<'PREREQUISITE_CIRCLE'>;

const selectCourses = `
  SELECT c.id, c.code, c.title, t.id AS theme_id, t.name AS theme_name, c.level, c.hours, c.contents,
    c.minimum_attendance, c.pass_mark, c.gives_participation, c.gives_approval, c.validity_months,
    (SELECT count(*) FROM edition e WHERE e.course_id = c.id AND e.deleted_at IS NULL) AS edition_count
  FROM course c LEFT JOIN theme t ON t.id = c.theme_id AND t.deleted_at IS NULL
  WHERE c.deleted_at IS NULL`;

/** The catalogue by title. */
export function listCourses(db: ReadableDb): Course[] {
  const modules = all<ModuleRow>(
    db,
    'SELECT * FROM course_module WHERE deleted_at IS NULL ORDER BY position_in_list, id',
  );
  const modulesByCourse = Map.groupBy(modules, (module) => module.course_id);
  const prerequisites = listPrerequisites(db);
  return all<CourseRow>(db, selectCourses)
    .map((row) => rowToCourse(row, modulesByCourse.get(row.id) ?? [], prerequisites.get(row.id) ?? []))
    .toSorted((a, b) => compareSpanish(a.title, b.title));
}

/** A course with its modules, or null where there is none. */
export function findCourse(db: ReadableDb, id: CourseId): Course | null {
  const row = findRow<CourseRow>(db, `${selectCourses} AND c.id = ?`, id);
  if (row === undefined) return null;
  return rowToCourse(row, listModuleRows(db, id), listPrerequisites(db).get(id) ?? []);
}

/** A course; refused where there is none. */
export function getCourse(db: ReadableDb, id: CourseId): Course | NotFound {
  return findCourse(db, id) ?? refuse('NOT_FOUND');
}

/** Adds a course. Its code is its own, whatever the case it is written in. */
export function createCourse(writer: Writer, draft: CourseDraft): Course | CodeTaken | NotFound | Circle {
  return inTransaction(writer.db, () => {
    const id = writer.newId() as CourseId;
    const refusal = refuseDraft(writer.db, id, draft);
    if (refusal !== null) return refusal;
    insertRow(writer, 'course', { id, ...courseToRow(draft) });
    writeModules(writer, id, draft.modules);
    writePrerequisites(writer, id, draft.prerequisiteIds);
    return requireJustWritten(findCourse(writer.db, id));
  });
}

/** Changes a course and its modules; editions that have begun, and certificates already issued, stay as they were. */
export function updateCourse(
  writer: Writer,
  { id, draft }: { id: CourseId; draft: CourseDraft },
): Course | CodeTaken | NotFound | Circle {
  return inTransaction(writer.db, () => {
    if (findCourse(writer.db, id) === null) return refuse('NOT_FOUND');
    const refusal = refuseDraft(writer.db, id, draft);
    if (refusal !== null) return refusal;
    keepCourseOfBegun(writer, id);
    updateRow(writer, 'course', { id }, courseToRow(draft));
    writeModules(writer, id, draft.modules);
    writePrerequisites(writer, id, draft.prerequisiteIds);
    return requireJustWritten(findCourse(writer.db, id));
  });
}

/** Takes a course out of the catalogue; refused, with their number, while it has editions. */
export function removeCourse(
  writer: Writer,
  id: CourseId,
): null | NotFound | Refusal<'COURSE_IN_USE', { editions: number }> {
  return inTransaction(writer.db, () => {
    const course = findCourse(writer.db, id);
    if (course === null) return refuse('NOT_FOUND');
    if (course.editionCount > 0) return refuse('COURSE_IN_USE', { editions: course.editionCount });
    deleteRow(writer, 'course', { id });
    return null;
  });
}

/** Brings back a course that was taken out. */
export function restoreCourse(writer: Writer, id: CourseId): Course | NotFound {
  return inTransaction(writer.db, () => {
    const isThere = restoreRow(writer, 'course', { id });
    return isThere ? requireJustWritten(findCourse(writer.db, id)) : refuse('NOT_FOUND');
  });
}

function refuseDraft(db: ReadableDb, id: CourseId, draft: CourseDraft): CodeTaken | NotFound | Circle | null {
  if (isCodeTaken(db, draft.code, id)) return refuse('CODE_TAKEN');
  return refusePrerequisites(db, id, draft.prerequisiteIds);
}

function isCodeTaken(db: ReadableDb, code: string, ownId: CourseId): boolean {
  const others = all<{ code: string }>(
    db,
    'SELECT code FROM course WHERE deleted_at IS NULL AND id <> ?',
    ownId,
  );
  return others.some((other) => foldText(other.code) === foldText(code));
}

function listModuleRows(db: ReadableDb, courseId: CourseId): ModuleRow[] {
  return all<ModuleRow>(
    db,
    `SELECT * FROM course_module WHERE course_id = ? AND deleted_at IS NULL ORDER BY position_in_list, id`,
    courseId,
  );
}

/** A module that stays as it was is not written; an id that this course does not know is taken as new. */
function writeModules(writer: Writer, courseId: CourseId, drafts: CourseDraft['modules']): void {
  const stored = new Map(listModuleRows(writer.db, courseId).map((row) => [row.id, row]));
  for (const [index, { id, title, hours }] of drafts.entries()) {
    const before = id === null ? undefined : stored.get(id);
    const row = { position_in_list: index, title, hours };
    if (before === undefined) {
      insertRow(writer, 'course_module', { id: writer.newId(), course_id: courseId, ...row });
    } else if (before.position_in_list !== index || before.title !== title || before.hours !== hours) {
      updateRow(writer, 'course_module', { id: before.id }, row);
    }
    if (before !== undefined) stored.delete(before.id);
  }
  for (const id of stored.keys()) deleteRow(writer, 'course_module', { id });
}

function courseToRow(draft: CourseDraft): SqlRow {
  return {
    code: draft.code,
    title: draft.title,
    theme_id: draft.themeId,
    level: draft.level,
    hours: draft.hours,
    contents: draft.contents,
    minimum_attendance: draft.minimumAttendance,
    pass_mark: draft.passMark,
    gives_participation: draft.givesParticipation ? 1 : 0,
    gives_approval: draft.givesApproval ? 1 : 0,
    validity_months: draft.validityMonths,
  };
}

function rowToCourse(
  row: CourseRow,
  modules: readonly ModuleRow[],
  prerequisites: Course['prerequisites'],
): Course {
  return {
    id: row.id,
    code: row.code,
    title: row.title,
    themeId: row.theme_id,
    themeName: row.theme_name,
    level: row.level,
    hours: row.hours,
    contents: row.contents,
    minimumAttendance: row.minimum_attendance,
    passMark: row.pass_mark,
    givesParticipation: row.gives_participation === 1,
    givesApproval: row.gives_approval === 1,
    validityMonths: row.validity_months,
    modules: modules.map(({ id, title, hours }) => ({ id, title, hours })),
    prerequisiteIds: prerequisites.map(({ id }) => id),
    prerequisites,
    editionCount: row.edition_count,
  };
}
