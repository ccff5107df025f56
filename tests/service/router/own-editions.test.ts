import { createProcedureClient, createRouterClient, ORPCError } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calendarDateSchema } from '../../../domain/calendar-date.ts';
import { listInnerSchemas, listNameableParts } from '../../../domain/contract/edition-parts.ts';
import type { EditionDraft } from '../../../domain/edition.ts';
import type { ObservationId, PersonId, UserId } from '../../../domain/ids.ts';
import type { User } from '../../../domain/user.ts';
import { listRegister } from '../../../db/certificates.ts';
import { closeEdition } from '../../../db/edition-steps.ts';
import { getEdition, updateEdition } from '../../../db/editions.ts';
import { listAssessments } from '../../../db/grades.ts';
import { addObservation } from '../../../db/observations.ts';
import { areOwn, listEditionIdsOf } from '../../../db/own-editions.ts';
import { createUser, updateUser } from '../../../db/users.ts';
import type { Writer } from '../../../db/database.ts';
import { issueCertificates } from '../../../service/certificates/issue.ts';
import { planCalendar } from '../../../service/documents/plan-calendar.ts';
import { router } from '../../../service/router/router.ts';
import type { Service } from '../../../service/service.ts';
import { startOffice } from '../../../service/setup.ts';
import {
  accepted,
  createTestEdition,
  createTestPeople,
  createTestSessions,
  draftEdition,
  enrolAll,
  runEdition,
} from '../../support/edition.ts';
import { testOfficeSetup } from '../../support/office.ts';
import { gradeEveryone, markRow } from '../../support/records.ts';
import { day } from '../documents/requests.ts';
import { createTemporaryService } from '../hosts/transports.ts';
import { type EditionIds, inputsNamingEditions, withoutEdition } from './own-editions.ts';
import { listProcedures, type NamedProcedure } from './procedures.ts';
import { allowedCallers } from './roles.ts';

const marchSecond = calendarDateSchema.parse('2026-03-02');

let service: Service;
let remove: () => void;
let writer: Writer;
let trainer: User;
let own: EditionIds;
let foreign: EditionIds;
/** Running editions, which take marks and grades: what is closed refuses them before it is known whose it is. */
let ownRunning: EditionIds;
let foreignRunning: EditionIds;

beforeAll(async () => {
  ({ service, remove } = createTemporaryService());
  const coordinator = accepted(await startOffice(service, { userId: null }, testOfficeSetup));
  writer = service.createWriter(coordinator.id);
  const [teacher] = createTestPeople(writer, ['Rojas, Ana']);
  if (teacher === undefined) throw new Error('one person was made');
  trainer = accepted(
    createUser(writer, { name: 'Ana', role: 'trainer', passwordHash: null, personId: teacher }),
  );
  own = createWholeEdition('OWN', teacher);
  foreign = createWholeEdition('FOR', null);
  ownRunning = createWholeEdition('OWR', teacher, false);
  foreignRunning = createWholeEdition('FOW', null, false);
});

afterAll(() => remove());

/** An edition with a session, a graded enrolment and, once it is closed, a certificate. */
function createWholeEdition(code: string, teacher: PersonId | null, closes = true): EditionIds {
  const trainers = teacher === null ? [] : [{ personId: teacher, role: 'lead' as const }];
  const { id: editionId, courseId } = createTestEdition(
    writer,
    { code, trainers },
    { code, minimumAttendance: 0 },
  );
  const [session] = createTestSessions(writer, editionId, [marchSecond]);
  const [personId, other] = createTestPeople(writer, [`${code}, Zoe`, `${code}, Otra`]);
  const [enrolmentId] = enrolAll(writer, editionId, personId === undefined ? [] : [personId]);
  const [assessment] = listAssessments(service.db, editionId);
  runEdition(writer, editionId);
  if (!session || !enrolmentId || !assessment || !other) throw new Error('one of each was made');
  markRow(writer, enrolmentId, 'P');
  const ids = {
    courseId,
    editionId,
    sessionId: session.id,
    enrolmentId,
    assessmentId: assessment.id,
    personId: other,
  };
  if (!closes) return { ...ids, certificateId: own.certificateId };
  gradeEveryone(writer, [[enrolmentId, 90]]);
  accepted(closeEdition(writer, { editionId, acceptsUnrecorded: true }));
  const [certificate] = accepted(issueCertificates(writer, { editionId, enrolmentIds: null })).issued;
  if (certificate === undefined) throw new Error('a certificate was issued');
  return { ...ids, certificateId: certificate.id };
}

