import { expect, test } from 'vitest';
import type { CalendarDate } from '../../../domain/calendar-date.ts';
import { emptyEnterprise } from '../../../domain/enterprise.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { anonymisePerson } from '../../../db/anonymising.ts';
import { readTravellingTables } from '../../../db/change-log/travelling-tables.ts';
import { all, insertRow, updateRow } from '../../../db/database.ts';
import { createPerson } from '../../../db/people.ts';
import { addObservation } from '../../../db/observations.ts';
import { mergePeople } from '../../../db/merge-people.ts';
import { openScreenWords } from '../../../service/documents/screen-words.ts';
import { planPersonRecord } from '../../../service/documents/plan-person-record.ts';
import { listTablesAboutPeople } from '../../support/about-people.ts';
import { accepted, createTestEdition, createTestSessions } from '../../support/edition.ts';
import { createTestOffice } from '../../support/office.ts';
import { draftPerson } from '../../support/person.ts';
import { readTexts } from './pdf.ts';
import { render, resourcesFolder } from './requests.ts';

const words = openScreenWords(resourcesFolder);
const names = { words, nameMunicipality: () => 'Vinto (Quillacollo)' };

/** Somebody of whom every column says something that is found again. */
function recordEverything() {
  const office = createTestOffice();
  const { writer, newId } = office;
  const enterprise = {
    name: 'Quesos del Valle',
    trade: 'Quesería',
    section: 'C',
    workers: 7,
    salesBand: 'medium',
    nit: '998877665',
    registration: 'SEPREC 5566',
  } as const;
  const whole = {
    givenNames: 'Zenobia',
    paternalSurname: 'Ñuflo',
    maternalSurname: 'Xalapa',
    marriedSurname: 'Zárate',
    idNumber: '87654321',
    idComplement: '9Z',
    idIssuedIn: 'CB',
    sex: 'F',
    birthDate: '1999-05-17',
    phone: '76543210',
    email: 'zeno@correo.bo',
    municipalityCode: '030904',
    community: 'Payacollo',
    organisationName: 'Club de Lecheras',
    languages: ['qu'],
    notes: 'Vende en la feria',
    hasConsented: true,
    consentedOn: '2026-02-03' as CalendarDate,
    consentMeans: 'spoken',
  } as const;
  const person = createPerson(
    writer,
    draftPerson({
      ...whole,
      languages: [...whole.languages],
      enterprise,
      otherEnterprises: [{ ...emptyEnterprise, id: null, trade: 'Puesto de api' }],
    }),
  );
  const { id } = person;
  const edition = createTestEdition(writer, { place: 'Salón de Payacollo' });
  const [session] = createTestSessions(writer, edition.id, ['2026-03-02']);
  const importId = newId();
  insertRow(writer, 'import', {
    id: importId,
    file_name: 'lista-febrero.xlsx',
    sheet_name: 'Hoja1',
    row_count: 1,
    created_count: 1,
    matched_count: 0,
    enrolled_count: 0,
    waiting_count: 0,
  });
  updateRow(writer, 'person', { id }, { import_id: importId });
  const enrolmentId = newId();
  insertRow(writer, 'enrolment', {
    id: enrolmentId,
    edition_id: edition.id,
    person_id: id,
    status: 'withdrawn',
    enrolled_at: Date.parse('2026-02-20T15:00:00Z'),
    withdrawn_reason: 'Cambió de trabajo',
    exception_reason: 'Llegó tarde la lista',
    prerequisite_reason: 'Lo llevó en Punata',
  });
  insertRow(writer, 'attendance_mark', {
    session_id: session?.id ?? '',
    enrolment_id: enrolmentId,
    mark: 'A',
  });
  const assessmentId = newId();
  insertRow(writer, 'assessment', {
    id: assessmentId,
    edition_id: edition.id,
    position_in_list: 9,
    kind: 'practice',
    title: 'Práctica de quesos',
    weight: 100,
  });
  insertRow(writer, 'grade', { assessment_id: assessmentId, enrolment_id: enrolmentId, score: 73 });
  insertRow(writer, 'certificate', {
    id: newId(),
    series: 'A',
    year: 2026,
    number: 7,
    folio: 'A-2026-0007',
    kind: 'approval',
    person_id: id,
    enrolment_id: enrolmentId,
    edition_id: edition.id,
    person_name: 'Zenovia Ñuflo',
    person_sort_name: 'nuflo',
    identity_card: '8765432 LP',
    course_code: 'PAN',
    course_title: 'Panadería de antes',
    edition_code: 'PAN-VIEJA',
    hours: 4,
    starts_on: '2026-03-02',
    ends_on: '2026-03-20',
    place: 'Vinto',
    office_name: 'Oficina',
    municipality: 'Vinto',
    municipality_code: '030904',
    grade: 77,
    issued_on: '2026-03-21',
    valid_until: '2029-03-21',
    seal: 'CC1:',
    replaces_folio: 'A-2026-0003',
    revoked_on: '2026-03-25',
    revoked_reason: 'Nombre mal escrito',
    search_text: 'nuflo',
  });
  const other = createTestEdition(writer, { code: 'PAN-2026-77', courseId: edition.courseId });
  insertRow(writer, 'trainer_assignment', {
    edition_id: other.id,
    person_id: id,
    role: 'assistant',
    exception_reason: 'Falta el titular',
  });
  insertRow(writer, 'accreditation_word', {
    id: newId(),
    person_id: id,
    course_id: edition.courseId,
    level: 'trainer',
    word: 'suspended',
    said_on: '2026-04-05',
    accredited_by: null,
    reason: 'No entregó planillas',
  });
  insertRow(writer, 'observation', {
    id: newId(),
    person_id: id,
    course_id: edition.courseId,
    edition_id: null,
    observed_on: '2026-04-06',
    observer: 'Lic. Soto Ríos',
    score: 64,
    remarks: 'Habla muy rápido',
  });
  const marks = [
    { text: 'Cuidó el tiempo', weight: 1, mark: 3 as const },
    { text: 'Usó los materiales', weight: 1, mark: null },
  ];
  const seen = { courseId: edition.courseId, editionId: null, observedOn: '2026-04-06' as CalendarDate };
  accepted(
    addObservation(writer, {
      ...seen,
      personId: id,
      observer: 'Inés Soto',
      remarks: null,
      marks,
      score: null,
    }),
  );
  insertRow(writer, 'user_account', {
    id: newId(),
    name: 'zenobia.nuflo',
    role: 'trainer',
    password_hash: null,
    is_active: 1,
    person_id: id,
  });
  const twin = createPerson(
    writer,
    draftPerson({
      givenNames: 'Senobia',
      phone: '71112223',
      email: 'otra@correo.bo',
      notes: 'Doble registro',
      community: 'Viloma',
      idNumber: '5554443',
      birthDate: '1998-01-02',
    }),
  );
  accepted(mergePeople(writer, { keptId: id, goneId: twin.id, fromGone: [], enrolments: [] }));
  return { ...office, id };
}

