import type { EditionStatus } from '../domain/edition.ts';
import { takesChanges } from '../domain/edition.ts';
import type { Enrolment } from '../domain/enrolment.ts';
import {
  type Assessment,
  type AssessmentDraft,
  computeFinalGrade,
  defaultAssessments,
  type GradeChange,
} from '../domain/grade.ts';
import type { AssessmentId, EditionId, EnrolmentId } from '../domain/ids.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import {
  all,
  deleteRow,
  findRow,
  inTransaction,
  insertRow,
  type ReadableDb,
  updateRow,
  upsertRow,
  type Writer,
} from './database.ts';
import { findEditionStatus, findObstacle } from './edition-status.ts';
import { listEnrolments } from './enrolments.ts';

interface GradeRow {
  assessment_id: AssessmentId;
  enrolment_id: EnrolmentId;
  score: number;
}

/** The assessments of an edition in their order. */
export function listAssessments(db: ReadableDb, editionId: EditionId): Assessment[] {
  return all<Assessment>(
    db,
    `SELECT id, kind, title, weight FROM assessment WHERE edition_id = ? AND deleted_at IS NULL
     ORDER BY position_in_list, id`,
    editionId,
  );
}

function listGrades(db: ReadableDb, editionId: EditionId): GradeRow[] {
  return all<GradeRow>(
    db,
    `SELECT g.assessment_id, g.enrolment_id, g.score FROM assessment a JOIN grade g ON g.assessment_id = a.id
     WHERE a.edition_id = ? AND a.deleted_at IS NULL AND g.deleted_at IS NULL
     ORDER BY a.position_in_list, a.id, g.enrolment_id`,
    editionId,
  );
}

/** The final grade of everyone of an edition who has any score. */
export function listFinalGrades(db: ReadableDb, editionId: EditionId): Map<EnrolmentId, number | null> {
  return computeFinalGrades(listAssessments(db, editionId), listGrades(db, editionId));
}

function computeFinalGrades(
  assessments: readonly Assessment[],
  grades: readonly GradeRow[],
): Map<EnrolmentId, number | null> {
  const scoresByEnrolment = new Map<EnrolmentId, Map<AssessmentId, number>>();
  for (const { enrolment_id, assessment_id, score } of grades) {
    const scores = scoresByEnrolment.get(enrolment_id) ?? new Map<AssessmentId, number>();
    scoresByEnrolment.set(enrolment_id, scores.set(assessment_id, score));
  }
  return new Map([...scoresByEnrolment].map(([id, scores]) => [id, computeFinalGrade(assessments, scores)]));
}

interface GradeTable {
  assessments: Assessment[];
  enrolments: Enrolment[];
  grades: GradeChange[];
  finalGrades: { enrolmentId: EnrolmentId; grade: number | null }[];
}

/** What the table of grades shows: assessments, people, scores and everyone's final grade. */
export function getGradeTable(
  db: ReadableDb,
  { editionId }: { editionId: EditionId },
): GradeTable | Refusal<'NOT_FOUND'> {
  if (findEditionStatus(db, editionId) === null) return refuse('NOT_FOUND');
  const assessments = listAssessments(db, editionId);
  const enrolments = listEnrolments(db, editionId);
  const grades = listGrades(db, editionId);
  const finalGrades = computeFinalGrades(assessments, grades);
  return {
    assessments,
    enrolments,
    grades: grades.map((row) => ({
      assessmentId: row.assessment_id,
      enrolmentId: row.enrolment_id,
      score: row.score,
    })),
    finalGrades: enrolments.map(({ id }) => ({ enrolmentId: id, grade: finalGrades.get(id) ?? null })),
  };
}

/**
 * Records scores of 0-100, all or none; a null score takes one away. A score that is recorded already keeps who
 * recorded it. Refuses NOT_FOUND and EDITION_CLOSED.
 */
export function recordGrades(
  writer: Writer,
  { changes }: { changes: readonly GradeChange[] },
): null | Refusal<'NOT_FOUND'> | Refusal<'EDITION_CLOSED'> {
  return inTransaction(writer.db, () => {
    const refusal = refuseGrades(writer.db, changes);
    if (refusal !== null) return refusal;
    const scoreByKey = listScores(writer.db, changes);
    for (const change of changes) writeGrade(writer, change, scoreByKey);
    return null;
  });
}

function writeGrade(writer: Writer, change: GradeChange, scoreByKey: Map<string, number | null>): void {
  const { assessmentId, enrolmentId, score } = change;
  if ((scoreByKey.get(assessmentId + enrolmentId) ?? null) === score) return;
  scoreByKey.set(assessmentId + enrolmentId, score);
  const key = { assessment_id: assessmentId, enrolment_id: enrolmentId };
  if (score === null) deleteRow(writer, 'grade', key);
  else upsertRow(writer, 'grade', key, { score });
}

