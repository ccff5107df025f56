import { certificateKindSchema } from '../../../domain/certificate.ts';
import { trainerRoleSchema } from '../../../domain/edition.ts';
import { enrolmentStatusSchema } from '../../../domain/enrolment.ts';
import { foldText } from '../../../domain/text.ts';
import type { OrganisationId, PersonId } from '../../../domain/ids.ts';
import type { Person } from '../../../domain/person.ts';
import {
  findRow,
  insertRow,
  inTransaction,
  type ReadableDb,
  type SqlRow,
  updateRow,
  upsertRow,
} from '../../../db/database.ts';
import { deletePerson, findPerson, insertPerson, restorePerson, updatePerson } from '../../../db/people.ts';
import { indexMembers } from '../../../db/person-search.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { anonymisePerson } from '../../../db/anonymising.ts';
import { mentorship, mentorVisit } from '../next-schema.ts';
import { draftPerson } from '../person.ts';
import { type Pick, pickOf } from './dice.ts';
import { strangeTexts, organisations, text, name, real, anyReal, orNull } from './values.ts';
import { make, makeOrTouch, record, someId, someKey, touch, type Write } from './write-kinds.ts';

const registerPerson: Write = ({ writer }, pick) => {
  const organisationName = pickOf(pick, organisations);
  insertPerson(
    writer,
    draftPerson({ givenNames: name(pick), community: orNull(pick, text(pick)), organisationName }),
    null,
  );
  return true;
};

const personFields = [
  'givenNames',
  'paternalSurname',
  'maternalSurname',
  'phone',
  'community',
  'notes',
  'idNumber',
] as const;

const correctPerson: Write = ({ db, writer }, pick) => {
  const person = findSomePerson(db, pick);
  if (person === null) return false;
  const field = pickOf(pick, personFields) ?? 'notes';
  const value =
    field === 'notes' ? (pickOf(pick, strangeTexts) ?? '') : field === 'givenNames' ? name(pick) : text(pick);
  const isSame = pick(8) === 0;
  updatePerson(writer, { id: person.id, draft: isSame ? person : { ...person, [field]: value } });
  return true;
};

function findSomePerson(db: ReadableDb, pick: Pick): Person | null {
  const id = someId(db, pick, 'person');
  return id === null ? null : findPerson(db, id as PersonId);
}

const takePersonOut: Write = ({ db, writer }, pick) => {
  const id = someId(db, pick, 'person');
  if (id === null) return false;
  if (pick(2) === 0) deletePerson(writer, id as PersonId);
  else restorePerson(writer, id as PersonId);
  return true;
};

/** Whoever takes part in nothing that is not over. */
const anonymise: Write = ({ db, writer }, pick) => {
  const id = someId(db, pick, 'person');
  return id !== null && !isRefusal(anonymisePerson(writer, id as PersonId));
};

const mergePerson: Write = ({ db, writer }, pick) => {
  const id = someId(db, pick, 'person');
  return (
    id !== null &&
    updateRow(writer, 'person', { id }, { merged_into: orNull(pick, someId(db, pick, 'person')) })
  );
};

const renameOrganisation: Write = ({ db, writer }, pick) => {
  const id = someId(db, pick, 'organisation');
  const row = { name: name(pick) };
  const name_folded = foldText(row.name);
  if (id === null) return false;
  updateRow(writer, 'organisation', { id }, { ...row, name_folded });
  indexMembers(db, id as OrganisationId);
  return true;
};

/** The id of a picture is made of its bytes, so two PCs may store the same one. */
const chooseLogo: Write = ({ db, writer }, pick) => {
  const size = pick(6);
  const id = String(size).repeat(64);
  return inTransaction(db, () => {
    const row = { id, type: 'image/png', bytes: Buffer.alloc(size, 0xf0) };
    if (findRow(db, 'SELECT 1 FROM logo WHERE id = ?', id) === undefined) insertRow(writer, 'logo', row);
    return updateRow(writer, 'office', { id: someId(db, pick, 'office') }, { logo_id: orNull(pick, id) });
  });
};

const issueCertificate: Write = ({ db, writer }, pick) => {
  const enrolment = someKey(db, pick, 'enrolment', 'id', 'person_id', 'edition_id', 'created_at');
  if (enrolment === null) return false;
  const { id, person_id, edition_id } = enrolment;
  const certificate = writer.newId();
  const words = [
    'folio',
    'person_name',
    'person_sort_name',
    'course_code',
    'course_title',
    'edition_code',
    'place',
    'office_name',
    'municipality',
    'seal',
    'search_text',
  ].map((column) => [column, text(pick)]);
  const bounded = {
    kind: pickOf(pick, certificateKindSchema.options),
    starts_on: '2026-03-02',
    ends_on: '2026-03-27',
    issued_on: '2026-04-01',
    municipality_code: '030904',
  };
  const numbers = {
    series: 'A',
    year: 2026,
    number: pick(5),
    hours: real(pick),
    grade: orNull(pick, real(pick)),
  };
  inTransaction(db, () => {
    upsertRow(writer, 'folio_counter', { series: 'A', year: 2026 }, { last_number: pick(100) });
    insertRow(writer, 'certificate', {
      id: certificate,
      enrolment_id: id ?? null,
      person_id: person_id ?? null,
      edition_id: edition_id ?? null,
      ...Object.fromEntries(words),
      ...bounded,
      ...numbers,
    });
    for (const position_in_list of [0, 1]) {
      insertRow(writer, 'certificate_signatory', {
        certificate_id: certificate,
        position_in_list,
        name: name(pick),
        position: name(pick),
      });
    }
  });
  return true;
};

