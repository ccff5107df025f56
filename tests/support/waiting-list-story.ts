import fc from 'fast-check';
import { expect } from 'vitest';
import { updateEdition } from '../../db/editions.ts';
import {
  type EnrolmentOrder,
  enrolPeople,
  readmitEnrolment,
  removeEnrolment,
  withdrawEnrolment,
} from '../../db/enrolling.ts';
import { listEnrolments } from '../../db/enrolments.ts';
import { declineRequests, requestEnrolment } from '../../db/requests.ts';
import { transferEnrolments } from '../../db/transfer.ts';
import type { Edition } from '../../domain/edition.ts';
import { type Enrolment, type EnrolmentStatus, hasLeft, holdsSeat } from '../../domain/enrolment.ts';
import type { EditionId, EnrolmentId, PersonId } from '../../domain/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { accepted, createTestCrowd, createTestEdition, draftEdition } from './edition.ts';
import { createTestOffice, type TestOffice } from './office.ts';
import {
  lineOf,
  type ModelEdition,
  modelDecline,
  modelEnrol,
  modelReadmit,
  modelRemove,
  modelRequest,
  modelResize,
  modelTransfer,
  modelWithdraw,
} from './waiting-list-model.ts';

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

type Step =
  | { kind: 'request' | 'enrol' | 'except'; people: number[] }
  | { kind: 'withdraw' | 'decline' | 'readmit' | 'remove'; place: number }
  | { kind: 'transfer'; seated: number; waiting: number[] }
  | { kind: 'resize'; capacity: number }
  | { kind: 'setClock'; milliseconds: number };

/** What happens to one of two editions. */
export type Event = Step & { at: number };

const crowd = 12;
const people = fc.uniqueArray(fc.nat(crowd - 1), { minLength: 1, maxLength: 6 });
const ofPeople = (kind: 'request' | 'enrol' | 'except') => fc.record({ kind: fc.constant(kind), people });
const ofPlace = (kind: 'withdraw' | 'decline' | 'readmit' | 'remove') =>
  fc.record({ kind: fc.constant(kind), place: fc.nat(20) });

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: ofPeople('request') },
  { weight: 4, arbitrary: ofPeople('enrol') },
  { weight: 1, arbitrary: ofPeople('except') },
  { weight: 3, arbitrary: ofPlace('withdraw') },
  { weight: 2, arbitrary: ofPlace('decline') },
  { weight: 2, arbitrary: ofPlace('readmit') },
  { weight: 1, arbitrary: ofPlace('remove') },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('transfer'),
      seated: fc.nat(9),
      waiting: fc.uniqueArray(fc.nat(5), { maxLength: 3 }),
    }),
  },
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
export const events: fc.Arbitrary<Event> = fc
  .tuple(steps, fc.nat(1))
  .map(([step, at]) => Object.assign({}, step, { at }));

/** Two editions of an office and of the model, and the people by their number. */
export interface World {
  office: TestOffice;
  editions: readonly Edition[];
  model: readonly ModelEdition[];
  personIds: readonly PersonId[];
}

export function createWorld(): World {
  const office = createTestOffice();
  const first = createTestEdition(office.writer, { capacity: 3 });
  const second = createTestEdition(office.writer, {
    courseId: first.courseId,
    code: 'PAN-2026-02',
    capacity: 2,
  });
  return {
    office,
    editions: [first, second],
    model: [
      { capacity: 3, slips: [] },
      { capacity: 2, slips: [] },
    ],
    personIds: createTestCrowd(office.writer, crowd),
  };
}

