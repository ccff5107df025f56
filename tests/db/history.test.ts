import { describe, expect, test } from 'vitest';
import type { HistorySubject } from '../../domain/history.ts';
import type { SessionId } from '../../domain/ids.ts';
import { markAttendance } from '../../db/attendance.ts';
import { updateCourse } from '../../db/courses.ts';
import type { Writer } from '../../db/database.ts';
import { withdrawEnrolment } from '../../db/enrolling.ts';
import { type HistoryQuery, listHistory, listRowHistory } from '../../db/history/history.ts';
import { createPerson, removePerson, restorePerson, updatePerson } from '../../db/people.ts';
import { createUser, setPasswordHash } from '../../db/users.ts';
import {
  accepted,
  createTestCourse,
  createTestCrowd,
  createTestEdition,
  createTestPeople,
  createTestSessions,
  enrolAll,
  runEdition,
} from '../support/edition.ts';
import { createTestOffice, type TestOffice } from '../support/office.ts';
import { draftPerson } from '../support/person.ts';

const page: Omit<HistoryQuery, 'subject'> = { userId: null, table: null, offset: 0, limit: 50 };

function tell(office: TestOffice, subject: HistorySubject, more: Partial<typeof page> = {}) {
  return listHistory(office.db, office.user, { subject, ...page, ...more });
}

/** A running edition of so many people and sessions. */
function createRunning(writer: Writer, people: number, dates: readonly string[]) {
  const { id: editionId } = createTestEdition(writer);
  const sessions = createTestSessions(writer, editionId, dates);
  const enrolmentIds = enrolAll(writer, editionId, createTestCrowd(writer, people));
  runEdition(writer, editionId);
  const sessionId = (index: number): SessionId => sessions[index]?.id ?? ('' as SessionId);
  return { editionId, enrolmentIds, sessionId };
}

