import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { safe } from '@orpc/client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { calendarDateSchema } from '../../../domain/calendar-date.ts';
import { newCourse } from '../../../domain/course.ts';
import { emptyEnterprise } from '../../../domain/enterprise.ts';
import type { PersonDraft } from '../../../domain/person.ts';
import { type Client, type Connected, transports } from './transports.ts';

const listFile = resolve(import.meta.dirname, '../../fixtures/lists/lista-tejidos.csv');
const day = (text: string) => calendarDateSchema.parse(text);

const julia: PersonDraft = {
  givenNames: 'Julia',
  paternalSurname: 'Céspedes',
  maternalSurname: 'López',
  marriedSurname: null,
  idNumber: '12336143',
  idComplement: null,
  idIssuedIn: 'CB',
  sex: 'F',
  birthDate: day('1990-02-03'),
  phone: '70366443',
  email: null,
  municipalityCode: '030904',
  community: 'Pairumani',
  organisationName: 'Centro de Madres 27 de Mayo',
  languages: [],
  notes: null,
  hasConsented: true,
  consentedOn: null,
  consentMeans: null,
  otherEnterprises: [],
  enterprise: { ...emptyEnterprise, trade: 'Horticultura' },
};

async function setUp(client: Client) {
  return client.setup.start({
    office: {
      name: 'Gobierno Autónomo Municipal de Vinto',
      municipalityCode: '030904',
      address: null,
      phone: null,
      paper: 'letter',
      attendancePolicy: { latesPerAbsence: null, leave: 'neutral' },
      signatories: [{ name: 'Ana Rojas', position: 'Directora' }],
    },
    logo: null,
    user: { name: 'Rosa Quispe', password: null },
  });
}

async function createEdition(client: Client) {
  const course = await client.courses.create({
    ...newCourse,
    modules: [],
    code: 'PAN',
    title: 'Panadería',
    passMark: null,
  });
  const edition = await client.editions.create({
    courseId: course.id,
    code: 'PAN-2026-01',
    place: 'Casa Comunal',
    room: null,
    startsOn: day('2026-11-02'),
    endsOn: day('2026-11-06'),
    capacity: 40,
    attendancePolicy: { latesPerAbsence: null, leave: 'neutral' },
    notes: null,
    trainers: [],
  });
  const hours = { startsAt: '18:30', minutes: 120, topic: null, moduleId: null, room: null };
  const planned = await client.sessions.plan({
    editionId: edition.id,
    drafts: ['2026-11-02', '2026-11-04'].map((date) => ({ ...hours, date: day(date) })),
  });
  const [session] = planned.sessions;
  if (session === undefined) throw new Error('no session was planned');
  return { course, edition, session };
}

describe.each(transports)('the contract $name', ({ connect }) => {
  let connected: Connected;
  let client: Client;
  beforeEach(async () => {
    connected = await connect();
    client = connected.client;
  });
  afterEach(() => connected.close());

  test('lets nobody in before the office is set up, and says so', async () => {
    expect(await client.setup.state()).toEqual({ state: 'needsSetup' });
    const { error } = await safe(client.people.search({ text: 'a', limit: 5 }));
    expect(error).toMatchObject({ defined: true, code: 'SIGNED_OUT' });
  });

  test('signs the first coordinator in and knows them again', async () => {
    const user = await setUp(client);
    expect(user).toMatchObject({ name: 'Rosa Quispe', role: 'coordinator', hasPassword: false });
    expect(await client.setup.state()).toMatchObject({ state: 'ready', user: { name: 'Rosa Quispe' } });
    const { error } = await safe(setUp(client));
    expect(error).toMatchObject({ defined: true, code: 'ALREADY_SET_UP' });
  });

  test('takes a person, an edition and a mark, and answers the percentage', async () => {
    await setUp(client);
    const { edition, session } = await createEdition(client);
    const person = await client.people.create(julia);
    expect(person).toMatchObject({ givenNames: 'Julia', organisationName: 'Centro de Madres 27 de Mayo' });
    const found = await client.people.search({ text: 'cespedes jul', limit: 5 });
    expect(found.map(({ id }) => id)).toEqual([person.id]);
    const enrolment = await client.enrolments.enrol({
      editionId: edition.id,
      personIds: [person.id],
      exceptionReason: null,
      prerequisiteReason: null,
    });
    const [enrolmentId] = enrolment.enrolled;
    if (enrolmentId === undefined) throw new Error('not enrolled');
    await client.attendance.mark({ changes: [{ sessionId: session.id, enrolmentId, mark: 'P' }] });
    const grid = await client.attendance.grid({ editionId: edition.id });
    expect(grid.marks).toMatchObject([
      { sessionId: session.id, enrolmentId, mark: 'P', changedBy: 'Rosa Quispe' },
    ]);
    expect(grid.enrolments[0]?.share).toEqual({ attendedMinutes: 120, openMinutes: 120, totalMinutes: 240 });
    expect(grid.sessions.map(({ state }) => state)).toEqual(['held', 'planned']);
  });

  test('answers wrong input with where it is wrong', async () => {
    await setUp(client);
    const { error } = await safe(client.people.create({ ...julia, givenNames: '' }));
    expect(error).toMatchObject({
      code: 'BAD_REQUEST',
      data: { issues: [{ path: ['givenNames'], message: 'required' }] },
    });
  });

  test('answers expected errors as typed data', async () => {
    await setUp(client);
    const { course } = await createEdition(client);
    const { error } = await safe(client.courses.remove({ id: course.id }));
    expect(error).toMatchObject({ defined: true, code: 'COURSE_IN_USE', data: { editions: 1 } });
  });

  test('reads an uploaded list', async () => {
    await setUp(client);
    const file = new File([new Uint8Array(readFileSync(listFile))], 'lista-tejidos.csv');
    const upload = await client.imports.read({ file });
    expect(upload).toMatchObject({ fileName: 'lista-tejidos.csv', rowCount: 25, headerRow: 1 });
    const bad = await safe(client.imports.read({ file: new File(['PK no workbook'], 'lista.xlsx') }));
    expect(bad.error).toMatchObject({ code: 'UNREADABLE', data: { reason: 'notAWorkbook' } });
  });

  test('tells watchers which tables changed', async () => {
    await setUp(client);
    const changes = await client.changes.watch();
    const first = changes.next();
    await client.people.create(julia);
    const { value } = await first;
    expect(value).toEqual({ tables: expect.arrayContaining(['enterprise', 'organisation', 'person']) });
    await changes.return?.();
  });

  test('makes a document, telling how far it is, and ends with its file', async () => {
    await setUp(client);
    const { edition, session } = await createEdition(client);
    const steps = await client.documents.create({
      kind: 'signatureSheet',
      editionId: edition.id,
      sessionId: session.id,
      paper: 'letter',
      columns: ['identityCard'],
      blankRows: 12,
    });
    let step = await steps.next();
    while (step.done !== true) {
      expect(step.value.done).toBeLessThanOrEqual(step.value.total);
      step = await steps.next();
    }
    expect(step.value).toMatchObject({ fileName: 'planilla PAN-2026-01 2026-11-02.pdf', pages: 1 });
  });

  test('refuses a document of nothing in words the screen knows', async () => {
    await setUp(client);
    const { edition } = await createEdition(client);
    const order = {
      kind: 'certificates',
      editionId: edition.id,
      certificateIds: null,
      paper: 'letter',
      background: true,
    } as const;
    const { error } = await safe(
      (async () => {
        for await (const _ of await client.documents.create(order));
      })(),
    );
    expect(error).toMatchObject({ code: 'NOTHING_TO_PRINT' });
  });
});
