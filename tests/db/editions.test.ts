import { describe, expect, test } from 'vitest';
import { checkLog } from '../../db/change-log/check.ts';
import { createCourse, getCourse, updateCourse } from '../../db/courses.ts';
import { updateRow, type Writer } from '../../db/database.ts';
import {
  closeEdition,
  moveEdition,
  removeEdition,
  reopenEdition,
  restoreEdition,
} from '../../db/edition-steps.ts';
import {
  createEdition,
  findEdition,
  getEdition,
  listEditions,
  suggestEditionCode,
  updateEdition,
} from '../../db/editions.ts';
import { enrolPeople } from '../../db/enrolling.ts';
import { listEnrolments } from '../../db/enrolments.ts';
import { listAssessments } from '../../db/grades.ts';
import { cancelSession, listSessions, updateSession } from '../../db/sessions.ts';
import type { CourseId, EditionId } from '../../domain/ids.ts';
import { newCourse } from '../../domain/course.ts';
import { refuse } from '../../domain/refusal.ts';
import {
  accepted,
  closeTestEdition,
  createTestCourse,
  createTestEdition,
  createTestPeople,
  createTestSessions,
  draftEdition,
  draftSession,
  enrolAll,
  runEdition,
} from '../support/edition.ts';
import { createTestOffice } from '../support/office.ts';

const nowhere = '0000000000000000000zzz' as EditionId;

describe('an edition', () => {
  test('is stored whole and planned, with its trainers, the lead one first', () => {
    const { db, writer } = createTestOffice();
    const course = createTestCourse(writer);
    const [ana, beto] = createTestPeople(writer, ['Arce Soto, Ana', 'Beltrán Ruiz, Beto']);
    if (ana === undefined || beto === undefined) throw new Error('two people were made');
    const draft = draftEdition(course.id, {
      attendancePolicy: { latesPerAbsence: 3, leave: 'absent' },
      notes: 'Traer mandil',
      trainers: [
        { personId: ana, role: 'assistant' },
        { personId: beto, role: 'lead' },
      ],
    });
    const edition = accepted(createEdition(writer, draft));
    expect(edition).toEqual({
      ...draft,
      id: edition.id,
      status: 'planned',
      courseTitle: 'Panadería y repostería',
      courseCode: 'PAN',
      hours: 20,
      minimumAttendance: 80,
      passMark: 51,
      trainers: [
        { personId: beto, role: 'lead', name: 'Beto Beltrán Ruiz', exceptionReason: null },
        { personId: ana, role: 'assistant', name: 'Ana Arce Soto', exceptionReason: null },
      ],
      seats: { capacity: 30, enrolled: 0, waiting: 0, free: 30 },
      sessionCount: 0,
      certificateCount: 0,
    });
    expect(getEdition(db, { editionId: edition.id })).toEqual(edition);
  });

  test('of a graded course starts with the usual assessments, of another with none', () => {
    const { db, writer } = createTestOffice();
    const graded = createTestEdition(writer);
    const ungraded = createTestEdition(writer, { code: 'TEJ-1' }, { code: 'TEJ', passMark: null });
    expect(listAssessments(db, graded.id).map(({ kind, title, weight }) => [kind, title, weight])).toEqual([
      ['preTest', 'Prueba inicial', 0],
      ['practice', 'Práctica', 50],
      ['postTest', 'Prueba final', 50],
    ]);
    expect(listAssessments(db, ungraded.id)).toEqual([]);
  });

  test('keeps its code to itself, whatever the case, but may be saved with it', () => {
    const { writer } = createTestOffice();
    const edition = createTestEdition(writer);
    const draft = draftEdition(edition.courseId);
    expect(createEdition(writer, { ...draft, code: 'pan-2026-01' })).toEqual(refuse('CODE_TAKEN'));
    expect(updateEdition(writer, { editionId: edition.id, draft })).toEqual(edition);
    const other = createTestEdition(writer, { courseId: edition.courseId, code: 'PAN-2026-02' });
    expect(updateEdition(writer, { editionId: other.id, draft })).toEqual(refuse('CODE_TAKEN'));
  });

  test('needs a course and trainers that are there', () => {
    const { writer } = createTestOffice();
    const course = createTestCourse(writer);
    expect(createEdition(writer, draftEdition(nowhere as string as CourseId))).toEqual(refuse('NOT_FOUND'));
    const trainers = [{ personId: nowhere as string as never, role: 'lead' as const }];
    expect(createEdition(writer, draftEdition(course.id, { trainers }))).toEqual(refuse('NOT_FOUND'));
  });

  test('changes its trainers to those of the draft and writes only what changed', () => {
    const { db, writer, passTime } = createTestOffice();
    const [ana, beto, cira] = createTestPeople(writer, ['Arce, Ana', 'Beltrán, Beto', 'Choque, Cira']);
    if (ana === undefined || beto === undefined || cira === undefined) throw new Error('three were made');
    const trainers = [ana, beto].map((personId) => ({ personId, role: 'lead' as const }));
    const edition = createTestEdition(writer, { trainers });
    passTime(1000);
    const draft = draftEdition(edition.courseId, {
      trainers: [
        { personId: ana, role: 'lead' },
        { personId: cira, role: 'assistant' },
      ],
    });
    expect(accepted(updateEdition(writer, { editionId: edition.id, draft })).trainers).toEqual([
      { personId: ana, role: 'lead', name: 'Ana Arce', exceptionReason: null },
      { personId: cira, role: 'assistant', name: 'Cira Choque', exceptionReason: null },
    ]);
    const rows = db.handle
      .prepare(
        'SELECT person_id, deleted_at IS NOT NULL AS gone, changed_at - created_at AS later FROM trainer_assignment ORDER BY person_id',
      )
      .all();
    expect(rows).toEqual([
      { person_id: ana, gone: 0, later: 0 },
      { person_id: beto, gone: 1, later: 1000 },
      { person_id: cira, gone: 0, later: 0 },
    ]);
  });

  test('that moves to another course drops the modules of its sessions and is graded if that course is', () => {
    const { db, writer } = createTestOffice();
    const course = accepted(
      createCourse(writer, {
        ...newCourse,
        code: 'TEJ',
        title: 'Tejidos',
        passMark: null,
        modules: [{ id: null, title: 'Lana', hours: 4 }],
      }),
    );
    const edition = createTestEdition(writer, { courseId: course.id, code: 'TEJ-1' });
    const [session] = createTestSessions(writer, edition.id, ['2026-03-02']);
    const moduleId = course.modules[0]?.id ?? null;
    if (session === undefined) throw new Error('a session was made');
    const draft = draftSession('2026-03-02', { moduleId });
    expect(accepted(updateSession(writer, { sessionId: session.id, draft })).moduleId).toBe(moduleId);
    const other = createTestCourse(writer);
    accepted(updateEdition(writer, { editionId: edition.id, draft: draftEdition(other.id) }));
    expect(listSessions(db, edition.id)).toEqual([session]);
    expect(listAssessments(db, edition.id)).toHaveLength(3);
  });
});

