import { describe, expect, test } from 'vitest';
import { removeCourse } from '../../../db/courses.ts';
import { all } from '../../../db/database.ts';
import { removeEdition } from '../../../db/edition-steps.ts';
import { findEdition } from '../../../db/editions.ts';
import { listEnrolments } from '../../../db/enrolments.ts';
import { mergePeople } from '../../../db/merge-people.ts';
import { findPerson, getPerson, removePerson } from '../../../db/people.ts';
import { searchPeople } from '../../../db/person-search.ts';
import { listSessions, removeSession } from '../../../db/sessions.ts';
import { findOnBoth, listOnBoth, resolveOn } from '../../support/conflicts.ts';
import {
  accepted,
  createTestCourse,
  createTestEdition,
  createTestPeople,
  createTestSessions,
  enrolAll,
  runEdition,
} from '../../support/edition.ts';
import { createTestOffice } from '../../support/office.ts';
import { addPc } from '../../support/other-pc.ts';
import { markRow } from '../../support/records.ts';
import { say } from '../../support/trainers.ts';

function startApart() {
  const office = createTestOffice();
  const { writer } = office;
  const { id: editionId, courseId } = createTestEdition(writer);
  const [session] = createTestSessions(writer, editionId, ['2026-03-02']);
  const [ana, beto] = createTestPeople(writer, ['Rojas, Ana', 'Soto, Beto']);
  if (!session || !ana || !beto) throw new Error('one of each was made');
  const [enrolled] = enrolAll(writer, editionId, [beto]);
  if (enrolled === undefined) throw new Error('one was enrolled');
  runEdition(writer, editionId);
  return { office, laptop: addPc(office), editionId, courseId, session, ana, beto, enrolled };
}

describe('a person deleted on one PC and enrolled on another', () => {
  function deleteAndEnrol() {
    const started = startApart();
    const { office, laptop, editionId, ana } = started;
    accepted(removePerson(office.writer, ana));
    enrolAll(laptop.writer, editionId, [ana]);
    return started;
  }

  test('is shown with who deleted them where and what they are used for', () => {
    const { office, laptop, editionId, ana } = deleteAndEnrol();
    expect(findOnBoth('deletedButUsed', office, laptop)).toMatchObject({
      thing: 'person',
      id: ana,
      name: 'Rojas, Ana',
      choices: ['restore', 'withdraw'],
      deleted: { by: 'Rosa Quispe', on: 'PC de prueba' },
      uses: [{ as: 'enrolled', count: 1, edition: { editionId }, done: { on: 'PC 2' } }],
    });
  });

  test('comes back, and is found again', () => {
    const { office, laptop, ana } = deleteAndEnrol();
    resolveOn(office, findOnBoth('deletedButUsed', office, laptop), { choice: 'restore' });
    expect(listOnBoth(office, laptop)).toEqual([]);
    for (const { db } of [office, laptop]) {
      expect(searchPeople(db, { text: 'ana', limit: 5 }).map(({ id }) => id)).toEqual([ana]);
    }
  });

  test('or withdraws from what they were enrolled in', () => {
    const { office, laptop, editionId, ana } = deleteAndEnrol();
    const resolution = { choice: 'withdraw', reason: 'Se eliminó el registro' } as const;
    resolveOn(laptop, findOnBoth('deletedButUsed', office, laptop), resolution);
    expect(listOnBoth(office, laptop)).toEqual([]);
    expect(findPerson(office.db, ana)).toBeNull();
    expect(listEnrolments(office.db, editionId)).toMatchObject([
      { status: 'withdrawn', withdrawnReason: 'Se eliminó el registro' },
      { status: 'enrolled' },
    ]);
  });

  test('merged into another one: their enrolment becomes that one’s', () => {
    const { office, laptop, editionId, ana } = startApart();
    const [anita] = createTestPeople(office.writer, ['Rojas, Anita']);
    if (anita === undefined) throw new Error('one was made');
    accepted(mergePeople(office.writer, { keptId: anita, goneId: ana, fromGone: [], enrolments: [] }));
    enrolAll(laptop.writer, editionId, [ana]);
    const conflict = findOnBoth('deletedButUsed', office, laptop);
    expect(conflict).toMatchObject({
      choices: ['moveToKept', 'restore'],
      keptPerson: { personId: anita, name: 'Rojas, Anita' },
    });
    resolveOn(laptop, conflict, { choice: 'moveToKept' });
    expect(listOnBoth(office, laptop)).toEqual([]);
    expect(listEnrolments(office.db, editionId).map(({ personId }) => personId)).toContain(anita);
    expect(accepted(getPerson(laptop.db, ana)).id).toBe(anita);
  });

  test('merged into another one: what was said of their accreditation meanwhile becomes that one’s', () => {
    const { office, laptop, courseId, ana, beto } = startApart();
    const merge = { keptId: beto, goneId: ana, fromGone: [], enrolments: [] };
    accepted(mergePeople(office.writer, merge));
    accepted(say(laptop.writer, courseId, { personId: ana, word: 'accredited', on: '2026-03-01' }));
    const conflict = findOnBoth('deletedButUsed', office, laptop);
    expect(conflict).toMatchObject({
      choices: ['moveToKept', 'restore'],
      uses: [{ as: 'accreditation', count: 1 }],
    });
    resolveOn(office, conflict, { choice: 'moveToKept' });
    expect(listOnBoth(office, laptop)).toEqual([]);
    for (const { db } of [office, laptop]) {
      expect(all(db, 'SELECT person_id FROM accreditation_word')).toEqual([{ person_id: beto }]);
    }
  });

  test('who had others merged into them and was deleted knowingly is nobody’s question', () => {
    const { office, laptop, ana } = startApart();
    const [anita] = createTestPeople(office.writer, ['Rojas, Anita']);
    if (anita === undefined) throw new Error('one was made');
    accepted(mergePeople(office.writer, { keptId: anita, goneId: ana, fromGone: [], enrolments: [] }));
    accepted(removePerson(office.writer, anita));
    expect(listOnBoth(office, laptop)).toEqual([]);
  });

  test('merged into one who was deleted elsewhere: someone says who stays', () => {
    const { office, laptop, ana } = startApart();
    const [anita] = createTestPeople(office.writer, ['Rojas, Anita']);
    if (anita === undefined) throw new Error('one was made');
    listOnBoth(office, laptop);
    accepted(mergePeople(office.writer, { keptId: anita, goneId: ana, fromGone: [], enrolments: [] }));
    accepted(removePerson(laptop.writer, anita));
    const conflict = findOnBoth('mergedApart', office, laptop);
    resolveOn(office, conflict, { choice: 'keepPerson', personId: ana });
    expect(listOnBoth(office, laptop)).toEqual([]);
    expect(accepted(getPerson(laptop.db, anita)).id).toBe(ana);
  });
});

