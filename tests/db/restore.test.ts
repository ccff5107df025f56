import { describe, expect, test } from 'vitest';
import { foldText } from '../../domain/text.ts';
import { findCourse, updateCourse } from '../../db/courses.ts';
import { closeEdition } from '../../db/edition-steps.ts';
import { findEdition, updateEdition } from '../../db/editions.ts';
import { listHistory } from '../../db/history/history.ts';
import { restoreEarlier } from '../../db/history/restore.ts';
import { undoAction } from '../../db/history/undo.ts';
import { mergePeople } from '../../db/merge-people.ts';
import { createPerson, findPerson, removePerson, updatePerson } from '../../db/people.ts';
import { searchPeople } from '../../db/person-search.ts';
import { cancelSession, listSessions, updateSession } from '../../db/sessions.ts';
import { listUsers, updateUser } from '../../db/users.ts';
import type { HistorySubject } from '../../domain/history.ts';
import { accepted, createTestCourse, draftEdition, draftSession } from '../support/edition.ts';
import { createTestOffice, type TestOffice } from '../support/office.ts';
import { draftPerson } from '../support/person.ts';
import { coordinator, createRunning, markAll, readStanding } from '../support/undoing.ts';

/** The entries of a record in the order in which they were made. */
function listEntries(office: TestOffice, subject: HistorySubject, table: string) {
  const query = { subject, userId: null, table, offset: 0, limit: 200 };
  return listHistory(office.db, office.user, query)
    .actions.flatMap(({ entries }) => entries)
    .toReversed();
}

function restore(
  office: TestOffice,
  entry: { device: string; sequence: number } | undefined,
  column: string | null,
) {
  if (entry === undefined) throw new Error('there is such an entry');
  const { device, sequence } = entry;
  return restoreEarlier(office.writer, coordinator(office), { device, sequence, column });
}