/** Does it to the office and to the model; answers whom it was about (they may change their place, nobody else), and whether it was refused. */
export function apply(world: World, event: Event): { named: EnrolmentId[]; isRefused: boolean } {
  const { office, editions, model, personIds } = world;
  const { writer } = office;
  const [edition, slips] = [editions[event.at], model[event.at]];
  if (edition === undefined || slips === undefined) throw new Error('there are two editions');
  const list = listEnrolments(office.db, edition.id);
  const numberOf = ({ personId }: Enrolment) => personIds.indexOf(personId);
  const done = (named: EnrolmentId[], isRefused = false) => ({ named, isRefused });
  switch (event.kind) {
    case 'request': {
      const ids = event.people.flatMap((index) => personIds[index] ?? []);
      modelRequest(slips, event.people);
      return done(accepted(requestEnrolment(writer, { editionId: edition.id, personIds: ids })).requested);
    }
    case 'enrol':
    case 'except': {
      const ids = event.people.flatMap((index) => personIds[index] ?? []);
      const exceptionReason = event.kind === 'except' ? 'Pedido' : null;
      modelEnrol(slips, event.people, exceptionReason !== null);
      const order = orderFor(edition.id, { personIds: ids, exceptionReason, role: 'coordinator' });
      const { enrolled, waiting } = accepted(enrolPeople(writer, order));
      return done([...enrolled, ...waiting]);
    }
    case 'transfer': {
      // Among several with a seat none came first: one of them at most, and any of the waiting list.
      const seated = list.filter(({ status }) => holdsSeat(status));
      const queue = list.filter(({ status }) => status === 'waiting');
      const going = [seated[event.seated], ...event.waiting.map((place) => queue[place])].filter(
        (one) => one !== undefined,
      );
      if (going.length === 0) return done([]);
      const isMoved = modelTransfer(model, event.at, going.map(numberOf));
      const target = editions[1 - event.at]?.id ?? edition.id;
      const order = { enrolmentIds: going.map(({ id }) => id), editionId: target };
      const outcome = transferEnrolments(writer, order);
      expect(isRefusal(outcome)).toBe(!isMoved);
      if (isRefusal(outcome)) return done([], true);
      return done([...order.enrolmentIds, ...outcome.enrolled, ...outcome.waiting]);
    }
    case 'resize': {
      const { id, code, courseId } = edition;
      modelResize(slips, event.capacity);
      const draft = draftEdition(courseId, { code, capacity: event.capacity });
      accepted(updateEdition(writer, { editionId: id, draft }));
      return done([]);
    }
    case 'setClock':
      office.passTime(event.milliseconds);
      return done([]);
    default: {
      const enrolment = findNamed(list, event);
      if (enrolment === null) return done([]);
      const { id: enrolmentId } = enrolment;
      const order = { enrolmentId, enrolmentIds: [enrolmentId], reason: 'Viaje' };
      const step = {
        withdraw: [withdrawEnrolment, modelWithdraw],
        decline: [declineRequests, modelDecline],
        readmit: [readmitEnrolment, modelReadmit],
        remove: [removeEnrolment, modelRemove],
      } as const;
      const [change, inModel] = step[event.kind];
      inModel(slips, numberOf(enrolment));
      accepted(change(writer, order));
      return done([enrolmentId]);
    }
  }
}

/** Whom a step is about: of those whom it is made for if there are any, else of all. */
export function findNamed(
  list: readonly Enrolment[],
  { kind, place }: Extract<Step, { place: number }>,
): Enrolment | null {
  const isFor = (status: EnrolmentStatus) =>
    kind === 'decline' ? status === 'requested' : kind === 'readmit' ? hasLeft(status) : true;
  const meant = list.filter(({ status }) => isFor(status));
  const among = meant.length > 0 ? meant : list;
  return among[place % Math.max(1, among.length)] ?? null;
}

/** An edition as the database and as the model tell it, to be compared. */
export function tell({ office, editions, personIds }: World, at: number) {
  const edition = editions[at];
  const list = edition === undefined ? [] : listEnrolments(office.db, edition.id);
  const codes = editions.map(({ code }) => code);
  const line = (status: 'waiting' | 'requested') =>
    list.filter((one) => one.status === status).map(({ personId }) => personIds.indexOf(personId));
  const slips = list.map(({ personId, status, exceptionReason, transferredFrom }) => ({
    person: personIds.indexOf(personId),
    status,
    hasWord: exceptionReason !== null,
    from: transferredFrom === null ? null : codes.indexOf(transferredFrom.editionCode),
  }));
  return { waiting: line('waiting'), requested: line('requested'), slips: slips.toSorted(byPerson) };
}

export function tellModel({ model }: World, at: number) {
  const edition = model[at];
  if (edition === undefined) throw new Error('there are two editions');
  const slips = edition.slips
    .map(({ person, status, hasWord, from }) => ({ person, status, hasWord, from }))
    .toSorted(byPerson);
  return { waiting: lineOf(edition, 'waiting'), requested: lineOf(edition, 'requested'), slips };
}

const byPerson = (a: { person: number }, b: { person: number }) => a.person - b.person;
