import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findEdition, updateEdition } from '../../db/editions.ts';
import {
  type EnrolmentOrder,
  enrolPeople,
  readmitEnrolment,
  removeEnrolment,
  withdrawEnrolment,
} from '../../db/enrolling.ts';
import { listEnrolments } from '../../db/enrolments.ts';
import type { CourseId, EditionId, EnrolmentId, PersonId } from '../../domain/ids.ts';
import { accepted, createTestCrowd, createTestEdition, draftEdition, enrolAll } from '../support/edition.ts';
import { createTestOffice, type TestOffice } from '../support/office.ts';

function orderFor(editionId: EditionId, given: Partial<EnrolmentOrder>): EnrolmentOrder {
  return { editionId, personIds: [], exceptionReason: null, role: 'registrar', importId: null, ...given };
}

describe('whatever happens to an edition', () => {
  type Event =
    | { kind: 'enrol' | 'except'; people: number[] }
    | { kind: 'withdraw' | 'readmit' | 'remove'; place: number }
    | { kind: 'resize'; capacity: number }
    | { kind: 'setClock'; milliseconds: number };

  const events: fc.Arbitrary<Event> = fc.oneof(
    { weight: 4, arbitrary: peopleEvent('enrol') },
    { weight: 1, arbitrary: peopleEvent('except') },
    { weight: 3, arbitrary: placeEvent('withdraw') },
    { weight: 2, arbitrary: placeEvent('readmit') },
    { weight: 1, arbitrary: placeEvent('remove') },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('resize'), capacity: fc.integer({ min: 1, max: 6 }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('setClock'),
        milliseconds: fc.integer({ min: -100_000, max: 100_000 }),
      }),
    },
  );

  function peopleEvent(kind: 'enrol' | 'except') {
    const people = fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { minLength: 1, maxLength: 4 });
    return fc.record({ kind: fc.constant(kind), people });
  }

  function placeEvent(kind: 'withdraw' | 'readmit' | 'remove') {
    return fc.record({ kind: fc.constant(kind), place: fc.nat(20) });
  }

  /** Applies an event and answers whom it was about: they may change their place, nobody else. */
  function apply(
    office: TestOffice,
    edition: { id: EditionId; courseId: CourseId },
    people: readonly PersonId[],
    event: Event,
  ): EnrolmentId[] {
    const { writer } = office;
    const enrolments = listEnrolments(office.db, edition.id);
    switch (event.kind) {
      case 'enrol':
      case 'except': {
        const personIds = event.people.flatMap((index) => people[index] ?? []);
        const exceptionReason = event.kind === 'except' ? 'Pedido' : null;
        const order = orderFor(edition.id, { personIds, exceptionReason, role: 'coordinator' });
        const { enrolled, waiting } = accepted(enrolPeople(writer, order));
        return [...enrolled, ...waiting];
      }
      case 'resize':
        accepted(
          updateEdition(writer, {
            editionId: edition.id,
            draft: draftEdition(edition.courseId, { capacity: event.capacity }),
          }),
        );
        return [];
      case 'setClock':
        office.passTime(event.milliseconds);
        return [];
      default: {
        const enrolment = enrolments[event.place % Math.max(1, enrolments.length)];
        if (enrolment === undefined) return [];
        const { id: enrolmentId } = enrolment;
        if (event.kind === 'withdraw') accepted(withdrawEnrolment(writer, { enrolmentId, reason: 'Viaje' }));
        if (event.kind === 'readmit') accepted(readmitEnrolment(writer, { enrolmentId }));
        if (event.kind === 'remove') accepted(removeEnrolment(writer, { enrolmentId }));
        return [enrolmentId];
      }
    }
  }

  test('nobody waits beside a free seat, nobody is enrolled twice, and the queue keeps its order', () => {
    const seen = { waiting: 0, movedUp: 0, over: 0, readmitted: 0, clockBack: 0 };
    fc.assert(
      fc.property(fc.array(events, { minLength: 10, maxLength: 30 }), (story) => {
        const office = createTestOffice();
        const edition = createTestEdition(office.writer, { capacity: 3 });
        const people = createTestCrowd(office.writer, 12);
        let queue: EnrolmentId[] = [];
        for (const event of story) {
          const named = new Set(apply(office, edition, people, event));
          const list = listEnrolments(office.db, edition.id);
          const waiting = list.filter(({ status }) => status === 'waiting').map(({ id }) => id);
          const seats = findEdition(office.db, edition.id)?.seats;
          expect(Math.min(waiting.length, seats?.free ?? 0)).toBe(0);
          expect(new Set(list.map(({ personId }) => personId)).size).toBe(list.length);
          const stillWaiting = queue.filter((id) => waiting.includes(id));
          expect(waiting.slice(0, stillWaiting.length)).toEqual(stillWaiting);
          const old = queue.filter((id) => !named.has(id));
          const stayed = old.filter((id) => waiting.includes(id));
          expect(old.slice(old.length - stayed.length)).toEqual(stayed);
          if (waiting.length > 0) seen.waiting += 1;
          if (stayed.length < old.length) seen.movedUp += 1;
          if ((seats?.enrolled ?? 0) > (seats?.capacity ?? 0)) seen.over += 1;
          if (event.kind === 'readmit') seen.readmitted += 1;
          if (event.kind === 'setClock' && event.milliseconds < 0 && waiting.length > 0) seen.clockBack += 1;
          queue = waiting;
        }
        office.db.handle.close();
      }),
      { seed: 20_260_311, numRuns: 60 },
    );
    for (const times of Object.values(seen)) expect(times).toBeGreaterThan(10);
  });
});

test('six hundred people at once find their seats and their places in the queue', () => {
  const { db, writer } = createTestOffice();
  const edition = createTestEdition(writer, { capacity: 200 });
  const people = createTestCrowd(writer, 600);
  expect(enrolAll(writer, edition.id, people)).toHaveLength(200);
  const waiting = listEnrolments(db, edition.id).filter(({ status }) => status === 'waiting');
  expect(waiting.map(({ personId }) => personId)).toEqual(people.slice(200));
});
