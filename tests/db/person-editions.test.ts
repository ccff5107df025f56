import { describe, expect, test } from 'vitest';
import { newCourse } from '../../domain/course.ts';
import type { CourseId, EditionId, PersonId } from '../../domain/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { createCourse } from '../../db/courses.ts';
import { insertRow, type SqlRow, updateRow, type Writer } from '../../db/database.ts';
import { createPerson } from '../../db/people.ts';
import { listPersonEditions } from '../../db/person-editions.ts';
import { createTestOffice } from '../support/office.ts';
import { draftPerson } from '../support/person.ts';

const hour = 60;

/** An edition of a course with sessions of an hour on following days; their ids in order. */
function addEdition(
  writer: Writer,
  code: string,
  { startsOn = '2026-03-02', ...others }: { startsOn?: string } & SqlRow = {},
): { editionId: EditionId; courseId: CourseId; sessionIds: string[] } {
  const course = createCourse(writer, { ...newCourse, code, title: `Curso ${code}`, modules: [] });
  if (isRefusal(course)) throw new Error(course.refused);
  const editionId = writer.newId() as EditionId;
  insertRow(writer, 'edition', {
    id: editionId,
    course_id: course.id,
    code,
    status: 'running',
    place: 'Vinto',
    starts_on: startsOn,
    ends_on: '2026-12-20',
    capacity: 20,
    leave_policy: 'neutral',
    ...others,
  });
  const sessionIds = [2, 3, 4, 5].map((day) => {
    const id = writer.newId();
    const session = { id, edition_id: editionId, date: `2026-03-0${day}`, starts_at: '09:00', minutes: hour };
    insertRow(writer, 'session', { ...session, state: 'held' });
    return id;
  });
  return { editionId, courseId: course.id, sessionIds };
}

function enrol(writer: Writer, editionId: EditionId, personId: PersonId, status = 'enrolled'): string {
  const id = writer.newId();
  insertRow(writer, 'enrolment', { id, edition_id: editionId, person_id: personId, status, enrolled_at: 0 });
  return id;
}

function mark(writer: Writer, sessionIds: string[], enrolmentId: string, marks: string): void {
  for (const [index, letter] of [...marks].entries()) {
    const row = { session_id: sessionIds[index] ?? '', enrolment_id: enrolmentId, mark: letter };
    insertRow(writer, 'attendance_mark', row);
  }
}

function certify(
  writer: Writer,
  [editionId, personId, enrolmentId]: [EditionId, PersonId, string],
  number: number,
  revokedOn: string | null,
): void {
  insertRow(writer, 'certificate', {
    id: writer.newId(),
    series: 'A',
    year: 2026,
    number,
    folio: `A-2026-000${number}`,
    kind: 'approval',
    person_id: personId,
    enrolment_id: enrolmentId,
    edition_id: editionId,
    person_name: 'Juana Pérez',
    person_sort_name: 'Pérez, Juana',
    course_code: 'PAN',
    course_title: 'Panadería',
    edition_code: 'PAN',
    hours: 4,
    starts_on: '2026-03-02',
    ends_on: '2026-03-20',
    place: 'Vinto',
    office_name: 'Oficina',
    municipality: 'Vinto',
    municipality_code: '030904',
    issued_on: '2026-03-21',
    seal: 'CC1:',
    search_text: 'perez juana',
    revoked_on: revokedOn,
    revoked_reason: revokedOn === null ? null : 'Nombre mal escrito',
  });
}

describe('the editions of a person', () => {
  test('are those they attend and teach, newest first, with percentage and folios, revoked ones too', () => {
    const { db, writer } = createTestOffice();
    const { id } = createPerson(writer, draftPerson());
    const bakery = addEdition(writer, 'PAN');
    const enrolmentId = enrol(writer, bakery.editionId, id);
    mark(writer, bakery.sessionIds, enrolmentId, 'PPF');
    certify(writer, [bakery.editionId, id, enrolmentId], 1, '2026-03-22');
    certify(writer, [bakery.editionId, id, enrolmentId], 2, null);
    const weaving = addEdition(writer, 'TEJ', { startsOn: '2026-06-01', status: 'closed' });
    insertRow(writer, 'trainer_assignment', { edition_id: weaving.editionId, person_id: id, role: 'lead' });
    const learner = createPerson(writer, draftPerson({ givenNames: 'Rosa' }));
    enrol(writer, weaving.editionId, learner.id, 'completed');
    expect(listPersonEditions(db, id)).toEqual([
      {
        editionId: weaving.editionId,
        editionCode: 'TEJ',
        courseId: weaving.courseId,
        courseTitle: 'Curso TEJ',
        editionStatus: 'closed',
        startsOn: '2026-06-01',
        enrolmentId: null,
        as: 'trainer',
        enrolmentStatus: null,
        withdrawnReason: null,
        percentSoFar: null,
        result: null,
        certificates: [],
        role: 'lead',
        trained: 1,
      },
      {
        editionId: bakery.editionId,
        editionCode: 'PAN',
        courseId: bakery.courseId,
        courseTitle: 'Curso PAN',
        editionStatus: 'running',
        startsOn: '2026-03-02',
        enrolmentId,
        as: 'participant',
        enrolmentStatus: 'enrolled',
        withdrawnReason: null,
        percentSoFar: 50,
        result: null,
        certificates: [
          { folio: 'A-2026-0001', revokedOn: '2026-03-22', revokedReason: 'Nombre mal escrito' },
          { folio: 'A-2026-0002', revokedOn: null, revokedReason: null },
        ],
        role: null,
        trained: null,
      },
    ]);
  });

  test.each([
    ['a cancelled session and a leave do not count', {}, 'PLP', 100],
    ['a leave is an absence where the edition says so', { leave_policy: 'absent' }, 'PLP', 66.6],
    ['two lates make an absence where the edition says so', { lates_per_absence: 2 }, 'AAP', 66.6],
  ])('%s', (_, policy, marks, percent) => {
    const { db, writer } = createTestOffice();
    const { id } = createPerson(writer, draftPerson());
    const { editionId, sessionIds } = addEdition(writer, 'PAN', policy);
    updateRow(writer, 'session', { id: sessionIds[3] ?? '' }, { state: 'cancelled' });
    mark(writer, sessionIds, enrol(writer, editionId, id), marks);
    expect(listPersonEditions(db, id)).toMatchObject([{ percentSoFar: percent }]);
  });

  test('who waits for a seat has no percentage; who withdrew keeps theirs', () => {
    const { db, writer } = createTestOffice();
    const { id } = createPerson(writer, draftPerson());
    const [bakery, weaving] = [addEdition(writer, 'PAN'), addEdition(writer, 'TEJ')];
    enrol(writer, bakery.editionId, id, 'waiting');
    mark(writer, weaving.sessionIds, enrol(writer, weaving.editionId, id, 'withdrawn'), 'P');
    expect(listPersonEditions(db, id)).toMatchObject([
      { editionCode: 'TEJ', enrolmentStatus: 'withdrawn', percentSoFar: 25 },
      { editionCode: 'PAN', enrolmentStatus: 'waiting', percentSoFar: null },
    ]);
  });

  test('of nobody are not found, of someone new are none', () => {
    const { db, writer } = createTestOffice();
    const { id } = createPerson(writer, draftPerson());
    expect(listPersonEditions(db, id)).toEqual([]);
    expect(listPersonEditions(db, '0000000000000000000000' as PersonId)).toMatchObject({
      refused: 'NOT_FOUND',
    });
  });
});