describe('the history of a record', () => {
  test('says who, when, where and from what to what, newest first', () => {
    const office = createTestOffice();
    const person = createPerson(office.writer, draftPerson({ phone: '70366443' }));
    office.passTime(60_000);
    const draft = draftPerson({ phone: '71234567', organisationName: 'OTB Pairumani' });
    accepted(updatePerson(office.writer, { id: person.id, draft }));
    const { actions, total, authors } = tell(office, { of: 'person', personId: person.id });
    expect(total).toBe(2);
    expect(authors).toEqual([{ id: office.user.id, name: 'Rosa Quispe' }]);
    const [changed, created] = actions;
    expect(changed).toMatchObject({
      at: '2026-03-02T12:01:00.000Z',
      userName: 'Rosa Quispe',
      deviceName: 'PC de prueba',
      mayUndo: true,
      parts: [{ table: 'person', verb: 'changed', count: 1, person: 'Juana Pérez Mamani' }],
    });
    expect(changed?.entries[0]?.changes).toEqual([
      {
        column: 'phone',
        before: '70366443',
        after: '71234567',
        beforeName: null,
        afterName: null,
        stands: true,
        erased: false,
      },
      expect.objectContaining({ column: 'organisation_id', before: null, afterName: 'OTB Pairumani' }),
    ]);
    expect(created?.entries[0]).toMatchObject({ verb: 'created', table: 'person', stands: true });
  });

  test('tells a deletion and its taking back as such', () => {
    const office = createTestOffice();
    const { id } = createPerson(office.writer, draftPerson());
    accepted(removePerson(office.writer, id));
    accepted(restorePerson(office.writer, id));
    const verbs = tell(office, { of: 'person', personId: id }).actions.map(({ entries }) => entries[0]?.verb);
    expect(verbs).toEqual(['restored', 'deleted', 'created']);
  });

  test('gathers what was done at once, with how many rows of each table', () => {
    const office = createTestOffice();
    const { editionId, enrolmentIds, sessionId } = createRunning(office.writer, 5, ['2026-03-03']);
    const changes = enrolmentIds.map((enrolmentId) => ({
      sessionId: sessionId(0),
      enrolmentId,
      mark: 'P' as const,
    }));
    accepted(markAttendance(office.writer, { changes }));
    const [marked] = tell(office, { of: 'edition', editionId }).actions;
    expect(marked?.parts).toEqual([
      { table: 'attendance_mark', verb: 'created', count: 5, person: null, date: '2026-03-03', title: null },
      { table: 'session', verb: 'changed', count: 1, person: null, date: '2026-03-03', title: null },
    ]);
  });

  test('of a mark names the value that was taken away and the one that came back', () => {
    const office = createTestOffice();
    const { enrolmentIds, sessionId } = createRunning(office.writer, 1, ['2026-03-03']);
    const [enrolmentId] = enrolmentIds;
    if (enrolmentId === undefined) throw new Error('one person was enrolled');
    for (const mark of ['P', 'F', null, 'A'] as const) {
      accepted(markAttendance(office.writer, { changes: [{ sessionId: sessionId(0), enrolmentId, mark }] }));
    }
    const { actions } = tell(office, { of: 'mark', sessionId: sessionId(0), enrolmentId });
    const steps = actions.map(({ entries }) => entries[0]?.changes[0]);
    expect(steps.map((step) => [step?.before, step?.after])).toEqual([
      [null, 'A'],
      ['F', null],
      ['P', 'F'],
      [null, 'P'],
    ]);
    expect(actions.map(({ mayUndo }) => mayUndo)).toEqual([true, false, false, false]);
  });

  test('filters by who did it and by what it was, and pages', () => {
    const office = createTestOffice();
    const other = accepted(
      createUser(office.writer, { name: 'Ana', role: 'registrar', passwordHash: null, personId: null }),
    );
    const ana: Writer = { ...office.writer, userId: other.id };
    const { editionId, enrolmentIds } = createRunning(office.writer, 3, ['2026-03-03', '2026-03-04']);
    const [enrolmentId] = enrolmentIds;
    if (enrolmentId === undefined) throw new Error('people were enrolled');
    accepted(withdrawEnrolment(ana, { enrolmentId, reason: 'Viaje' }));
    const subject = { of: 'edition', editionId } as const;
    expect(tell(office, subject, { userId: other.id }).total).toBe(1);
    expect(tell(office, subject, { table: 'session' }).total).toBe(2);
    const whole = tell(office, subject);
    expect(whole.authors.map(({ name }) => name).toSorted()).toEqual(['Ana', 'Rosa Quispe']);
    const second = tell(office, subject, { offset: 2, limit: 2 });
    expect(second.total).toBe(whole.total);
    expect(second.actions).toEqual(whole.actions.slice(2, 4));
  });

  test('never shows a secret, only that it changed', () => {
    const office = createTestOffice();
    const user = accepted(
      createUser(office.writer, { name: 'Ana', role: 'reader', passwordHash: 'one', personId: null }),
    );
    accepted(setPasswordHash(office.writer, user.id, 'two'));
    const { actions } = tell(office, { of: 'office' });
    expect(actions[0]?.entries[0]?.changes).toEqual([
      expect.objectContaining({ column: 'password_hash', before: null, after: null }),
    ]);
    expect(JSON.stringify(actions)).not.toMatch(/"(one|two)"/);
  });

  test('of a course holds its modules', () => {
    const office = createTestOffice();
    const modules = [{ id: null, title: 'Masas', hours: 10 }];
    const course = createTestCourse(office.writer, { modules });
    const draft = { ...course, title: 'Panadería', modules: [...course.modules, ...modules] };
    accepted(updateCourse(office.writer, { id: course.id, draft }));
    const [changed] = tell(office, { of: 'course', courseId: course.id }).actions;
    expect(changed?.parts.map(({ table, verb }) => `${table} ${verb}`)).toEqual([
      'course changed',
      'course_module created',
    ]);
  });

  test('of one row is refused where there is no such row or table', () => {
    const { db, user, writer } = createTestOffice();
    const [id = ''] = createTestPeople(writer, ['Rojas, Ana']);
    expect(listRowHistory(db, user, { table: 'person', key: id })).toHaveLength(1);
    expect(listRowHistory(db, user, { table: 'person', key: 'x' })).toMatchObject({ refused: 'NOT_FOUND' });
    expect(listRowHistory(db, user, { table: 'log_clock', key: '1' })).toMatchObject({
      refused: 'NOT_FOUND',
    });
  });
});