/** The tag of the error that a trainer's call ends with, or null. */
async function call({ name, procedure }: NamedProcedure, userId: UserId, input: unknown) {
  const context = { service, connection: { userId } };
  try {
    const output = await createProcedureClient(procedure, { context, path: name.split('.') })(input);
    if (typeof output === 'object' && output !== null && Symbol.asyncIterator in output) await drain(output);
    return null;
  } catch (error) {
    if (error instanceof ORPCError && error.code !== 'FAULT') return error.code;
    throw error;
  }
}

async function drain(stream: object): Promise<void> {
  const next: unknown = Reflect.get(stream, 'next');
  if (typeof next !== 'function') throw new Error('not a stream');
  for (let step = await next.call(stream); step.done !== true;) step = await next.call(stream);
}

const forTrainers = listProcedures().filter(({ name }) => allowedCallers[name]?.includes('trainer'));
const partsOf = ({ procedure }: NamedProcedure) => listNameableParts(procedure['~orpc'].inputSchema);
const naming = forTrainers.filter((named) => partsOf(named).length > 0);
const trainerClient = () =>
  createRouterClient(router, { context: { service, connection: { userId: trainer.id } } });

describe('a trainer’s own editions', () => {
  test('are known to every procedure: its input names one, or the table says why it need not', () => {
    expect(Object.keys(inputsNamingEditions).toSorted()).toEqual(naming.map(({ name }) => name).toSorted());
    const others = forTrainers.filter(({ name }) => !(name in inputsNamingEditions)).map(({ name }) => name);
    const unnamed = Object.keys(withoutEdition).filter((name) => !(name in inputsNamingEditions));
    expect(unnamed.toSorted()).toEqual(others.toSorted());
  });

  // Every document is made, twice: on a busy machine that takes its time.
  test.each(naming)(
    '$name answers of an own edition, and of another one NOT_FOUND',
    async (named) => {
      const inputsOf = inputsNamingEditions[named.name] ?? (() => []);
      const writes = allowedCallers[named.name]?.includes('reader') === false;
      const [mine, theirs] = writes ? [ownRunning, foreignRunning] : [own, foreign];
      for (const input of inputsOf(mine)) expect(await call(named, trainer.id, input)).toBeNull();
      for (const input of inputsOf(theirs)) {
        expect(await call(named, trainer.id, input)).toBe('NOT_FOUND');
        expect(await call(named, writer.userId, input)).toBeNull();
      }
    },
    300_000,
  );

  test('something foreign among what is theirs refuses the whole', async () => {
    const mark = ({ sessionId, enrolmentId }: EditionIds) => ({ sessionId, enrolmentId, mark: 'P' as const });
    const changes = [mark(ownRunning), mark(foreignRunning)];
    await expect(trainerClient().attendance.mark({ changes })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('are all that lists show', async () => {
    const client = trainerClient();
    const mine: string[] = [own.editionId, ownRunning.editionId].toSorted();
    const editionIds = (rows: readonly { editionId: string | null }[]) => rows.map((row) => row.editionId);
    expect((await client.editions.list({ courseId: null })).map(({ id }) => id).toSorted()).toEqual(mine);
    const register = await client.certificates.register({ text: '', editionId: null, offset: 0, limit: 10 });
    expect(register.total).toBe(1);
    expect(editionIds(register.rows)).toEqual([own.editionId]);
    const calendar = await client.calendar.list({ from: marchSecond, to: marchSecond });
    expect(calendar.sessions.length).toBeGreaterThan(0);
    expect(editionIds(calendar.sessions).filter((id) => id === null || !mine.includes(id))).toEqual([]);
    const today = await client.today.get();
    const tasks = today.tasks.filter((task) => 'editionId' in task);
    const shown = [...editionIds(tasks), ...editionIds(today.week)];
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter((id) => id === null || !mine.includes(id))).toEqual([]);
    expect(await client.imports.list()).toEqual([]);
    const enrolled = listRegister(service.db, { text: '', editionId: null, offset: 0, limit: 10 }).rows;
    const learner = enrolled.find(({ editionId }) => editionId === foreign.editionId);
    if (learner === undefined) throw new Error('someone holds a certificate of the other edition');
    expect(await client.people.editions({ id: learner.personId })).toEqual([]);
  });

  test('are all that an observation tells of', async () => {
    const { courseId, personId } = foreign;
    const seen = { courseId, personId, observedOn: day('2026-03-02'), observer: 'Rosa', remarks: null };
    const scored = { ...seen, marks: [], score: 80 };
    const ofForeign = accepted(addObservation(writer, { ...scored, editionId: foreign.editionId }));
    const ofOwn = accepted(
      addObservation(writer, { ...scored, courseId: own.courseId, editionId: own.editionId }),
    );
    const told = await trainerClient().observations.list({ personId });
    expect(told.map(({ id, editionId, editionCode }) => [id, editionId, editionCode])).toEqual([
      [ofOwn.id, own.editionId, 'OWN'],
      [ofForeign.id, null, null],
    ]);
    const print = async (observationId: ObservationId) =>
      drain(await trainerClient().documents.create({ kind: 'observation', observationId, paper: 'letter' }));
    await print(ofOwn.id);
    await expect(print(ofForeign.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('are all that a printed calendar has', () => {
    const order = {
      kind: 'calendar',
      span: 'month',
      date: marchSecond,
      filter: {},
      paper: 'letter',
    } as const;
    const ownEditions = listEditionIdsOf(service.db, trainer);
    const plan = planCalendar(service.db, order, {
      today: marchSecond,
      own: ownEditions,
      words: (key) => key,
    });
    if ('refused' in plan || plan.request.kind !== 'calendar') throw new Error('a calendar was planned');
    const printed = plan.request.weeks.flat().flatMap(({ sessions }) => sessions);
    expect(new Set(printed.map(({ editionId }) => editionId))).toEqual(ownEditions);
  });

  test('are all that a printed register has', async () => {
    const order = { kind: 'register', editionId: null, year: null, paper: 'letter' } as const;
    const pagesOf = async (userId: UserId) => {
      const client = createRouterClient(router, { context: { service, connection: { userId } } });
      const steps = await client.documents.create(order);
      let step = await steps.next();
      while (step.done !== true) step = await steps.next();
      return step.value.pages;
    };
    expect(await pagesOf(trainer.id)).toBe(1);
    const nobody = accepted(
      createUser(writer, { name: 'Tito', role: 'trainer', passwordHash: null, personId: null }),
    );
    await expect(pagesOf(nobody.id)).rejects.toMatchObject({ code: 'NOTHING_TO_PRINT' });
  });

  test('are not what the cascades of others tell of, on screen and on paper; their own they see', async () => {
    const client = trainerClient();
    const print = async (personId: PersonId | null) =>
      drain(await client.documents.create({ kind: 'cascade', personId, withNames: true, paper: 'letter' }));
    for (const personId of [foreign.personId, null]) {
      await expect(client.trainers.cascade({ personId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(print(personId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    const { people } = await client.trainers.cascade({ personId: trainer.personId });
    expect(people.map(({ name }) => name)).toContain('OWN, Zoe');
    await expect(print(trainer.personId)).resolves.toBeUndefined();
  });

  test('follow who teaches: an edition is theirs from the assignment until it is taken away', () => {
    const { editionId } = foreignRunning;
    const { personId } = trainer;
    if (personId === null) throw new Error('the trainer is a person');
    const { courseId } = accepted(getEdition(service.db, { editionId }));
    const isOwn = () => listEditionIdsOf(service.db, trainer)?.has(editionId);
    const setTrainers = (trainers: EditionDraft['trainers']) =>
      accepted(
        updateEdition(writer, { editionId, draft: draftEdition(courseId, { code: 'FOW', trainers }) }),
      );
    expect(isOwn()).toBe(false);
    setTrainers([{ personId, role: 'assistant' }]);
    expect(isOwn()).toBe(true);
    setTrainers([]);
    expect(isOwn()).toBe(false);
  });

  test('are none without a linked person, and all for every other role', () => {
    const unlinked = { role: 'trainer', personId: null } as const;
    expect(listEditionIdsOf(service.db, unlinked)).toEqual(new Set());
    expect(areOwn(service.db, new Set(), [{ part: 'edition', id: own.editionId }])).toBe(false);
    for (const role of ['reader', 'registrar', 'coordinator'] as const) {
      expect(listEditionIdsOf(service.db, { role, personId: trainer.personId })).toBeNull();
    }
  });

  test('a trainer who becomes a reader sees all, as readers do', async () => {
    const change = { id: trainer.id, name: 'Ana', isActive: true, personId: trainer.personId };
    accepted(updateUser(writer, { ...change, role: 'reader' }));
    expect((await trainerClient().editions.list({ courseId: null })).length).toBe(4);
    accepted(updateUser(writer, { ...change, role: 'trainer' }));
    expect((await trainerClient().editions.list({ courseId: null })).length).toBe(2);
  });
});

describe('the ids in an input', () => {
  test('are found in every kind of schema that the contract uses', () => {
    const leaves = new Set<string>();
    const gather = (schema: unknown): void => {
      const inner = listInnerSchemas(schema);
      inner.forEach((one) => gather(one.schema));
      if (inner.length === 0)
        leaves.add(String(Reflect.get(Object(Reflect.get(Object(schema), 'def')), 'type')));
    };
    listProcedures().forEach(({ procedure }) => gather(procedure['~orpc'].inputSchema));
    const plain = new Set([
      'boolean',
      'enum',
      'file',
      'literal',
      'null',
      'number',
      'string',
      'transform',
      'undefined',
    ]);
    expect([...leaves].filter((type) => !plain.has(type))).toEqual([]);
  });
});