/** Two PCs may mark the same place of a form. */
const markObservation: Write = ({ db, writer }, pick) => {
  const id = someId(db, pick, 'observation');
  if (id === null) return false;
  const key = { observation_id: id, position_in_list: pick(3) };
  const mark = orNull(pick, 1 + pick(4));
  upsertRow(writer, 'observation_mark', key, { text: name(pick), weight: 1 + pick(3), mark });
  return true;
};

const countFolio: Write = ({ writer }, pick) => {
  const key = { series: pickOf(pick, ['A', 'Ñ"', '']), year: 2025 + pick(2) };
  upsertRow(writer, 'folio_counter', key, { last_number: pick(100) });
  return true;
};

const resolveConflict: Write = ({ writer }, pick) => {
  upsertRow(writer, 'resolution', { conflict_key: `same-person ${pick(3)}` }, { choice: text(pick) });
  return true;
};

/** What only the next version can do. */
const accredit: Write = record(mentorship, { person_id: 'person', course_id: 'course' }, (pick) => ({
  level: text(pick),
  ...(pick(2) === 0 ? {} : { remark: orNull(pick, text(pick)) }),
}));

const observe: Write = ({ db, writer }, pick) => {
  const key = someKey(db, pick, 'mentorship', 'person_id', 'course_id', 'created_at');
  if (key === null) return false;
  const { person_id, course_id } = key;
  insertRow(writer, mentorVisit, {
    id: writer.newId(),
    person_id: person_id ?? null,
    course_id: course_id ?? null,
    score: orNull(pick, anyReal(pick)),
  });
  return true;
};

const noteMark: Write = (device, pick) =>
  record('attendance_mark', { session_id: 'session', enrolment_id: 'enrolment' }, () => ({
    mark: 'L',
    note: orNull(pick, text(pick)),
  }))(device, pick);

const nickname: Write = ({ db, writer }, pick) => {
  const row = pick(2) === 0 ? { nickname: orNull(pick, text(pick)) } : { trust: pick(9) };
  return updateRow(writer, 'person', { id: someId(db, pick, 'person') }, row);
};

const isNext =
  (write: Write): Write =>
  (device, pick) =>
    device.isNext && write(device, pick);

const edition = (pick: Pick): SqlRow => ({
  code: name(pick),
  status: 'open',
  place: name(pick),
  starts_on: '2026-03-02',
  ends_on: '2026-03-27',
  capacity: 1 + pick(40),
  leave_policy: 'neutral',
  notes: orNull(pick, text(pick)),
});
const session = (pick: Pick): SqlRow => ({
  date: '2026-03-02',
  starts_at: '14:30',
  minutes: 60 + pick(60),
  topic: orNull(pick, text(pick)),
  state: 'planned',
});

