import { describe, expect, test } from 'vitest';
import { closeEdition } from '../../db/edition-steps.ts';
import { getGradeTable, listAssessments, recordGrades, setAssessments } from '../../db/grades.ts';
import type { AssessmentId, EditionId, EnrolmentId } from '../../domain/ids.ts';
import { refuse } from '../../domain/refusal.ts';
import {
  accepted,
  createTestEdition,
  createTestPeople,
  createTestSessions,
  enrolAll,
  runEdition,
} from '../support/edition.ts';
import { createTestOffice } from '../support/office.ts';

const nowhere = '0000000000000000000zzz';

/** An edition with Ana and Beto and the usual assessments. */
function createGradedEdition() {
  const office = createTestOffice();
  const { db, writer } = office;
  const { id: editionId } = createTestEdition(writer);
  const [ana, beto] = enrolAll(writer, editionId, createTestPeople(writer, ['Arce, Ana', 'Beltrán, Beto']));
  const assessments = listAssessments(db, editionId);
  const [preTest, practice, postTest] = assessments;
  if (!ana || !beto || !preTest || !practice || !postTest) throw new Error('all were made');
  const record = (...scores: [AssessmentId, EnrolmentId, number | null][]) =>
    recordGrades(writer, {
      changes: scores.map(([assessmentId, enrolmentId, score]) => ({ assessmentId, enrolmentId, score })),
    });
  const table = () => accepted(getGradeTable(db, { editionId }));
  return { ...office, editionId, ana, beto, assessments, preTest, practice, postTest, record, table };
}

describe('grades', () => {
  test('make a final grade once every weighted score is there', () => {
    const { ana, beto, preTest, practice, postTest, record, table } = createGradedEdition();
    expect(
      record([preTest.id, ana, 20], [practice.id, ana, 70], [postTest.id, ana, 81], [practice.id, beto, 90]),
    ).toBe(null);
    const { finalGrades, grades, assessments, enrolments } = table();
    expect(assessments.map(({ id }) => id)).toEqual([preTest.id, practice.id, postTest.id]);
    expect(enrolments.map(({ id }) => id)).toEqual([ana, beto]);
    expect(finalGrades).toEqual([
      { enrolmentId: ana, grade: 76 },
      { enrolmentId: beto, grade: null },
    ]);
    expect(grades).toEqual([
      { assessmentId: preTest.id, enrolmentId: ana, score: 20 },
      { assessmentId: practice.id, enrolmentId: ana, score: 70 },
      { assessmentId: practice.id, enrolmentId: beto, score: 90 },
      { assessmentId: postTest.id, enrolmentId: ana, score: 81 },
    ]);
  });

  test('are taken away by null, and may be 0', () => {
    const { ana, practice, postTest, record, table } = createGradedEdition();
    accepted(record([practice.id, ana, 0], [postTest.id, ana, 0]));
    expect(table().finalGrades[0]?.grade).toBe(0);
    accepted(record([practice.id, ana, null]));
    expect(table().grades).toEqual([{ assessmentId: postTest.id, enrolmentId: ana, score: 0 }]);
    expect(table().finalGrades[0]?.grade).toBeNull();
  });

  test('recorded anew with the same score keep when they were recorded', () => {
    const { db, ana, practice, record, passTime } = createGradedEdition();
    const stamps = () => db.handle.prepare('SELECT changed_at - created_at AS later FROM grade').all();
    accepted(record([practice.id, ana, 60]));
    passTime(1000);
    accepted(record([practice.id, ana, 60]));
    expect(stamps()).toEqual([{ later: 0 }]);
    accepted(record([practice.id, ana, 61]));
    expect(stamps()).toEqual([{ later: 1000 }]);
  });

  test('are recorded all or none', () => {
    const { ana, practice, record, table, writer } = createGradedEdition();
    const other = createTestEdition(writer, { code: 'X' }, { code: 'X' });
    const [elsewhere] = enrolAll(writer, other.id, createTestPeople(writer, ['Choque, Cira']));
    if (elsewhere === undefined) throw new Error('Cira was enrolled');
    expect(record([practice.id, ana, 60], [practice.id, elsewhere, 60])).toEqual(refuse('NOT_FOUND'));
    expect(record([practice.id, ana, 60], [nowhere as AssessmentId, ana, 60])).toEqual(refuse('NOT_FOUND'));
    expect(table().grades).toEqual([]);
  });

  test('are not recorded in a closed edition, whose assessments stay too', () => {
    const { ana, practice, assessments, record, writer, editionId } = createGradedEdition();
    createTestSessions(writer, editionId, ['2026-03-02']);
    runEdition(writer, editionId);
    accepted(closeEdition(writer, { editionId, acceptsUnrecorded: true }));
    expect(record([practice.id, ana, 60])).toEqual(refuse('EDITION_CLOSED'));
    expect(setAssessments(writer, { editionId, assessments })).toEqual(refuse('EDITION_CLOSED'));
  });

  test('of an edition that is not there are not found', () => {
    const { db } = createTestOffice();
    expect(getGradeTable(db, { editionId: nowhere as EditionId })).toEqual(refuse('NOT_FOUND'));
  });
});

describe('the assessments', () => {
  test('are replaced by those of a draft, in its order, and keep their scores', () => {
    const { editionId, practice, postTest, ana, record, table, writer } = createGradedEdition();
    accepted(record([postTest.id, ana, 60]));
    const drafts = [
      { id: postTest.id, kind: 'postTest' as const, title: 'Examen', weight: 60 },
      { id: null, kind: 'practice' as const, title: 'Emprendimiento', weight: 40 },
      { ...practice, weight: 0 },
    ];
    const replaced = accepted(setAssessments(writer, { editionId, assessments: drafts }));
    expect(replaced.map(({ title, weight }) => [title, weight])).toEqual([
      ['Examen', 60],
      ['Emprendimiento', 40],
      ['Práctica', 0],
    ]);
    expect(replaced[0]?.id).toBe(postTest.id);
    expect(table().grades).toEqual([{ assessmentId: postTest.id, enrolmentId: ana, score: 60 }]);
  });

  test('lose none that has scores', () => {
    const { editionId, assessments, practice, ana, record, writer } = createGradedEdition();
    accepted(record([practice.id, ana, 60]));
    const without = assessments.filter(({ id }) => id !== practice.id);
    expect(setAssessments(writer, { editionId, assessments: without })).toEqual(
      refuse('ASSESSMENT_GRADED', { title: 'Práctica' }),
    );
    accepted(record([practice.id, ana, null]));
    expect(setAssessments(writer, { editionId, assessments: without })).toEqual(without);
  });

  test('are those of this edition', () => {
    const { writer, assessments, editionId } = createGradedEdition();
    const other = createTestEdition(writer, { code: 'X' }, { code: 'X' });
    expect(setAssessments(writer, { editionId: other.id, assessments })).toEqual(refuse('NOT_FOUND'));
    expect(setAssessments(writer, { editionId: nowhere as EditionId, assessments })).toEqual(
      refuse('NOT_FOUND'),
    );
    expect(setAssessments(writer, { editionId, assessments })).toEqual(assessments);
  });
});
