import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { calendarDateSchema } from '../../../domain/calendar-date.ts';
import { newCourse } from '../../../domain/course.ts';
import type { EditionId } from '../../../domain/ids.ts';
import { router } from '../../../service/router/router.ts';
import { testOfficeSetup } from '../../support/office.ts';
import { type Client, createTemporaryService } from '../hosts/transports.ts';

const lists = resolve(import.meta.dirname, '../../fixtures/lists');
const day = (text: string) => calendarDateSchema.parse(text);

let client: Client;
let close: () => void;

beforeEach(async () => {
  const { service, remove } = createTemporaryService();
  client = createRouterClient(router, { context: { service, connection: { userId: null } } });
  close = remove;
  await client.setup.start(testOfficeSetup);
});
afterEach(() => close());

async function upload(name: string) {
  const file = new File([new Uint8Array(readFileSync(resolve(lists, name)))], name);
  const read = await client.imports.read({ file });
  return {
    uploadId: read.uploadId,
    fields: read.columns.map(({ field }) => field),
    decisions: [],
    editionId: null,
  };
}

async function uploadText(text: string) {
  const read = await client.imports.read({ file: new File([text], 'lista.csv') });
  return {
    uploadId: read.uploadId,
    fields: read.columns.map(({ field }) => field),
    decisions: [],
    editionId: null,
  };
}

async function createEdition(capacity: number): Promise<EditionId> {
  const course = await client.courses.create({ ...newCourse, modules: [], code: 'PAN', title: 'Panadería' });
  const edition = await client.editions.create({
    courseId: course.id,
    code: 'PAN-01',
    place: 'Vinto',
    room: null,
    startsOn: day('2026-11-02'),
    endsOn: day('2026-11-06'),
    capacity,
    attendancePolicy: { latesPerAbsence: null, leave: 'neutral' },
    notes: null,
    trainers: [],
  });
  return edition.id;
}

const countPeople = async () =>
  (await client.people.list({ text: '', sort: 'surname', descending: false, offset: 0, limit: 1 })).total;

