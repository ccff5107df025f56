import { describe, expect, test } from 'vitest';
import { moveEdition } from '../../db/edition-steps.ts';
import { enrolPeople, readmitEnrolment, withdrawEnrolment } from '../../db/enrolling.ts';
import { listEnrolments } from '../../db/enrolments.ts';
import { getCurrentAction, undoAction } from '../../db/history/undo.ts';
import { commitImport } from '../../db/imports.ts';
import { declineRequests, requestEnrolment } from '../../db/requests.ts';
import { listResults } from '../../db/results.ts';
import type { EditionId, EnrolmentId, PersonId } from '../../domain/ids.ts';
import { refuse } from '../../domain/refusal.ts';
import {
  accepted,
  closeTestEdition,
  createTestCrowd,
  createTestEdition,
  createTestSessions,
} from '../support/edition.ts';
import { createTestOffice, type TestOffice } from '../support/office.ts';

function createRequests(capacity: number) {
  const office = createTestOffice();
  const { id: editionId } = createTestEdition(office.writer, { capacity });
  const people = createTestCrowd(office.writer, 4);
  const [ana, beto, cira, dora] = people;
  if (!ana || !beto || !cira || !dora) throw new Error('four people were made');
  const request = (...personIds: PersonId[]) => requestEnrolment(office.writer, { editionId, personIds });
  const enrol = (...personIds: PersonId[]) =>
    accepted(
      enrolPeople(office.writer, {
        editionId,
        personIds,
        exceptionReason: null,
        prerequisiteReason: null,
        role: 'registrar',
        importId: null,
      }),
    );
  return { ...office, editionId, ana, beto, cira, dora, request, enrol };
}

const listStates = ({ db }: TestOffice, editionId: EditionId) =>
  listEnrolments(db, editionId).map(({ personId, status, waitingPosition }) => [
    personId,
    status,
    waitingPosition,
  ]);

function idOf({ db }: TestOffice, editionId: EditionId, personId: PersonId): EnrolmentId {
  const found = listEnrolments(db, editionId).find((one) => one.personId === personId);
  if (found === undefined) throw new Error('not in the edition');
  return found.id;
}

describe('a request', () => {
  test('holds neither seat nor place, however many seats there are', () => {
    const { editionId, ana, beto, request, ...office } = createRequests(5);
    accepted(request(ana, beto));
    expect(listStates(office, editionId)).toEqual([
      [ana, 'requested', null],
      [beto, 'requested', null],
    ]);
  });

  test('accepted takes a seat or the end of the waiting list; several at once in the order in which they asked', () => {
    const { editionId, ana, beto, cira, dora, request, enrol, ...office } = createRequests(1);
    accepted(request(cira));
    accepted(request(ana));
    enrol(dora);
    enrol(beto, ana, cira);
    expect(listStates(office, editionId)).toEqual([
      [dora, 'enrolled', null],
      [cira, 'waiting', 1],
      [ana, 'waiting', 2],
      [beto, 'waiting', 3],
    ]);
  });

  test('of someone who is in the edition or asked already changes nothing; who left asks anew', () => {
    const { editionId, ana, beto, cira, request, enrol, ...office } = createRequests(5);
    enrol(ana, cira);
    accepted(request(beto));
    accepted(
      withdrawEnrolment(office.writer, { enrolmentId: idOf(office, editionId, cira), reason: 'Viaje' }),
    );
    const { requested, alreadyEnrolled } = accepted(request(ana, beto, cira));
    expect(requested).toEqual([idOf(office, editionId, cira)]);
    expect(alreadyEnrolled).toEqual([ana, beto]);
  });

  test('is refused for an edition that takes nobody, and for people who are not there', () => {
    const { editionId, ana, request, writer } = createRequests(5);
    expect(request(ana, 'x'.repeat(22) as PersonId)).toEqual(refuse('NOT_FOUND'));
    accepted(moveEdition(writer, { editionId, to: 'cancelled' }));
    expect(request(ana)).toEqual(refuse('EDITION_CLOSED'));
  });

  test('is left alone by an import, which could not take it back', () => {
    const { editionId, ana, request, writer, db } = createRequests(5);
    accepted(request(ana));
    const summary = accepted(
      commitImport(writer, {
        fileName: 'lista.xlsx',
        sheetName: 'Hoja1',
        editionId,
        rowCount: 1,
        entries: [{ personId: ana }],
        role: 'registrar',
      }),
    );
    expect(summary.enrolled).toBe(0);
    expect(listEnrolments(db, editionId)[0]?.status).toBe('requested');
  });
});

describe('declining', () => {
  test('records the reason and can be taken back to the place among the requests that was theirs', () => {
    const { editionId, ana, beto, request, writer, ...office } = createRequests(5);
    accepted(request(ana));
    const id = idOf({ ...office, writer }, editionId, ana);
    accepted(declineRequests(writer, { enrolmentIds: [id], reason: 'Vive en otro municipio' }));
    expect(listEnrolments(office.db, editionId)[0]).toMatchObject({
      status: 'declined',
      withdrawnReason: 'Vive en otro municipio',
    });
    accepted(request(beto));
    accepted(readmitEnrolment(writer, { enrolmentId: id }));
    expect(listStates({ ...office, writer }, editionId).map(([personId]) => personId)).toEqual([ana, beto]);
  });

  test('leaves those alone who are no requests, and frees nothing', () => {
    const { editionId, ana, enrol, writer, db } = createRequests(1);
    const { enrolled } = enrol(ana);
    expect(declineRequests(writer, { enrolmentIds: enrolled, reason: 'No' })).toEqual({ declined: [] });
    expect(listEnrolments(db, editionId)[0]?.status).toBe('enrolled');
  });

  test('is no withdrawal: whoever was declined has no result', () => {
    const { editionId, ana, beto, request, enrol, writer, ...office } = createRequests(5);
    createTestSessions(writer, editionId, ['2026-03-02']);
    accepted(request(ana));
    enrol(beto);
    const id = idOf({ ...office, writer }, editionId, ana);
    accepted(declineRequests(writer, { enrolmentIds: [id], reason: 'No vino' }));
    closeTestEdition(writer, editionId);
    const kinds = accepted(listResults(office.db, { editionId })).map(({ personId, result }) => [
      personId,
      result.kind,
    ]);
    expect(kinds).toEqual([[beto, 'failed']]);
  });
});

test('a registrar takes the acceptance of requests back: they are requests again, as they came', () => {
  const { editionId, ana, beto, request, enrol, writer, user, ...office } = createRequests(1);
  accepted(request(beto, ana));
  const before = listEnrolments(office.db, editionId);
  enrol(ana, beto);
  const undoer = { user: { ...user, role: 'registrar' as const }, ownEditions: null };
  accepted(undoAction(writer, undoer, getCurrentAction(office.db)));
  expect(listEnrolments(office.db, editionId)).toEqual(before);
});
