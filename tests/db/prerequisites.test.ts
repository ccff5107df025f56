import { describe, expect, test } from 'vitest';
import { createCourse, findCourse, removeCourse, updateCourse } from '../../db/courses.ts';
import { enrolPeople } from '../../db/enrolling.ts';
import { listEnrolments } from '../../db/enrolments.ts';
import { excuseMissing, listMissingPrerequisites } from '../../db/prerequisites.ts';
import { type Course, type CourseDraft, courseDraftSchema, newCourse } from '../../domain/course.ts';
import type { CourseId, PersonId } from '../../domain/ids.ts';
import { refuse } from '../../domain/refusal.ts';
import {
  accepted,
  closeTestEdition,
  createTestCourse,
  createTestCrowd,
  createTestEdition,
  createTestSessions,
  enrolAll,
} from '../support/edition.ts';
import { createTestOffice } from '../support/office.ts';
import { gradeEveryone, markRow } from '../support/records.ts';

const toDraft = (course: Course): CourseDraft => courseDraftSchema.parse(course);

/** Costs 2 asks for Costs 1, whose closed edition Ana passed and Beto failed; Cira never came. */
function createCosts() {
  const office = createTestOffice();
  const { writer } = office;
  const first = createTestCourse(writer, { code: 'CO1', title: 'Costos 1' });
  const [ana, beto, cira] = createTestCrowd(writer, 3);
  if (!ana || !beto || !cira) throw new Error('three people were made');
  const held = createTestEdition(writer, { courseId: first.id, code: 'CO1-2026-01' });
  createTestSessions(writer, held.id, ['2026-03-02']);
  const [anas, betos] = enrolAll(writer, held.id, [ana, beto]);
  if (!anas || !betos) throw new Error('two were enrolled');
  const prerequisiteIds = [first.id];
  const second = createTestCourse(writer, { code: 'CO2', title: 'Costos 2', prerequisiteIds });
  const edition = createTestEdition(writer, { courseId: second.id, code: 'CO2-2026-01' });
  const listLacking = (personIds: PersonId[] | null = [ana, beto, cira]) =>
    listMissingPrerequisites(office.db, { editionId: edition.id, personIds }).map(({ personId, courses }) => [
      personId,
      courses.map(({ code }) => code),
    ]);
  const pass = () => {
    markRow(writer, anas, 'P');
    markRow(writer, betos, 'F');
    gradeEveryone(writer, [
      [anas, 80],
      [betos, 80],
    ]);
    closeTestEdition(writer, held.id);
  };
  const enrol = (personIds: PersonId[], prerequisiteReason: string | null, role: 'trainer' | 'registrar') =>
    enrolPeople(writer, {
      editionId: edition.id,
      personIds,
      exceptionReason: null,
      prerequisiteReason,
      role,
      importId: null,
    });
  return { ...office, first, second, edition, ana, beto, cira, listLacking, pass, enrol };
}

describe('whoever lacks what a course asks for', () => {
  test('is told by what they lack, until they were approved in a closed edition of it', () => {
    const { ana, beto, cira, listLacking, pass } = createCosts();
    expect(listLacking()).toEqual([
      [ana, ['CO1']],
      [beto, ['CO1']],
      [cira, ['CO1']],
    ]);
    pass();
    expect(listLacking()).toEqual([
      [beto, ['CO1']],
      [cira, ['CO1']],
    ]);
  });

  test('is enrolled all the same: nobody is kept out, and the list of the edition names them', () => {
    const { beto, cira, listLacking, pass, enrol } = createCosts();
    pass();
    expect(accepted(enrol([beto, cira], null, 'trainer')).enrolled).toHaveLength(2);
    expect(listLacking(null).map(([personId]) => personId)).toEqual([beto, cira]);
  });

  test("has the coordinator's word recorded, and only who lacks something", () => {
    const { db, ana, beto, edition, pass, enrol } = createCosts();
    pass();
    accepted(enrol([ana, beto], 'Ya lleva costos en su taller', 'registrar'));
    const words = new Map(
      listEnrolments(db, edition.id).map((one) => [one.personId, one.prerequisiteReason]),
    );
    expect(words).toEqual(
      new Map([
        [ana, null],
        [beto, 'Ya lleva costos en su taller'],
      ]),
    );
    expect(enrol([beto], 'Yo lo digo', 'trainer')).toEqual(refuse('COORDINATOR_NEEDED'));
  });

  test('may be excused afterwards, as someone who walked in', () => {
    const { db, writer, ana, cira, edition, pass, enrol } = createCosts();
    pass();
    const { enrolled } = accepted(enrol([ana, cira], null, 'trainer'));
    const { excused } = accepted(
      excuseMissing(writer, { enrolmentIds: enrolled, reason: 'Rosa Quispe lo autoriza' }),
    );
    expect(excused).toHaveLength(1);
    expect(listEnrolments(db, edition.id).find(({ personId }) => personId === cira)?.prerequisiteReason).toBe(
      'Rosa Quispe lo autoriza',
    );
  });
});

describe('what a course asks for', () => {
  test('is kept with it, and a course that was taken out is asked for no more', () => {
    const { db, writer, second, listLacking } = createCosts();
    const other = createTestCourse(writer, { code: 'CAJ', title: 'Caja' });
    const prerequisiteIds = [...second.prerequisiteIds, other.id];
    const changed = accepted(
      updateCourse(writer, { id: second.id, draft: { ...toDraft(second), prerequisiteIds } }),
    );
    expect(changed.prerequisites.map(({ title }) => title)).toEqual(['Caja', 'Costos 1']);
    accepted(removeCourse(writer, other.id));
    expect(findCourse(db, second.id)?.prerequisiteIds).toEqual(second.prerequisiteIds);
    accepted(updateCourse(writer, { id: second.id, draft: { ...toDraft(second), prerequisiteIds: [] } }));
    expect(listLacking()).toEqual([]);
  });

  test('is never itself, not through others either, and always a course that is there', () => {
    const { writer, first, second } = createCosts();
    const askFirstFor = (id: CourseId) =>
      updateCourse(writer, { id: first.id, draft: { ...toDraft(first), prerequisiteIds: [id] } });
    expect(askFirstFor(first.id)).toEqual(refuse('PREREQUISITE_CIRCLE'));
    expect(askFirstFor(second.id)).toEqual(refuse('PREREQUISITE_CIRCLE'));
    const third = createTestCourse(writer, { code: 'CO3', prerequisiteIds: [second.id] });
    expect(askFirstFor(third.id)).toEqual(refuse('PREREQUISITE_CIRCLE'));
    const draft = { ...newCourse, code: 'X', title: 'X', prerequisiteIds: ['x'.repeat(22) as CourseId] };
    expect(createCourse(writer, draft)).toEqual(refuse('NOT_FOUND'));
  });
});