describe('the list of editions', () => {
  test('shows the newest first with seats and sessions that were not cancelled, of one course if asked', () => {
    const { db, writer } = createTestOffice();
    const older = createTestEdition(writer, { capacity: 2 });
    const newer = createTestEdition(
      writer,
      { code: 'TEJ-1', startsOn: '2026-05-04' as never, endsOn: '2026-05-29' as never },
      { code: 'TEJ', title: 'Tejidos' },
    );
    enrolAll(writer, older.id, createTestPeople(writer, ['Arce, Ana', 'Beltrán, Beto', 'Choque, Cira']));
    const [, second] = createTestSessions(writer, older.id, ['2026-03-02', '2026-03-03']);
    if (second === undefined) throw new Error('two sessions were made');
    accepted(cancelSession(writer, { sessionId: second.id, reason: 'Bloqueo' }));
    const expected = {
      id: older.id,
      code: 'PAN-2026-01',
      courseId: older.courseId,
      courseTitle: 'Panadería y repostería',
      status: 'planned',
      place: 'Salón municipal de Vinto',
      startsOn: '2026-03-02',
      endsOn: '2026-03-27',
      seats: { capacity: 2, enrolled: 2, waiting: 1, free: 0 },
      sessionCount: 1,
    };
    const list = listEditions(db, { courseId: null });
    expect(list.map(({ code }) => code)).toEqual(['TEJ-1', 'PAN-2026-01']);
    expect(list[1]).toEqual(expected);
    expect(listEditions(db, { courseId: older.courseId })).toEqual([expected]);
    expect(listEditions(db, { courseId: null, statuses: ['open', 'planned'] })).toEqual(list);
    expect(listEditions(db, { courseId: null, statuses: ['closed'] })).toEqual([]);
    expect(newer.seats).toEqual(list[0]?.seats);
  });
});