describe('importing a list', () => {
  test('reviews without storing anything', async () => {
    const order = await upload('inscritos-panaderia.xlsx');
    expect(await client.imports.review(order)).toMatchObject({
      rows: 37,
      toCreate: 36,
      toMatch: 1,
      skipped: 0,
    });
    expect(await countPeople()).toBe(0);
  });

  test('stores everyone with what the list says of them', async () => {
    const summary = await client.imports.commit(await upload('inscritos-panaderia.xlsx'));
    expect(summary).toMatchObject({ rows: 37, created: 36, matched: 1, enrolled: 0, undoneAt: null });
    const [julia] = await client.people.search({ text: 'cespedes lopez julia', limit: 5 });
    if (julia === undefined) throw new Error('Julia is not found');
    expect(await client.people.get({ id: julia.id })).toMatchObject({
      givenNames: 'Julia',
      paternalSurname: 'Céspedes',
      maternalSurname: 'López',
      idNumber: '12336143',
      idIssuedIn: 'CB',
      phone: '70366443',
      organisationName: 'Centro de Madres 27 de Mayo',
      hasConsented: false,
      consentedOn: null,
      consentMeans: null,
      otherEnterprises: [],
      enterprise: { trade: 'Horticultura' },
    });
  });

  test('fills the seats in the order of the list and lets the rest wait', async () => {
    const editionId = await createEdition(30);
    const order = { ...(await upload('inscritos-panaderia.xlsx')), editionId };
    expect(await client.imports.review(order)).toMatchObject({
      toEnrol: 30,
      toWait: 6,
      alreadyEnrolled: 0,
      lacking: 0,
    });
    expect(await client.imports.commit(order)).toMatchObject({ enrolled: 30, waiting: 6 });
    const enrolments = await client.enrolments.list({ editionId });
    expect(enrolments.filter(({ status }) => status === 'waiting')).toHaveLength(6);
    const again = { ...(await upload('inscritos-panaderia.xlsx')), editionId };
    expect(await client.imports.review(again)).toMatchObject({
      toCreate: 0,
      toMatch: 37,
      toEnrol: 0,
      toWait: 0,
      alreadyEnrolled: 36,
    });
  });

  test('does as decided: two people, one person, or left out', async () => {
    const first = await uploadText('Nombres;Apellidos;CI\nJuana;Pérez Mamani;4444444\n');
    await client.imports.commit(first);
    const text = 'Nombres;Apellidos;CI\nJuana;Perez Mamani;4444444\nRosa;Quispe;5555555\n';
    const order = await uploadText(text);
    expect(await client.imports.review(order)).toMatchObject({
      toCreate: 1,
      toMatch: 1,
      matches: [
        { row: 2, kind: 'same', evidence: ['sameCard', 'sameName'], person: { paternalSurname: 'Pérez' } },
      ],
    });
    const decided = {
      ...order,
      decisions: [
        { row: 2, decision: 'different' as const },
        { row: 3, decision: 'skip' as const },
      ],
    };
    expect(await client.imports.commit(decided)).toMatchObject({ created: 1, matched: 0, rows: 2 });
    // What was said of the two is not asked again.
    expect(await client.people.toldApart()).toHaveLength(1);
    expect(await client.people.duplicates({ personId: null, limit: 5 })).toMatchObject({ count: 0 });
    expect(await countPeople()).toBe(2);
  });

  test('is taken back as a whole: people, enrolments and organisations', async () => {
    const editionId = await createEdition(30);
    const { id } = await client.imports.commit({ ...(await upload('inscritos-panaderia.xlsx')), editionId });
    const undone = await client.imports.undo({ id });
    expect(undone.undoneAt).not.toBeNull();
    expect(await countPeople()).toBe(0);
    expect(await client.enrolments.list({ editionId })).toEqual([]);
    expect(await client.organisations.list()).toEqual([]);
    expect(await client.people.search({ text: 'cespedes', limit: 5 })).toEqual([]);
    await expect(client.imports.undo({ id })).rejects.toMatchObject({ code: 'ALREADY_UNDONE' });
  });

  test('is not taken back once attendance rests upon it, and says whose', async () => {
    const editionId = await createEdition(40);
    const { id } = await client.imports.commit({ ...(await upload('lista-tejidos.csv')), editionId });
    const draft = {
      date: day('2026-11-02'),
      startsAt: '18:30',
      minutes: 60,
      topic: null,
      moduleId: null,
      room: null,
    };
    const session = await client.sessions.create({ editionId, draft });
    const [enrolment] = await client.enrolments.list({ editionId });
    if (enrolment === undefined) throw new Error('nothing to mark');
    await client.attendance.mark({
      changes: [{ sessionId: session.id, enrolmentId: enrolment.id, mark: 'P' }],
    });
    await expect(client.imports.undo({ id })).rejects.toMatchObject({
      code: 'IMPORT_IN_USE',
      data: { names: ['Felicidad Apaza Vallejos'] },
    });
    expect(await countPeople()).toBe(25);
  });

  test('stores nothing at all where the edition is closed meanwhile', async () => {
    const editionId = await createEdition(40);
    const order = { ...(await upload('lista-tejidos.csv')), editionId };
    await client.editions.move({ editionId, to: 'cancelled' });
    await expect(client.imports.commit(order)).rejects.toMatchObject({ code: 'EDITION_CLOSED' });
    expect(await countPeople()).toBe(0);
    expect(await client.imports.list()).toEqual([]);
    await client.editions.move({ editionId, to: 'planned' });
    expect(await client.imports.commit(order)).toMatchObject({ created: 25, enrolled: 25 });
  });

  test('lets a file go once it is stored', async () => {
    const order = await upload('lista-tejidos.csv');
    await client.imports.commit(order);
    await expect(client.imports.review(order)).rejects.toMatchObject({ code: 'UPLOAD_GONE' });
  });

  test('reads a file again with another header', async () => {
    const content = new Uint8Array(readFileSync(resolve(lists, 'lista-tejidos.csv')));
    const { uploadId, sheetName } = await client.imports.read({ file: new File([content], 'lista.csv') });
    const again = await client.imports.readAgain({ uploadId, sheetName, headerRow: null });
    expect(again).toMatchObject({ headerRow: null, rowCount: 26 });
  });
});