function listScores(db: ReadableDb, changes: readonly GradeChange[]): Map<string, number | null> {
  const rows = all<GradeRow>(
    db,
    `SELECT assessment_id, enrolment_id, score FROM grade
     WHERE assessment_id IN (SELECT value FROM json_each(?))
       AND enrolment_id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL`,
    idsOf(changes, 'assessmentId'),
    idsOf(changes, 'enrolmentId'),
  );
  return new Map(rows.map(({ assessment_id, enrolment_id, score }) => [assessment_id + enrolment_id, score]));
}

function idsOf(changes: readonly GradeChange[], part: 'assessmentId' | 'enrolmentId'): string {
  return JSON.stringify([...new Set(changes.map((change) => change[part]))]);
}

/** An assessment and an enrolment that meet in one edition, which takes changes. */
function refuseGrades(
  db: ReadableDb,
  changes: readonly GradeChange[],
): Refusal<'NOT_FOUND'> | Refusal<'EDITION_CLOSED'> | null {
  const assessments = all<{ id: AssessmentId; edition_id: EditionId; status: EditionStatus }>(
    db,
    `SELECT a.id, a.edition_id, e.status FROM assessment a JOIN edition e ON e.id = a.edition_id
     WHERE a.id IN (SELECT value FROM json_each(?)) AND a.deleted_at IS NULL AND e.deleted_at IS NULL`,
    idsOf(changes, 'assessmentId'),
  );
  const enrolments = all<{ id: EnrolmentId; edition_id: EditionId }>(
    db,
    'SELECT id, edition_id FROM enrolment WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL',
    idsOf(changes, 'enrolmentId'),
  );
  const assessmentById = new Map(assessments.map((row) => [row.id, row]));
  const editionByEnrolment = new Map(enrolments.map((row) => [row.id, row.edition_id]));
  for (const { assessmentId, enrolmentId } of changes) {
    const assessment = assessmentById.get(assessmentId);
    if (assessment === undefined || assessment.edition_id !== editionByEnrolment.get(enrolmentId)) {
      return refuse('NOT_FOUND');
    }
    if (!takesChanges(assessment.status)) return refuse('EDITION_CLOSED');
  }
  return null;
}

/** Gives an edition the assessments that one of a graded course starts with. */
export function createDefaultAssessments(writer: Writer, editionId: EditionId): void {
  for (const [place, { kind, title, weight }] of defaultAssessments.entries()) {
    writeAssessment(writer, editionId, place, { id: null, kind, title, weight });
  }
}

/**
 * Replaces the assessments of an edition; one without an id is new. Refuses ASSESSMENT_GRADED with the title of one
 * that has scores and was left out, NOT_FOUND and EDITION_CLOSED.
 */
export function setAssessments(
  writer: Writer,
  { editionId, assessments }: { editionId: EditionId; assessments: readonly AssessmentDraft[] },
):
  | Assessment[]
  | Refusal<'NOT_FOUND'>
  | Refusal<'EDITION_CLOSED'>
  | Refusal<'ASSESSMENT_GRADED', { title: string }> {
  return inTransaction(writer.db, () => {
    const obstacle = findObstacle(writer.db, editionId);
    if (obstacle !== null) return obstacle;
    const before = listAssessments(writer.db, editionId);
    const keptIds = new Set(assessments.map(({ id }) => id));
    if (assessments.some(({ id }) => id !== null && !before.some((known) => known.id === id))) {
      return refuse('NOT_FOUND');
    }
    const dropped = before.filter(({ id }) => !keptIds.has(id));
    const graded = dropped.find(({ id }) => hasScores(writer.db, id));
    if (graded !== undefined) return refuse('ASSESSMENT_GRADED', { title: graded.title });
    for (const { id } of dropped) deleteRow(writer, 'assessment', { id });
    for (const [place, draft] of assessments.entries()) writeAssessment(writer, editionId, place, draft);
    return listAssessments(writer.db, editionId);
  });
}

function hasScores(db: ReadableDb, assessmentId: AssessmentId): boolean {
  const sql = `SELECT 1 FROM grade g JOIN enrolment n ON n.id = g.enrolment_id
    WHERE g.assessment_id = ? AND g.deleted_at IS NULL AND n.deleted_at IS NULL LIMIT 1`;
  return findRow(db, sql, assessmentId) !== undefined;
}

function writeAssessment(
  writer: Writer,
  editionId: EditionId,
  place: number,
  { id, kind, title, weight }: AssessmentDraft,
): void {
  const row = { position_in_list: place, kind, title, weight };
  if (id !== null) updateRow(writer, 'assessment', { id }, row);
  else insertRow(writer, 'assessment', { id: writer.newId(), edition_id: editionId, ...row });
}