describe('what else was deleted on one PC and used on another', () => {
  test('a course comes back', () => {
    const office = createTestOffice();
    const { id: courseId } = createTestCourse(office.writer);
    const laptop = addPc(office);
    accepted(removeCourse(office.writer, courseId));
    const { id: editionId } = createTestEdition(laptop.writer, { courseId });
    const conflict = findOnBoth('deletedButUsed', office, laptop);
    expect(conflict).toMatchObject({ thing: 'course', uses: [{ as: 'edition', edition: { editionId } }] });
    resolveOn(laptop, conflict, { choice: 'restore' });
    expect(listOnBoth(office, laptop)).toEqual([]);
  });

  test('an edition comes back with whoever was enrolled', () => {
    const office = createTestOffice();
    const { id: editionId } = createTestEdition(office.writer);
    const people = createTestPeople(office.writer, ['Rojas, Ana']);
    const laptop = addPc(office);
    accepted(removeEdition(office.writer, { editionId }));
    enrolAll(laptop.writer, editionId, people);
    const conflict = findOnBoth('deletedButUsed', office, laptop);
    expect(conflict).toMatchObject({ thing: 'edition', name: 'PAN-2026-01', uses: [{ as: 'enrolled' }] });
    resolveOn(office, conflict, { choice: 'restore' });
    expect(listOnBoth(office, laptop)).toEqual([]);
    expect(findEdition(office.db, editionId)?.seats.enrolled).toBe(1);
  });

  test('a session comes back as held, or stays deleted by someone’s word', () => {
    const { office, laptop, editionId, session, enrolled } = startApart();
    accepted(removeSession(office.writer, { sessionId: session.id }));
    markRow(laptop.writer, enrolled, 'P');
    const conflict = findOnBoth('deletedButUsed', office, laptop);
    expect(conflict).toMatchObject({
      thing: 'session',
      date: '2026-03-02',
      uses: [{ as: 'marks', count: 1 }],
    });
    resolveOn(office, conflict, { choice: 'leaveDeleted' });
    expect(listOnBoth(office, laptop)).toEqual([]);
    expect(listSessions(laptop.db, editionId)).toEqual([]);
  });

  test('a session that comes back counts again', () => {
    const { office, laptop, editionId, session, enrolled } = startApart();
    accepted(removeSession(office.writer, { sessionId: session.id }));
    markRow(laptop.writer, enrolled, 'P');
    resolveOn(office, findOnBoth('deletedButUsed', office, laptop), { choice: 'restore' });
    expect(listOnBoth(office, laptop)).toEqual([]);
    expect(listSessions(laptop.db, editionId)).toMatchObject([{ state: 'held' }]);
  });
});
