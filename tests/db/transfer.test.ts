import { describe, expect, test } from 'vitest';
import { findAttendance } from '../../db/attendance.ts';
import { moveEdition } from '../../db/edition-steps.ts';
import { findEdition } from '../../db/editions.ts';
import { listEnrolments } from '../../db/enrolments.ts';
import { listFinalGrades } from '../../db/grades.ts';
import { getCurrentAction, undoAction } from '../../db/history/undo.ts';
import { transferEnrolments } from '../../db/transfer.ts';
import type { EditionId } from '../../domain/ids.ts';
import { refuse } from '../../domain/refusal.ts';
import {
  accepted,
  closeTestEdition,
  createTestCrowd,
  createTestEdition,
  createTestSessions,
  enrolAll,
} from '../support/edition.ts';
import { createTestOffice } from '../support/office.ts';
import { gradeEveryone, markRow } from '../support/records.ts';

/** A full edition of two seats where a third waits, and another one of one seat. */
function createTwoEditions() {
  const office = createTestOffice();
  const from = createTestEdition(office.writer, { capacity: 2 });
  const to = createTestEdition(office.writer, { courseId: from.courseId, code: 'PAN-2026-02', capacity: 1 });
  const people = createTestCrowd(office.writer, 4);
  enrolAll(office.writer, from.id, people.slice(0, 3));
  const list = (id: EditionId) => listEnrolments(office.db, id);
  const [ana, beto, cira] = list(from.id);
  const [, , , dora] = people;
  if (!ana || !beto || !cira || !dora) throw new Error('three are enrolled and one is not');
  return { ...office, from, to, ana, beto, cira, dora, list };
}

describe('moving people to another edition', () => {
  test('leaves all that was recorded of them where it was, and begins anew where they go', () => {
    const { db, writer, from, to, ana, list } = createTwoEditions();
    createTestSessions(writer, from.id, ['2026-03-02', '2026-03-03']);
    markRow(writer, ana.id, 'PF');
    gradeEveryone(writer, [[ana.id, 90]]);
    const before = { attendance: findAttendance(db, from.id), grades: listFinalGrades(db, from.id) };
    accepted(transferEnrolments(writer, { enrolmentIds: [ana.id], editionId: to.id }));
    expect({ attendance: findAttendance(db, from.id), grades: listFinalGrades(db, from.id) }).toEqual(before);
    expect(list(from.id).find(({ id }) => id === ana.id)).toMatchObject({
      status: 'withdrawn',
      withdrawnReason: 'Traslado a PAN-2026-02',
    });
    expect(list(to.id)).toMatchObject([
      {
        personId: ana.personId,
        status: 'enrolled',
        transferredFrom: { editionId: from.id, editionCode: from.code },
        share: { attendedMinutes: 0 },
      },
    ]);
  });

  test('says who moved up into the seats that they leave', () => {
    const { writer, to, ana, cira } = createTwoEditions();
    const { movedUp } = accepted(transferEnrolments(writer, { enrolmentIds: [ana.id], editionId: to.id }));
    expect(movedUp.map(({ id, status }) => [id, status])).toEqual([[cira.id, 'enrolled']]);
  });

  test('puts whoever finds no seat at the end of the waiting list, those with a seat before those who waited', () => {
    const { writer, to, ana, beto, cira, dora, list } = createTwoEditions();
    enrolAll(writer, to.id, [dora]);
    const enrolmentIds = [cira.id, beto.id, ana.id];
    const outcome = accepted(transferEnrolments(writer, { enrolmentIds, editionId: to.id }));
    expect(outcome).toMatchObject({ enrolled: [], movedUp: [] });
    const waiting = list(to.id).filter(({ status }) => status === 'waiting');
    expect(waiting.at(-1)?.personId).toBe(cira.personId);
    expect(waiting).toHaveLength(3);
  });

  test('is refused whole, with names, where one of them is in the other edition already', () => {
    const { writer, from, to, ana, beto, list } = createTwoEditions();
    enrolAll(writer, to.id, [beto.personId]);
    const before = [list(from.id), list(to.id)];
    const refused = transferEnrolments(writer, { enrolmentIds: [ana.id, beto.id], editionId: to.id });
    expect(refused).toEqual(refuse('ALREADY_ENROLLED', { names: [`Juana ${beto.paternalSurname} Mamani`] }));
    expect([list(from.id), list(to.id)]).toEqual(before);
    const same = transferEnrolments(writer, { enrolmentIds: [ana.id], editionId: from.id });
    expect(same).toMatchObject({ refused: 'ALREADY_ENROLLED' });
  });

  test('is refused from and to an edition that takes no changes, and of someone who is not in it', () => {
    const { writer, from, to, ana } = createTwoEditions();
    accepted(moveEdition(writer, { editionId: to.id, to: 'cancelled' }));
    const order = { enrolmentIds: [ana.id], editionId: to.id };
    expect(transferEnrolments(writer, order)).toEqual(refuse('EDITION_CLOSED'));
    accepted(moveEdition(writer, { editionId: to.id, to: 'planned' }));
    accepted(transferEnrolments(writer, order));
    expect(transferEnrolments(writer, order)).toEqual(refuse('NOT_FOUND'));
    createTestSessions(writer, from.id, ['2026-03-02']);
    closeTestEdition(writer, from.id);
    expect(transferEnrolments(writer, order)).toEqual(refuse('EDITION_CLOSED'));
  });

  test('taken back restores both editions as they were', () => {
    const { db, writer, user, from, to, ana, cira, list } = createTwoEditions();
    const before = [list(from.id), list(to.id)];
    accepted(transferEnrolments(writer, { enrolmentIds: [ana.id, cira.id], editionId: to.id }));
    const undoer = { user: { ...user, role: 'registrar' as const }, ownEditions: null };
    accepted(undoAction(writer, undoer, getCurrentAction(db)));
    expect([list(from.id), list(to.id)]).toEqual(before);
    expect(findEdition(db, to.id)?.seats).toMatchObject({ enrolled: 0, waiting: 0 });
  });
});