describe('restoring an earlier value', () => {
  test('brings one field of a person back and leaves the others, in the search too, and can be undone', () => {
    const office = createTestOffice();
    const { id } = createPerson(office.writer, draftPerson({ paternalSurname: 'Zurita', phone: '70366443' }));
    const draft = draftPerson({ paternalSurname: 'Arnez', phone: '71234567' });
    accepted(updatePerson(office.writer, { id, draft }));
    const before = readStanding(office);
    const [created] = listEntries(office, { of: 'person', personId: id }, 'person');
    const place = accepted(restore(office, created, 'paternal_surname'));
    expect(findPerson(office.db, id)).toMatchObject({ paternalSurname: 'Zurita', phone: '71234567' });
    expect(searchPeople(office.db, { text: foldText('zurita'), limit: 5 })).toHaveLength(1);
    accepted(undoAction(office.writer, coordinator(office), place));
    expect(readStanding(office)).toEqual(before);
    expect(restore(office, created, 'given_names')).toMatchObject({ refused: 'NOTHING_TO_RESTORE' });
  });

  test('brings a whole record back, also one that was deleted', () => {
    const office = createTestOffice();
    const { id } = createPerson(office.writer, draftPerson({ phone: '70366443', organisationName: 'OTB' }));
    const before = readStanding(office);
    const [created] = listEntries(office, { of: 'person', personId: id }, 'person');
    accepted(updatePerson(office.writer, { id, draft: draftPerson({ givenNames: 'Otra' }) }));
    accepted(removePerson(office.writer, id));
    accepted(restore(office, created, null));
    expect(readStanding(office)).toEqual(before);
  });

  test('marks through the rules of marking: a closed edition and a cancelled session refuse', () => {
    const office = createTestOffice();
    const { editionId, enrolmentIds, first } = createRunning(office.writer, 1);
    const [enrolmentId] = enrolmentIds;
    if (enrolmentId === undefined) throw new Error('one person was enrolled');
    accepted(markAll(office.writer, first, enrolmentIds, 'P'));
    accepted(markAll(office.writer, first, enrolmentIds, 'F'));
    const subject = { of: 'mark', sessionId: first, enrolmentId } as const;
    const [present, absent] = listEntries(office, subject, 'attendance_mark');
    accepted(restore(office, present, 'mark'));
    expect(readStanding(office)['attendance_mark']).toMatchObject([{ mark: 'P' }]);
    accepted(cancelSession(office.writer, { sessionId: first, reason: 'Lluvia' }));
    expect(restore(office, absent, 'mark')).toMatchObject({ refused: 'SESSION_CANCELLED' });
    accepted(closeEdition(office.writer, { editionId, acceptsUnrecorded: true }));
    expect(restore(office, absent, 'mark')).toMatchObject({ refused: 'EDITION_CLOSED' });
  });

  test('puts a session back to its day, and its cancellation with the reason', () => {
    const office = createTestOffice();
    const { editionId, first } = createRunning(office.writer, 1);
    const subject = { of: 'edition', editionId } as const;
    accepted(updateSession(office.writer, { sessionId: first, draft: draftSession('2026-03-20') }));
    const created = listEntries(office, subject, 'session').find(({ key }) => key === first);
    accepted(restore(office, created, 'date'));
    expect(listSessions(office.db, editionId)[0]).toMatchObject({ id: first, date: '2026-03-03' });
    accepted(cancelSession(office.writer, { sessionId: first, reason: 'Bloqueo' }));
    accepted(restore(office, created, 'state'));
    expect(listSessions(office.db, editionId)[0]).toMatchObject({ state: 'planned', cancelReason: null });
    const cancelled = listEntries(office, subject, 'session').find(({ changes }) =>
      changes.some(({ after }) => after === 'cancelled'),
    );
    accepted(restore(office, cancelled, 'state'));
    expect(listSessions(office.db, editionId)[0]).toMatchObject({
      state: 'cancelled',
      cancelReason: 'Bloqueo',
    });
  });

  test('gives freed seats to those who wait when an edition becomes larger again', () => {
    const office = createTestOffice();
    const { editionId } = createRunning(office.writer, 3, 2);
    const edition = findEdition(office.db, editionId);
    if (edition === null) throw new Error('the edition is there');
    const draft = (capacity: number) => draftEdition(edition.courseId, { capacity, code: edition.code });
    accepted(updateEdition(office.writer, { editionId, draft: draft(1) }));
    const [created] = listEntries(office, { of: 'edition', editionId }, 'edition');
    accepted(restore(office, created, 'capacity'));
    expect(findEdition(office.db, editionId)?.seats).toMatchObject({ capacity: 2, enrolled: 2, waiting: 1 });
    expect(restore(office, created, 'status')).toMatchObject({ data: { reason: 'steps' } });
  });

  test('of a course refuses a code that another one has taken since', () => {
    const office = createTestOffice();
    const course = createTestCourse(office.writer, {
      code: 'PAN',
      modules: [{ id: null, title: 'Masas', hours: 4 }],
    });
    accepted(
      updateCourse(office.writer, {
        id: course.id,
        draft: {
          ...course,
          code: 'PAN2',
          modules: course.modules.map((one) => ({ ...one, title: 'Hornos' })),
        },
      }),
    );
    const subject = { of: 'course', courseId: course.id } as const;
    const [module] = listEntries(office, subject, 'course_module');
    accepted(restore(office, module, 'title'));
    expect(findCourse(office.db, course.id)?.modules).toMatchObject([{ title: 'Masas' }]);
    createTestCourse(office.writer, { code: 'PAN' });
    const [created] = listEntries(office, subject, 'course');
    expect(restore(office, created, 'code')).toMatchObject({ refused: 'CODE_TAKEN' });
  });

  test('refuses what only steps write, who may not, and a sheet that was merged', () => {
    const office = createTestOffice();
    const { editionId, personIds, first } = createRunning(office.writer, 2);
    const [enrolment] = listEntries(office, { of: 'edition', editionId }, 'enrolment');
    expect(restore(office, enrolment, 'status')).toMatchObject({ data: { reason: 'steps' } });
    const [session] = listEntries(office, { of: 'edition', editionId }, 'session');
    const trainer = {
      user: { id: office.user.id, role: 'trainer' as const },
      ownEditions: new Set([editionId]),
    };
    const order = { device: session?.device ?? '', sequence: session?.sequence ?? 0, column: 'date' };
    expect(first).toBeDefined();
    expect(restoreEarlier(office.writer, trainer, order)).toMatchObject({ refused: 'FORBIDDEN' });
    expect(restoreEarlier(office.writer, { ...trainer, ownEditions: new Set() }, order)).toMatchObject({
      refused: 'NOT_FOUND',
    });
    const [keptId, goneId] = personIds;
    if (keptId === undefined || goneId === undefined) throw new Error('two people were made');
    accepted(mergePeople(office.writer, { keptId, goneId, fromGone: [], enrolments: [] }));
    const [gone] = listEntries(office, { of: 'person', personId: goneId }, 'person');
    expect(restore(office, gone, null)).toMatchObject({ data: { reason: 'merged' } });
  });

  test('gives a user their name back, and never a password', () => {
    const office = createTestOffice();
    const [user] = listUsers(office.db);
    if (user === undefined) throw new Error('there is a user');
    accepted(updateUser(office.writer, { ...user, name: 'Rosa Q.' }));
    const [created] = listEntries(office, { of: 'office' }, 'user_account');
    accepted(restore(office, created, 'name'));
    expect(listUsers(office.db)).toMatchObject([{ name: 'Rosa Quispe' }]);
    expect(restore(office, created, 'password_hash')).toMatchObject({ data: { reason: 'steps' } });
  });
});