async function printRecord({ db, id }: ReturnType<typeof recordEverything>): Promise<string> {
  const plan = planPersonRecord(
    db,
    { kind: 'personRecord', personId: id, paper: 'letter' },
    { today: '2026-06-01' as CalendarDate, own: null, names },
  );
  if (isRefusal(plan)) throw new Error(plan.refused);
  return (await readTexts((await render(plan.request)).pdf)).join(' ').replace(/\s+/g, ' ');
}

/** How a value stands on paper where it is not as it is stored. */
const written: Readonly<Record<string, (value: string | number) => string>> = {
  'person.sex': (sex) => words(`people:sex.${sex}`),
  'person.birth_date': (date) => (date === '1999-05-17' ? '17 de mayo de 1999' : '2 de enero de 1998'),
  'person.phone': (phone) => `${String(phone).slice(0, 3)}-${String(phone).slice(3)}`,
  'person.municipality_code': () => 'Vinto (Quillacollo)',
  'person.languages': () => 'Idiomas Quechua',
  'person.has_consented': () => 'Autoriza el uso de sus datos Sí',
  'person.consented_on': () => '3 de febrero de 2026',
  'person.consent_means': () => 'De palabra',
  'enterprise.section': () => 'C · Industria manufacturera',
  'enterprise.sales_band': () => 'Medianas',
  'enrolment.status': () => 'Retirada',
  'enrolment.enrolled_at': () => '20 de febrero de 2026',
  'attendance_mark.mark': (mark) => `2/3/2026 ${mark}`,
  'grade.score': (score) => `Práctica de quesos: ${score}`,
  'certificate.kind': () => 'Aprobación',
  'certificate.issued_on': () => '21 de marzo de 2026',
  'certificate.valid_until': () => '21 de marzo de 2029',
  'certificate.revoked_on': () => '25 de marzo de 2026',
  'trainer_assignment.role': () => 'Apoyo',
  'accreditation_word.level': () => 'Capacitador/a',
  'accreditation_word.word': () => 'se suspendió',
  'accreditation_word.said_on': () => '5/4/2026',
  'observation.observed_on': () => '6/4/2026',
  'user_account.role': () => 'Capacitación',
};