describe('the code of the next edition', () => {
  test('is the one after the highest of the year, also of deleted editions', () => {
    const { db, writer, setDay } = createTestOffice();
    const today = setDay('2026-03-02');
    const course = createTestCourse(writer);
    const suggest = (day = today) => suggestEditionCode(db, { courseId: course.id }, day);
    expect(suggest()).toBe('PAN-2026-01');
    createTestEdition(writer, { courseId: course.id, code: 'pan-2026-09' });
    createTestEdition(writer, { courseId: course.id, code: 'PAN-2026-especial' });
    const last = createTestEdition(writer, { courseId: course.id, code: 'PAN-2026-11' });
    expect(suggest()).toBe('PAN-2026-12');
    accepted(removeEdition(writer, { editionId: last.id }));
    expect(suggest()).toBe('PAN-2026-12');
    expect(suggest(setDay('2027-01-04'))).toBe('PAN-2027-01');
    expect(suggestEditionCode(db, { courseId: nowhere as string as CourseId }, today)).toEqual(
      refuse('NOT_FOUND'),
    );
  });
});

describe('the steps of an edition', () => {
  test('run only with sessions that were not cancelled', () => {
    const { writer } = createTestOffice();
    const { id: editionId } = createTestEdition(writer);
    accepted(moveEdition(writer, { editionId, to: 'open' }));
    expect(moveEdition(writer, { editionId, to: 'running' })).toEqual(refuse('NO_SESSIONS'));
    const [session] = createTestSessions(writer, editionId, ['2026-03-02']);
    if (session === undefined) throw new Error('a session was made');
    accepted(cancelSession(writer, { sessionId: session.id, reason: 'Feriado' }));
    expect(moveEdition(writer, { editionId, to: 'running' })).toEqual(refuse('NO_SESSIONS'));
    createTestSessions(writer, editionId, ['2026-03-03']);
    expect(accepted(moveEdition(writer, { editionId, to: 'running' })).status).toBe('running');
  });

  test('are not jumped over, and a closed edition is reopened, not moved', () => {
    const { writer } = createTestOffice();
    const { id: editionId } = createTestEdition(writer);
    createTestSessions(writer, editionId, ['2026-03-02']);
    const wrong = (from: string, to: string) => refuse('WRONG_STATUS', { from, to });
    expect(moveEdition(writer, { editionId, to: 'running' })).toEqual(wrong('planned', 'running'));
    expect(closeEdition(writer, { editionId, acceptsUnrecorded: true })).toEqual(wrong('planned', 'closed'));
    expect(reopenEdition(writer, { editionId })).toEqual(wrong('planned', 'running'));
    closeTestEdition(writer, editionId);
    expect(moveEdition(writer, { editionId, to: 'running' })).toEqual(wrong('closed', 'running'));
    expect(moveEdition(writer, { editionId: nowhere, to: 'open' })).toEqual(refuse('NOT_FOUND'));
  });

  test('close with a word about sessions nobody recorded; who was enrolled has completed it', () => {
    const { db, writer } = createTestOffice();
    const { id: editionId } = createTestEdition(writer, { capacity: 1 });
    createTestSessions(writer, editionId, ['2026-03-02', '2026-03-03']);
    enrolAll(writer, editionId, createTestPeople(writer, ['Arce, Ana', 'Beltrán, Beto']));
    runEdition(writer, editionId);
    const close = (acceptsUnrecorded: boolean) => closeEdition(writer, { editionId, acceptsUnrecorded });
    expect(close(false)).toEqual(refuse('UNRECORDED_SESSIONS', { sessions: 2 }));
    expect(accepted(close(true)).status).toBe('closed');
    expect(listEnrolments(db, editionId).map(({ status }) => status)).toEqual(['completed', 'waiting']);
    expect(accepted(reopenEdition(writer, { editionId })).status).toBe('running');
    expect(listEnrolments(db, editionId).map(({ status }) => status)).toEqual(['enrolled', 'waiting']);
  });

  test('change nothing of a closed or cancelled edition', () => {
    const { writer } = createTestOffice();
    const { id: editionId, courseId } = createTestEdition(writer);
    accepted(moveEdition(writer, { editionId, to: 'cancelled' }));
    const draft = draftEdition(courseId, { place: 'Otro lugar' });
    expect(updateEdition(writer, { editionId, draft })).toEqual(refuse('EDITION_CLOSED'));
    accepted(moveEdition(writer, { editionId, to: 'planned' }));
    expect(accepted(updateEdition(writer, { editionId, draft })).place).toBe('Otro lugar');
  });
});

