import { describe, expect, test } from 'vitest';
import { markAttendance } from '../../db/attendance.ts';
import { closeEdition, moveEdition } from '../../db/edition-steps.ts';
import { findEdition } from '../../db/editions.ts';
import {
  type EnrolmentOrder,
  enrolPeople,
  readmitEnrolment,
  removeEnrolment,
  withdrawEnrolment,
} from '../../db/enrolling.ts';
import { listEnrolments } from '../../db/enrolments.ts';
import { listAssessments, recordGrades } from '../../db/grades.ts';
import type { EditionId, ImportId, PersonId } from '../../domain/ids.ts';
import { refuse } from '../../domain/refusal.ts';
import {
  accepted,
  createTestEdition,
  createTestPeople,
  createTestSessions,
  runEdition,
} from '../support/edition.ts';
import { createTestOffice, type TestOffice } from '../support/office.ts';

const nowhere = '0000000000000000000zzz';

function orderFor(editionId: EditionId, given: Partial<EnrolmentOrder>): EnrolmentOrder {
  return {
    editionId,
    personIds: [],
    exceptionReason: null,
    prerequisiteReason: null,
    role: 'registrar',
    importId: null,
    ...given,
  };
}

/** An office with an edition of so many seats and the five people of the examples. */
function createSmallEdition(capacity: number) {
  const office = createTestOffice();
  const edition = createTestEdition(office.writer, { capacity });
  const people = createTestPeople(office.writer, [
    'Zapata Rojas, Zoe',
    'Ñandu, Íñigo',
    'Nina Choque, Ana',
    'Arce Soto, Beto',
    'Arce, Cira',
  ]);
  const [zoe, inigo, ana, beto, cira] = people;
  if (!zoe || !inigo || !ana || !beto || !cira) throw new Error('five people were made');
  const enrol = (given: Partial<EnrolmentOrder>) => enrolPeople(office.writer, orderFor(edition.id, given));
  return {
    ...office,
    editionId: edition.id,
    courseId: edition.courseId,
    people,
    zoe,
    inigo,
    ana,
    beto,
    cira,
    enrol,
  };
}

function listStates(office: TestOffice, editionId: EditionId) {
  return listEnrolments(office.db, editionId).map(({ givenNames, status, waitingPosition }) =>
    waitingPosition === null ? `${givenNames} ${status}` : `${givenNames} ${status} ${waitingPosition}`,
  );
}

describe('the list of enrolments', () => {
  test('is sorted by surname, Ñ after N, with the waiting list at the end in its own order', () => {
    const { editionId, enrol, people, ...office } = createSmallEdition(3);
    accepted(enrol({ personIds: people }));
    expect(listStates(office, editionId)).toEqual([
      'Ana enrolled',
      'Íñigo enrolled',
      'Zoe enrolled',
      'Beto waiting 1',
      'Cira waiting 2',
    ]);
  });

  test('shows a person as they are stored, and the hours so far', () => {
    const { editionId, enrol, db, writer, cira, now } = createSmallEdition(3);
    createTestSessions(writer, editionId, ['2026-03-02']);
    const { enrolled } = accepted(enrol({ personIds: [cira] }));
    expect(listEnrolments(db, editionId)).toEqual([
      {
        id: enrolled[0],
        editionId,
        personId: cira,
        status: 'enrolled',
        enrolledAt: now(),
        waitingPosition: null,
        withdrawnReason: null,
        exceptionReason: null,
        prerequisiteReason: null,
        transferredFrom: null,
        givenNames: 'Cira',
        paternalSurname: 'Arce',
        maternalSurname: null,
        marriedSurname: null,
        idNumber: null,
        idComplement: null,
        idIssuedIn: null,
        phone: null,
        community: null,
        organisationName: null,
        share: { attendedMinutes: 0, openMinutes: 120, totalMinutes: 120 },
      },
    ]);
    expect(listEnrolments(db, nowhere as EditionId)).toEqual([]);
  });
});

