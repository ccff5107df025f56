import type { AccreditationLevel, AccreditationRule } from '../domain/accreditation-rule.ts';
import type { CourseId } from '../domain/ids.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import {
  all,
  deleteRow,
  getNumber,
  inTransaction,
  type ReadableDb,
  type SqlRow,
  upsertRow,
  type Writer,
} from './database.ts';

interface RuleRow {
  course_id: CourseId;
  level: AccreditationLevel;
  training_course_id: CourseId | null;
  editions_assisted: number;
  editions_led: number;
  observation_score: number | null;
  needs_agreement: number;
  within_months: number | null;
  validity_months: number | null;
  editions_a_year: number;
  refresher_course_id: CourseId | null;
  renewed_by_editions: number | null;
}

/** What it takes to teach each course, at each level, by course and level; all courses, or one. */
export function listAccreditationRules(
  db: ReadableDb,
  { courseId }: { courseId: CourseId | null },
): AccreditationRule[] {
  return all<RuleRow>(
    db,
    `SELECT r.* FROM accreditation_rule r JOIN course c ON c.id = r.course_id
     WHERE r.deleted_at IS NULL AND c.deleted_at IS NULL AND (@courseId IS NULL OR r.course_id = @courseId)
     ORDER BY c.title, r.course_id, r.level DESC`,
    { courseId },
  ).map(rowToRule);
}

/** Says what it takes to teach a course at a level. Refuses NOT_FOUND where one of its courses is not there. */
export function setAccreditationRule(
  writer: Writer,
  rule: AccreditationRule,
): AccreditationRule | Refusal<'NOT_FOUND'> {
  return inTransaction(writer.db, () => {
    const named = [rule.courseId, rule.trainingCourseId, rule.refresherCourseId].filter((id) => id !== null);
    if (!areCourses(writer.db, named)) return refuse('NOT_FOUND');
    upsertRow(writer, 'accreditation_rule', { course_id: rule.courseId, level: rule.level }, ruleToRow(rule));
    return rule;
  });
}

/** Nothing is asked any more of who teaches a course at a level; what was said of anyone stays. Refuses NOT_FOUND. */
export function removeAccreditationRule(
  writer: Writer,
  { courseId, level }: Pick<AccreditationRule, 'courseId' | 'level'>,
): null | Refusal<'NOT_FOUND'> {
  return deleteRow(writer, 'accreditation_rule', { course_id: courseId, level }) ? null : refuse('NOT_FOUND');
}

function areCourses(db: ReadableDb, ids: readonly CourseId[]): boolean {
  const wanted = new Set(ids);
  const sql =
    'SELECT count(*) FROM course WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL';
  return getNumber(db, sql, JSON.stringify([...wanted])) === wanted.size;
}

function ruleToRow(rule: AccreditationRule): SqlRow {
  return {
    training_course_id: rule.trainingCourseId,
    editions_assisted: rule.editionsAssisted,
    editions_led: rule.editionsLed,
    observation_score: rule.observationScore,
    needs_agreement: rule.needsAgreement ? 1 : 0,
    within_months: rule.withinMonths,
    validity_months: rule.validityMonths,
    editions_a_year: rule.editionsAYear,
    refresher_course_id: rule.refresherCourseId,
    renewed_by_editions: rule.renewedByEditions,
  };
}

function rowToRule(row: RuleRow): AccreditationRule {
  return {
    courseId: row.course_id,
    level: row.level,
    trainingCourseId: row.training_course_id,
    editionsAssisted: row.editions_assisted,
    editionsLed: row.editions_led,
    observationScore: row.observation_score,
    needsAgreement: row.needs_agreement === 1,
    withinMonths: row.within_months,
    validityMonths: row.validity_months,
    editionsAYear: row.editions_a_year,
    refresherCourseId: row.refresher_course_id,
    renewedByEditions: row.renewed_by_editions,
  };
}