describe('more seats', () => {
  test('go to the first in the waiting list, and fewer seats take nobody out', () => {
    const { db, writer } = createTestOffice();
    const { id: editionId, courseId } = createTestEdition(writer, { capacity: 1 });
    const people = createTestPeople(writer, ['Zapata, Zoe', 'Yana, Yola', 'Arce, Ana']);
    enrolAll(writer, editionId, people);
    const resize = (capacity: number) =>
      accepted(updateEdition(writer, { editionId, draft: draftEdition(courseId, { capacity }) })).seats;
    expect(resize(2)).toEqual({ capacity: 2, enrolled: 2, waiting: 1, free: 0 });
    expect(listEnrolments(db, editionId).map(({ personId, status }) => [personId, status])).toEqual([
      [people[1], 'enrolled'],
      [people[0], 'enrolled'],
      [people[2], 'waiting'],
    ]);
    expect(resize(1)).toEqual({ capacity: 1, enrolled: 2, waiting: 1, free: 0 });
  });
});

describe('a deleted edition', () => {
  test('is nowhere to be seen until it is restored as it was', () => {
    const { db, writer } = createTestOffice();
    const edition = createTestEdition(writer);
    expect(removeEdition(writer, { editionId: edition.id })).toBeNull();
    expect(findEdition(db, edition.id)).toBeNull();
    expect(getEdition(db, { editionId: edition.id })).toEqual(refuse('NOT_FOUND'));
    expect(listEditions(db, { courseId: null })).toEqual([]);
    expect(removeEdition(writer, { editionId: edition.id })).toEqual(refuse('NOT_FOUND'));
    expect(restoreEdition(writer, { editionId: edition.id })).toEqual(edition);
  });

  test('cannot be one with people in it, nor come back without its course', () => {
    const { writer } = createTestOffice();
    const edition = createTestEdition(writer);
    const { id: editionId, courseId } = edition;
    const empty = createTestEdition(writer, { courseId, code: 'PAN-2026-02' });
    const personIds = createTestPeople(writer, ['Arce, Ana']);
    const order = {
      editionId,
      personIds,
      exceptionReason: null,
      prerequisiteReason: null,
      role: 'registrar',
      importId: null,
    } as const;
    accepted(enrolPeople(writer, order));
    expect(removeEdition(writer, { editionId })).toEqual(refuse('EDITION_IN_USE', { enrolments: 1 }));
    expect(removeEdition(writer, { editionId: empty.id })).toBeNull();
    updateRow(writer, 'course', { id: courseId }, { deleted_at: 1 });
    expect(restoreEdition(writer, { editionId: empty.id })).toEqual(refuse('NOT_FOUND'));
  });
});

describe('what a course says of an edition', () => {
  function change(writer: Writer, editionId: EditionId) {
    const course = accepted(getCourse(writer.db, requireEdition(writer, editionId).courseId));
    const draft = { ...course, title: 'Panadería nueva', hours: 99, passMark: null, minimumAttendance: 10 };
    accepted(updateCourse(writer, { id: course.id, draft }));
  }
  const requireEdition = (writer: Writer, editionId: EditionId) => {
    const edition = findEdition(writer.db, editionId);
    if (edition === null) throw new Error('no edition');
    return edition;
  };
  const facts = (writer: Writer, editionId: EditionId) => {
    const { courseTitle, hours, passMark, minimumAttendance } = requireEdition(writer, editionId);
    return [courseTitle, hours, passMark, minimumAttendance];
  };

  test('follows the course until it begins, and stays then', () => {
    const { writer } = createTestOffice();
    const edition = createTestEdition(writer);
    const courseId = edition.courseId;
    const begun = createTestEdition(writer, { courseId, code: 'PAN-2' });
    createTestSessions(writer, begun.id, ['2026-03-02']);
    runEdition(writer, begun.id);
    const before = facts(writer, begun.id);
    change(writer, edition.id);
    expect(facts(writer, begun.id)).toEqual(before);
    expect(facts(writer, edition.id)).toEqual(['Panadería nueva', 99, null, 10]);
    expect(listEditions(writer.db, { courseId }).map(({ courseTitle }) => courseTitle)).toContain(before[0]);
    accepted(moveEdition(writer, { editionId: begun.id, to: 'open' }));
    expect(facts(writer, begun.id)).toEqual(['Panadería nueva', 99, null, 10]);
  });

  test('is kept when the course is changed, in editions that began before they kept anything', () => {
    const { db, writer } = createTestOffice();
    const edition = createTestEdition(writer);
    createTestSessions(writer, edition.id, ['2026-03-02']);
    runEdition(writer, edition.id);
    // As an edition is that began with an earlier version of the program.
    updateRow(writer, 'edition', { id: edition.id }, { course_title: null });
    const before = facts(writer, edition.id);
    change(writer, edition.id);
    expect(facts(writer, edition.id)).toEqual(before);
    expect(checkLog(db)).toEqual({ ok: true, problems: [] });
  });
});