describe('enrolling', () => {
  test('takes whom it knows already out of the count, also within one list', () => {
    const { enrol, zoe, inigo } = createSmallEdition(5);
    const first = accepted(enrol({ personIds: [zoe, zoe] }));
    expect(first).toEqual({ enrolled: [first.enrolled[0]], waiting: [], alreadyEnrolled: [] });
    const second = accepted(enrol({ personIds: [inigo, zoe] }));
    expect(second).toEqual({ enrolled: [second.enrolled[0]], waiting: [], alreadyEnrolled: [zoe] });
  });

  test('of someone who waits changes nothing', () => {
    const { editionId, enrol, zoe, inigo, ...office } = createSmallEdition(1);
    accepted(enrol({ personIds: [zoe, inigo] }));
    expect(accepted(enrol({ personIds: [inigo] })).alreadyEnrolled).toEqual([inigo]);
    expect(listStates(office, editionId)).toEqual(['Zoe enrolled', 'Íñigo waiting 1']);
  });

  test('of people nobody knows enrols nobody', () => {
    const { editionId, enrol, zoe, ...office } = createSmallEdition(2);
    expect(enrol({ personIds: [zoe, nowhere as PersonId] })).toEqual(refuse('NOT_FOUND'));
    expect(enrol({ editionId: nowhere as EditionId, personIds: [zoe] })).toEqual(refuse('NOT_FOUND'));
    expect(listStates(office, editionId)).toEqual([]);
  });

  test('beyond the capacity needs a coordinator, whose reason is recorded just where it was needed', () => {
    const { editionId, enrol, zoe, inigo, db } = createSmallEdition(1);
    const exception = { personIds: [zoe, inigo], exceptionReason: 'Pedido de la OTB' };
    expect(enrol(exception)).toEqual(refuse('COORDINATOR_NEEDED'));
    expect(accepted(enrol({ ...exception, role: 'coordinator' })).waiting).toEqual([]);
    const states = listEnrolments(db, editionId).map((each) => [
      each.givenNames,
      each.status,
      each.exceptionReason,
    ]);
    expect(states).toEqual([
      ['Íñigo', 'enrolled', 'Pedido de la OTB'],
      ['Zoe', 'enrolled', null],
    ]);
    expect(findEdition(db, editionId)?.seats).toEqual({ capacity: 1, enrolled: 2, waiting: 0, free: 0 });
  });

  test('with a coordinator’s word takes someone out of the waiting list', () => {
    const { editionId, enrol, zoe, inigo, ana, ...office } = createSmallEdition(1);
    accepted(enrol({ personIds: [zoe, inigo, ana] }));
    accepted(
      enrol({
        personIds: [ana],
        exceptionReason: 'Viene de lejos',
        prerequisiteReason: null,
        role: 'coordinator',
      }),
    );
    expect(listStates(office, editionId)).toEqual(['Ana enrolled', 'Zoe enrolled', 'Íñigo waiting 1']);
  });

  test('into a closed edition needs a coordinator, into a cancelled one is impossible', () => {
    const { editionId, enrol, zoe, inigo, writer, ...office } = createSmallEdition(5);
    createTestSessions(writer, editionId, ['2026-03-02']);
    runEdition(writer, editionId);
    accepted(closeEdition(writer, { editionId, acceptsUnrecorded: true }));
    expect(enrol({ personIds: [zoe] })).toEqual(refuse('EDITION_CLOSED'));
    accepted(
      enrol({
        personIds: [zoe],
        exceptionReason: 'Se olvidó',
        prerequisiteReason: null,
        role: 'coordinator',
      }),
    );
    expect(listStates({ ...office, writer }, editionId)).toEqual(['Zoe completed']);
    const other = createTestEdition(writer, { code: 'X' }, { code: 'X' });
    accepted(moveEdition(writer, { editionId: other.id, to: 'cancelled' }));
    const order = orderFor(other.id, {
      personIds: [inigo],
      exceptionReason: 'Igual',
      prerequisiteReason: null,
      role: 'coordinator',
    });
    expect(enrolPeople(writer, order)).toEqual(refuse('EDITION_CLOSED'));
  });

  test('someone who withdrew takes up the same enrolment again, but an import leaves a withdrawal alone', () => {
    const { editionId, enrol, zoe, writer, ...office } = createSmallEdition(5);
    const [enrolmentId] = accepted(enrol({ personIds: [zoe] })).enrolled;
    if (enrolmentId === undefined) throw new Error('one was enrolled');
    accepted(withdrawEnrolment(writer, { enrolmentId, reason: 'Viaje' }));
    const importId = nowhere as ImportId;
    expect(accepted(enrol({ personIds: [zoe], importId })).alreadyEnrolled).toEqual([zoe]);
    expect(listStates({ ...office, writer }, editionId)).toEqual(['Zoe withdrawn']);
    expect(accepted(enrol({ personIds: [zoe] })).enrolled).toEqual([enrolmentId]);
    expect(listEnrolments(office.db, editionId)).toMatchObject([
      { status: 'enrolled', withdrawnReason: null },
    ]);
  });
});

describe('a freed seat', () => {
  test('goes to the first who waits, and the answer says so', () => {
    const { editionId, enrol, zoe, inigo, ana, writer, ...office } = createSmallEdition(1);
    const { enrolled, waiting } = accepted(enrol({ personIds: [zoe, inigo, ana] }));
    const [enrolmentId] = enrolled;
    if (enrolmentId === undefined) throw new Error('one was enrolled');
    const outcome = accepted(withdrawEnrolment(writer, { enrolmentId, reason: 'Consiguió trabajo' }));
    expect(outcome.enrolment).toMatchObject({ status: 'withdrawn', withdrawnReason: 'Consiguió trabajo' });
    expect(outcome.movedUp.map(({ id, status, waitingPosition }) => [id, status, waitingPosition])).toEqual([
      [waiting[0], 'enrolled', null],
    ]);
    expect(listStates({ ...office, writer }, editionId)).toEqual([
      'Íñigo enrolled',
      'Zoe withdrawn',
      'Ana waiting 1',
    ]);
  });

  test('is not freed while the edition is still over its capacity', () => {
    const { editionId, enrol, zoe, inigo, ana, writer, ...office } = createSmallEdition(1);
    accepted(
      enrol({
        personIds: [zoe, inigo],
        exceptionReason: 'Cupo extra',
        prerequisiteReason: null,
        role: 'coordinator',
      }),
    );
    accepted(enrol({ personIds: [ana] }));
    const first = listEnrolments(office.db, editionId).find(({ personId }) => personId === zoe);
    if (first === undefined) throw new Error('Zoe is enrolled');
    expect(accepted(withdrawEnrolment(writer, { enrolmentId: first.id, reason: 'Viaje' })).movedUp).toEqual(
      [],
    );
    expect(listStates({ ...office, writer }, editionId)).toEqual([
      'Íñigo enrolled',
      'Zoe withdrawn',
      'Ana waiting 1',
    ]);
  });
});

