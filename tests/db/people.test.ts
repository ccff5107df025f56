import { describe, expect, test } from 'vitest';
import { emptyEnterprise } from '../../domain/enterprise.ts';
import type { ImportId, PersonId } from '../../domain/ids.ts';
import { nameSortKey } from '../../domain/person-name.ts';
import type { Person } from '../../domain/person.ts';
import { newCourse } from '../../domain/course.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { createCourse } from '../../db/courses.ts';
import { all, deleteRow, findRow, insertRow, type Writer } from '../../db/database.ts';
import { listOrganisations } from '../../db/organisations.ts';
import {
  createPerson,
  findPerson,
  getPerson,
  insertPerson,
  removePerson,
  restorePerson,
  updatePerson,
} from '../../db/people.ts';
import { searchPeople } from '../../db/person-search.ts';
import { createTestOffice } from '../support/office.ts';
import { accepted } from '../support/edition.ts';
import { draftPerson } from '../support/person.ts';

const nobody = '0000000000000000000000' as PersonId;

const whole = draftPerson({
  givenNames: 'María Elena',
  paternalSurname: 'Ñique',
  maternalSurname: null,
  marriedSurname: 'Rojas',
  idNumber: '12336143',
  idComplement: '1A',
  idIssuedIn: 'CB',
  sex: 'F',
  birthDate: '1990-02-28',
  phone: '70366443',
  email: 'maria@example.com',
  municipalityCode: '030904',
  community: 'Thiomoko',
  organisationName: 'OTB Thiomoko',
  notes: 'Prefiere las mañanas.',
  hasConsented: true,
  consentedOn: null,
  consentMeans: null,
  otherEnterprises: [],
  enterprise: {
    name: 'Pan de Vinto',
    trade: 'Panadería',
    section: 'C',
    workers: 3,
    salesBand: 'small',
    nit: '123456789',
    registration: 'SEPREC 44',
  },
});

function addEdition(writer: Writer, code: string): string {
  const course = createCourse(writer, { ...newCourse, code, title: 'Panadería', modules: [] });
  if (isRefusal(course)) throw new Error(course.refused);
  const id = writer.newId();
  insertRow(writer, 'edition', {
    id,
    course_id: course.id,
    code,
    status: 'running',
    place: 'Vinto',
    starts_on: '2026-03-02',
    ends_on: '2026-03-20',
    capacity: 20,
    leave_policy: 'neutral',
  });
  return id;
}

function countEnterprises(person: Person, { db }: Writer) {
  return all(
    db,
    'SELECT trade, deleted_at IS NULL AS lives FROM enterprise WHERE person_id = ? ORDER BY id',
    person.id,
  );
}

describe('registering a person', () => {
  test('answers everything that was given, with organisation and times', () => {
    const { db, writer } = createTestOffice();
    const person = createPerson(writer, whole);
    expect(person).toEqual({
      ...whole,
      id: person.id,
      organisationId: listOrganisations(db)[0]?.id,
      anonymisedAt: null,
      createdAt: '2026-03-02T12:00:00.000Z',
      changedAt: '2026-03-02T12:00:00.000Z',
    });
    expect(getPerson(db, person.id)).toEqual(person);
  });

  test('needs no more than a name, and stores no enterprise of which nothing is known', () => {
    const { writer } = createTestOffice();
    const person = createPerson(writer, draftPerson());
    expect(person).toMatchObject({ ...draftPerson(), organisationId: null, enterprise: emptyEnterprise });
    expect(countEnterprises(person, writer)).toEqual([]);
  });

  test('keeps the keys by which lists are sorted and names compared', () => {
    const { db, writer } = createTestOffice();
    const { id } = createPerson(writer, whole);
    expect(findRow(db, 'SELECT sort_name, folded_name, sort_community FROM person WHERE id = ?', id)).toEqual(
      {
        sort_name: nameSortKey(whole),
        folded_name: 'elena maria nique',
        sort_community: 'thiomoko',
      },
    );
  });

  test('of a list says of which, for the enterprise and a new organisation too', () => {
    const { db, writer } = createTestOffice();
    const importId = writer.newId() as ImportId;
    insertRow(writer, 'import', {
      id: importId,
      file_name: 'lista.csv',
      sheet_name: 'lista',
      row_count: 1,
      created_count: 1,
      matched_count: 0,
      enrolled_count: 0,
      waiting_count: 0,
    });
    const id = insertPerson(writer, whole, importId);
    expect(findPerson(db, id)).toMatchObject(whole);
    const tables = ['person', 'enterprise', 'organisation'];
    const rows = tables.map((table) => findRow(db, `SELECT import_id FROM ${table}`));
    expect(rows).toEqual(tables.map(() => ({ import_id: importId })));
  });
});