/** What is not printed, and why. */
const hidden: Readonly<Record<string, readonly string[]>> = {
  // Names the other parts of a row, or is kept by Yachay for itself.
  person: ['erased_at', 'kept_birth_date'],
  enterprise: ['erased_at', 'position_in_list'],
  enrolment: ['erased_at'],
  accreditation_word: ['erased_at'],
  observation: ['erased_at'],
  // Of the edition and the office, not of the person; the folio is made of the first three.
  certificate: [
    'series',
    'year',
    'number',
    'person_sort_name',
    'course_code',
    'hours',
    'starts_on',
    'ends_on',
    'place',
    'office_name',
    'municipality',
    'municipality_code',
    'seal',
    'search_text',
  ],
  // Nobody can read it back, and nobody should see it; whether one may sign in is said in words.
  user_account: ['password_hash', 'is_active'],
};

test('the record holds every value of every table that is about the person', async () => {
  const everything = recordEverything();
  const { db } = everything;
  const text = await printRecord(everything);
  const tables = readTravellingTables(db.handle);
  const unprinted: string[] = [];
  let looked = 0;
  for (const name of listTablesAboutPeople(db)) {
    const table = tables.get(name);
    if (table === undefined) throw new Error(name);
    const pointers = new Set(table.parents.flatMap(({ columns }) => columns));
    const rows = all<Record<string, string | number | null>>(
      db,
      `SELECT * FROM ${name} WHERE ${name === 'user_account' ? 'person_id IS NOT NULL' : 'true'}`,
    );
    for (const column of table.columns.keys()) {
      if (column === 'deleted_at' || pointers.has(column) || hidden[name]?.includes(column) === true)
        continue;
      const values = rows.map((row) => row[column] ?? null).filter((value) => value !== null);
      if (values.length === 0) unprinted.push(`${name}.${column}: nothing to look for`);
      for (const value of values) {
        if (column === 'has_consented' && value === 0) continue;
        const wanted = written[`${name}.${column}`]?.(value) ?? String(value);
        looked += 1;
        if (!text.includes(wanted)) unprinted.push(`${name}.${column}: ${wanted}`);
      }
    }
  }
  expect(unprinted).toEqual([]);
  expect(looked).toBeGreaterThan(60);
  for (const other of [
    'lista-febrero.xlsx',
    'Club de Lecheras',
    'Rosa Quispe',
    'PC de prueba',
    'art. 130',
    'Salón de Payacollo',
  ])
    expect(text).toContain(other);
});

test('of who was anonymised it says nothing of who they were', async () => {
  const everything = recordEverything();
  const { db, writer, id } = everything;
  updateRow(
    writer,
    'edition',
    { id: all<{ id: string }>(db, "SELECT id FROM edition WHERE code = 'PAN-2026-77'")[0]?.id ?? '' },
    { status: 'closed' },
  );
  updateRow(
    writer,
    'user_account',
    { id: all<{ id: string }>(db, 'SELECT id FROM user_account WHERE person_id IS NOT NULL')[0]?.id ?? '' },
    { is_active: 0 },
  );
  accepted(anonymisePerson(writer, id));
  const text = await printRecord(everything);
  expect(text).toContain('Persona anonimizada');
  // The certificate and the user keep their names, as the confirmation says.
  expect(text).not.toMatch(
    /Zenobia|Xalapa|87654321|765-43210|Quesos del Valle|Cambió de trabajo|Habla muy rápido|Senobia|Doble registro/,
  );
});

test('whoever sees only some editions cannot print the whole of somebody', () => {
  const { db, id } = recordEverything();
  const order = { kind: 'personRecord', personId: id, paper: 'letter' } as const;
  expect(
    planPersonRecord(db, order, { today: '2026-06-01' as CalendarDate, own: new Set(), names }),
  ).toMatchObject({ refused: 'NOT_FOUND' });
});