describe('taking a withdrawal back', () => {
  test('gives a free seat, else the last place of the waiting list', () => {
    const { editionId, enrol, zoe, inigo, ana, writer, ...office } = createSmallEdition(1);
    const [enrolmentId] = accepted(enrol({ personIds: [zoe, inigo, ana] })).enrolled;
    if (enrolmentId === undefined) throw new Error('one was enrolled');
    accepted(withdrawEnrolment(writer, { enrolmentId, reason: 'Viaje' }));
    expect(accepted(readmitEnrolment(writer, { enrolmentId }))).toMatchObject({
      status: 'waiting',
      waitingPosition: 2,
      withdrawnReason: null,
    });
    expect(listStates({ ...office, writer }, editionId)).toEqual([
      'Íñigo enrolled',
      'Ana waiting 1',
      'Zoe waiting 2',
    ]);
  });

  test('with a free seat enrols at once, and twice is no more than once', () => {
    const { enrol, zoe, writer } = createSmallEdition(2);
    const [enrolmentId] = accepted(enrol({ personIds: [zoe] })).enrolled;
    if (enrolmentId === undefined) throw new Error('one was enrolled');
    accepted(withdrawEnrolment(writer, { enrolmentId, reason: 'Viaje' }));
    const readmitted = accepted(readmitEnrolment(writer, { enrolmentId }));
    expect(readmitted.status).toBe('enrolled');
    expect(readmitEnrolment(writer, { enrolmentId })).toEqual(readmitted);
  });
});

describe('an enrolment made by mistake', () => {
  test('is deleted and its seat goes to the first who waits', () => {
    const { editionId, enrol, zoe, inigo, writer, ...office } = createSmallEdition(1);
    const [enrolmentId] = accepted(enrol({ personIds: [zoe, inigo] })).enrolled;
    if (enrolmentId === undefined) throw new Error('one was enrolled');
    expect(
      accepted(removeEnrolment(writer, { enrolmentId })).movedUp.map(({ personId }) => personId),
    ).toEqual([inigo]);
    expect(listStates({ ...office, writer }, editionId)).toEqual(['Íñigo enrolled']);
    expect(removeEnrolment(writer, { enrolmentId })).toEqual(refuse('NOT_FOUND'));
  });

  test('is no mistake once attendance or a grade was recorded', () => {
    const { editionId, enrol, zoe, inigo, db, writer } = createSmallEdition(5);
    const [session] = createTestSessions(writer, editionId, ['2026-03-02']);
    const [marked, graded] = accepted(enrol({ personIds: [zoe, inigo] })).enrolled;
    const assessment = listAssessments(db, editionId)[1];
    if (!session || !marked || !graded || !assessment) throw new Error('all were made');
    const mark = (letter: 'P' | null) =>
      accepted(
        markAttendance(writer, { changes: [{ sessionId: session.id, enrolmentId: marked, mark: letter }] }),
      );
    mark('P');
    const grade = { assessmentId: assessment.id, enrolmentId: graded, score: 60 };
    accepted(recordGrades(writer, { changes: [grade] }));
    expect(removeEnrolment(writer, { enrolmentId: marked })).toEqual(refuse('ENROLMENT_IN_USE'));
    expect(removeEnrolment(writer, { enrolmentId: graded })).toEqual(refuse('ENROLMENT_IN_USE'));
    mark(null);
    expect(removeEnrolment(writer, { enrolmentId: marked })).toEqual({ movedUp: [] });
  });
});

test('a closed edition lets nobody withdraw, come back or be deleted', () => {
  const { editionId, enrol, zoe, writer } = createSmallEdition(5);
  createTestSessions(writer, editionId, ['2026-03-02']);
  const [enrolmentId] = accepted(enrol({ personIds: [zoe] })).enrolled;
  if (enrolmentId === undefined) throw new Error('one was enrolled');
  runEdition(writer, editionId);
  accepted(closeEdition(writer, { editionId, acceptsUnrecorded: true }));
  const closed = refuse('EDITION_CLOSED');
  expect(withdrawEnrolment(writer, { enrolmentId, reason: 'Viaje' })).toEqual(closed);
  expect(readmitEnrolment(writer, { enrolmentId })).toEqual(closed);
  expect(removeEnrolment(writer, { enrolmentId })).toEqual(closed);
});