describe('changing a person', () => {
  test('answers the changed person and when', () => {
    const { db, writer, passTime } = createTestOffice();
    const before = createPerson(writer, whole);
    passTime(60_000);
    const draft = draftPerson({
      givenNames: 'Elena',
      enterprise: { ...whole.enterprise, trade: 'Repostería' },
    });
    const person = updatePerson(writer, { id: before.id, draft });
    expect(person).toEqual({
      ...draft,
      id: before.id,
      organisationId: null,
      anonymisedAt: null,
      createdAt: before.createdAt,
      changedAt: '2026-03-02T12:01:00.000Z',
    });
    expect(getPerson(db, before.id)).toEqual(person);
  });

  test('keeps one enterprise, and deletes it where nothing is known of it any more', () => {
    const { writer } = createTestOffice();
    const person = createPerson(writer, whole);
    updatePerson(writer, {
      id: person.id,
      draft: { ...whole, enterprise: { ...whole.enterprise, trade: 'Repostería' } },
    });
    expect(countEnterprises(person, writer)).toEqual([{ trade: 'Repostería', lives: 1 }]);
    updatePerson(writer, { id: person.id, draft: { ...whole, enterprise: emptyEnterprise } });
    expect(countEnterprises(person, writer)).toEqual([{ trade: 'Repostería', lives: 0 }]);
    updatePerson(writer, { id: person.id, draft: whole });
    expect(countEnterprises(person, writer)).toEqual([
      { trade: 'Repostería', lives: 0 },
      { trade: 'Panadería', lives: 1 },
    ]);
  });

  test('keeps several enterprises, the main one first; another can become the main one', () => {
    const { db, writer } = createTestOffice();
    const stall = { ...emptyEnterprise, trade: 'Puesto de api', workers: 1 };
    const loom = { ...emptyEnterprise, trade: 'Tejidos' };
    const others = [
      { ...stall, id: null },
      { ...loom, id: null },
    ];
    const person = createPerson(writer, { ...whole, otherEnterprises: others });
    expect(person.otherEnterprises).toMatchObject([stall, loom]);
    const [first, second] = person.otherEnterprises;
    if (first === undefined || second === undefined) throw new Error('there are two');
    const swapped = accepted(
      updatePerson(writer, {
        id: person.id,
        draft: {
          ...person,
          enterprise: stall,
          otherEnterprises: [second, { ...whole.enterprise, id: first.id }],
        },
      }),
    );
    expect(swapped.enterprise).toEqual(stall);
    expect(swapped.otherEnterprises).toEqual([
      { ...loom, id: second.id },
      { ...whole.enterprise, id: first.id },
    ]);
    expect(searchPeople(db, { text: 'ñique', limit: 1 })).toMatchObject([{ trade: 'Puesto de api' }]);
    const left = accepted(
      updatePerson(writer, {
        id: person.id,
        draft: { ...swapped, enterprise: emptyEnterprise, otherEnterprises: [second] },
      }),
    );
    expect(left).toMatchObject({ enterprise: loom, otherEnterprises: [] });
  });

  test('keeps when and how they agreed, as long as they do', () => {
    const { writer } = createTestOffice();
    const consent = { hasConsented: true, consentedOn: whole.birthDate, consentMeans: 'form' } as const;
    const person = createPerson(writer, { ...whole, ...consent });
    expect(person).toMatchObject(consent);
    const taken = accepted(
      updatePerson(writer, { id: person.id, draft: { ...person, hasConsented: false } }),
    );
    expect(taken).toMatchObject({ hasConsented: false, consentedOn: null, consentMeans: null });
  });

  test('an enterprise that stays as it was is not written again', () => {
    const { db, writer, passTime } = createTestOffice();
    const { id } = createPerson(writer, whole);
    passTime(1000);
    updatePerson(writer, { id, draft: { ...whole, notes: null } });
    expect(findRow(db, 'SELECT changed_at - created_at AS wait FROM enterprise')).toEqual({ wait: 0 });
  });

  test('of whom nothing is stored is not found', () => {
    const { db, writer } = createTestOffice();
    expect(findPerson(db, nobody)).toBeNull();
    expect(getPerson(db, nobody)).toMatchObject({ refused: 'NOT_FOUND' });
    expect(updatePerson(writer, { id: nobody, draft: whole })).toMatchObject({ refused: 'NOT_FOUND' });
    expect(removePerson(writer, nobody)).toMatchObject({ refused: 'NOT_FOUND' });
    expect(restorePerson(writer, nobody)).toMatchObject({ refused: 'NOT_FOUND' });
  });
});

describe('taking a person out', () => {
  test('hides them from list and search until they are brought back as they were', () => {
    const { db, writer } = createTestOffice();
    const person = createPerson(writer, whole);
    expect(removePerson(writer, person.id)).toBeNull();
    expect(findPerson(db, person.id)).toBeNull();
    expect(searchPeople(db, { text: 'ñique', limit: 5 })).toEqual([]);
    expect(updatePerson(writer, { id: person.id, draft: whole })).toMatchObject({ refused: 'NOT_FOUND' });
    expect(restorePerson(writer, person.id)).toEqual(person);
    expect(searchPeople(db, { text: 'ñique', limit: 5 })).toHaveLength(1);
  });

  test('is refused with the editions they are enrolled in, teach or hold a certificate of', () => {
    const { db, writer } = createTestOffice();
    const person = createPerson(writer, whole);
    const [attended, taught] = [addEdition(writer, 'PAN-1'), addEdition(writer, 'TEJ-1')];
    const enrolmentId = writer.newId();
    insertRow(writer, 'enrolment', {
      id: enrolmentId,
      edition_id: attended,
      person_id: person.id,
      status: 'withdrawn',
      enrolled_at: 0,
    });
    const assignment = { edition_id: taught, person_id: person.id };
    insertRow(writer, 'trainer_assignment', { ...assignment, role: 'lead' });
    expect(removePerson(writer, person.id)).toEqual({
      refused: 'PERSON_IN_USE',
      data: { editions: ['PAN-1', 'TEJ-1'] },
    });
    deleteRow(writer, 'trainer_assignment', assignment);
    expect(removePerson(writer, person.id)).toMatchObject({ data: { editions: ['PAN-1'] } });
    deleteRow(writer, 'enrolment', { id: enrolmentId });
    expect(removePerson(writer, person.id)).toBeNull();
    expect(findPerson(db, person.id)).toBeNull();
  });
});