/** Everything users do in a run; what stands here twice is done twice as often. */
export const writes: readonly Write[] = [
  registerPerson,
  correctPerson,
  correctPerson,
  correctPerson,
  takePersonOut,
  mergePerson,
  anonymise,
  renameOrganisation,
  chooseLogo,
  chooseLogo,
  make('course', {}, (pick) => ({
    code: name(pick),
    title: name(pick),
    level: 'entrepreneur',
    hours: real(pick),
    minimum_attendance: 80,
    gives_participation: 1,
    gives_approval: 0,
  })),
  touch('course', ['id'], (pick) =>
    pick(2) === 0
      ? { hours: real(pick) }
      : { contents: orNull(pick, text(pick)), pass_mark: orNull(pick, real(pick)) },
  ),
  make('course_module', { course_id: 'course' }, (pick) => ({
    position_in_list: pick(5),
    title: name(pick),
    hours: real(pick),
  })),
  record('course_prerequisite', { required_course_id: 'course', course_id: 'course' }, () => ({})),
  touch('course_prerequisite', ['required_course_id', 'course_id'], () => ({})),
  make('edition', { course_id: 'course' }, edition),
  touch('edition', ['id'], (pick) =>
    pick(2) === 0
      ? { place: name(pick), room: orNull(pick, name(pick)) }
      : { capacity: 1 + pick(40), notes: orNull(pick, text(pick)) },
  ),
  record('trainer_assignment', { edition_id: 'edition', person_id: 'person' }, (pick) => ({
    role: pickOf(pick, trainerRoleSchema.options),
    exception_reason: orNull(pick, text(pick)),
  })),
  touch('trainer_assignment', ['edition_id', 'person_id'], (pick) => ({
    role: pickOf(pick, trainerRoleSchema.options),
    exception_reason: orNull(pick, text(pick)),
  })),
  make('session', { edition_id: 'edition' }, session),
  touch('session', ['id'], (pick, { db }) =>
    pick(2) === 0
      ? { edition_id: someId(db, pick, 'edition') }
      : { module_id: someId(db, pick, 'course_module'), topic: text(pick), room: orNull(pick, name(pick)) },
  ),
  make('enrolment', { edition_id: 'edition', person_id: 'person' }, (pick) => ({
    status: 'enrolled',
    enrolled_at: pick(1000),
  })),
  touch('enrolment', ['id'], (pick, { db }) =>
    pick(2) === 0
      ? {
          status: pickOf(pick, enrolmentStatusSchema.options),
          transferred_from: someId(db, pick, 'enrolment'),
        }
      : { withdrawn_reason: orNull(pick, text(pick)), prerequisite_reason: orNull(pick, text(pick)) },
  ),
  record('attendance_mark', { session_id: 'session', enrolment_id: 'enrolment' }, (pick) => ({
    mark: pickOf(pick, ['P', 'A', 'F', 'L']),
  })),
  record('attendance_mark', { session_id: 'session', enrolment_id: 'enrolment' }, (pick) => ({
    mark: pickOf(pick, ['P', 'A', 'F', 'L']),
  })),
  touch('attendance_mark', ['session_id', 'enrolment_id'], (pick) => ({ mark: pickOf(pick, ['P', 'A']) })),
  make('assessment', { edition_id: 'edition' }, (pick) => ({
    position_in_list: pick(3),
    kind: 'postTest',
    title: text(pick),
    weight: real(pick),
  })),
  record('grade', { assessment_id: 'assessment', enrolment_id: 'enrolment' }, (pick) => ({
    score: real(pick),
  })),
  touch('grade', ['assessment_id', 'enrolment_id'], (pick) => ({ score: real(pick) })),
  makeOrTouch(
    make('observation', { person_id: 'person', course_id: 'course' }, (pick) => ({
      observed_on: '2026-03-02',
      observer: name(pick),
      score: orNull(pick, real(pick)),
      remarks: orNull(pick, text(pick)),
    })),
    touch('observation', ['id'], (pick) =>
      pick(2) === 0 ? { remarks: orNull(pick, text(pick)) } : { score: orNull(pick, real(pick)) },
    ),
  ),
  makeOrTouch(
    make('accreditation_word', { person_id: 'person', course_id: 'course' }, (pick) => ({
      level: 'trainer',
      word: pickOf(pick, ['accredited', 'suspended']),
      said_on: '2026-03-02',
      reason: orNull(pick, text(pick)),
    })),
    touch('accreditation_word', ['id'], (pick) => ({ reason: orNull(pick, text(pick)) })),
  ),
  makeOrTouch(
    markObservation,
    touch('observation_mark', ['observation_id', 'position_in_list'], (pick) => ({ mark: 1 + pick(4) })),
  ),
  makeOrTouch(
    make('observation_criterion', {}, (pick) => ({
      position_in_list: pick(5),
      text: name(pick),
      weight: 1 + pick(3),
    })),
    touch('observation_criterion', ['id'], (pick) => ({ text: name(pick) })),
  ),
  makeOrTouch(
    make('office_day', {}, (pick) => ({
      starts_on: '2026-03-02',
      ends_on: '2026-03-03',
      name: name(pick),
      is_worked: pick(2),
    })),
    touch('office_day', ['id'], (pick) => ({ name: name(pick) })),
  ),
  issueCertificate,
  touch('certificate', ['id'], (pick) => ({
    revoked_on: orNull(pick, '2026-04-01'),
    revoked_reason: text(pick),
  })),
  countFolio,
  resolveConflict,
  touch('resolution', ['conflict_key'], (pick) => ({ choice: text(pick) })),
  touch('office', ['id'], (pick) => ({ name: name(pick), lates_per_absence: orNull(pick, 2 + pick(3)) })),
  isNext(accredit),
  isNext(accredit),
  isNext(touch(mentorship, ['person_id', 'course_id'], (pick) => ({ level: text(pick) }))),
  isNext(observe),
  isNext(observe),
  isNext(noteMark),
  isNext(nickname),
  isNext(
    touch('enrolment', ['id'], (pick, { db }) => ({ mentor_id: orNull(pick, someId(db, pick, 'person')) })),
  ),
];
