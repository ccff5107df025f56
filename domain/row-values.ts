import { z } from 'zod';
import { accreditationWordSchema } from './accreditation.ts';
import { accreditationLevelSchema, accreditationRuleSchema } from './accreditation-rule.ts';
import { attendanceMarkSchema } from './attendance.ts';
import { calendarDateSchema, lastMoment } from './calendar-date.ts';
import { certificateKindSchema } from './certificate.ts';
import { courseModuleDraftSchema, courseSchema } from './course.ts';
import { editionSchema, editionStatusSchema, trainerRoleSchema } from './edition.ts';
import { enrolmentStatusSchema } from './enrolment.ts';
import { enterpriseDraftSchema } from './enterprise.ts';
import { percentSchema, requiredText, timeOfDaySchema } from './field.ts';
import { seriesPattern } from './folio.ts';
import { assessmentKindSchema } from './grade.ts';
import { editionIdSchema } from './ids.ts';
import { observationCriterionSchema, observationMarkSchema } from './observation.ts';
import {
  attendancePolicySchema,
  idleMinutesSchema,
  logoTypeSchema,
  maximumLogoBytes,
  municipalityCodeSchema,
  officeSchema,
  signatoryDraftSchema,
} from './office.ts';
import { officeDaySchema } from './office-day.ts';
import { packetDeviceSchema } from './packet.ts';
import { passwordHashSchema } from './password-hash.ts';
import { consentMeansSchema, personSchema } from './person.ts';
import { roleSchema } from './role.ts';
import { sessionSchema, sessionStateSchema } from './session.ts';

/** Free text: four times what the forms of this version take, since a later one may take more. */
const text = (formTakes: number) => z.string().max(4 * formTakes);
/** Bytes, as entries write them. */
const hexadecimal = (bytes: number) => z.string().max(2 * bytes);
/** Yes or no, as SQL keeps it. */
const flag = z.literal([0, 1]);
const count = z.number().int().min(0).max(1_000_000_000);
/** Milliseconds since 1970. */
const moment = z.number().int().min(0).max(lastMoment);
const year = z.number().int().min(1000).max(9999);
const series = z.string().regex(seriesPattern);
const publicKey = z.string().regex(/^[0-9A-Za-z_-]{43}$/);

const { shape: course } = courseSchema;
const { shape: rule } = accreditationRuleSchema;
const { shape: edition } = editionSchema;
const { shape: enterprise } = enterpriseDraftSchema;
const { shape: criterion } = observationCriterionSchema;
const { shape: observationMark } = observationMarkSchema;
const { shape: office } = officeSchema;
const { shape: officeDay } = officeDaySchema;
const { shape: device } = packetDeviceSchema;
const { shape: person } = personSchema;
const { shape: policy } = attendancePolicySchema;
const { shape: session } = sessionSchema;
const { shape: signatory } = signatoryDraftSchema;

/**
 * What each column of a table that travels may hold, for this version of Yachay to show it. What it shows is parsed on
 * its way to the screen, so whatever stands in a table has to be admitted here; another value stays in the log. Columns
 * that point to a row hold its key, and `deleted_at` a moment, everywhere; any other column has its line here.
 */
export const rowValues: Readonly<Record<string, Readonly<Record<string, z.ZodType>>>> = {
  accreditation_rule: {
    level: accreditationLevelSchema,
    editions_assisted: rule.editionsAssisted,
    editions_led: rule.editionsLed,
    observation_score: rule.observationScore,
    needs_agreement: flag,
    within_months: rule.withinMonths,
    validity_months: rule.validityMonths,
    editions_a_year: rule.editionsAYear,
    renewed_by_editions: rule.renewedByEditions,
  },
  accreditation_word: {
    level: accreditationLevelSchema,
    word: accreditationWordSchema,
    said_on: calendarDateSchema,
    reason: text(300),
    erased_at: moment,
  },
  assessment: { position_in_list: count, kind: assessmentKindSchema, title: text(80), weight: percentSchema },
  attendance_mark: { mark: attendanceMarkSchema },
  certificate: {
    series,
    year,
    number: count,
    folio: text(40),
    kind: certificateKindSchema,
    person_name: text(400),
    person_sort_name: text(400),
    identity_card: text(40),
    course_code: text(20),
    course_title: text(160),
    edition_code: text(30),
    hours: course.hours,
    starts_on: calendarDateSchema,
    ends_on: calendarDateSchema,
    place: text(160),
    office_name: text(160),
    municipality: text(160),
    municipality_code: municipalityCodeSchema,
    grade: percentSchema,
    issued_on: calendarDateSchema,
    valid_until: calendarDateSchema,
    seal: text(2000),
    replaces_folio: text(40),
    revoked_on: calendarDateSchema,
    revoked_reason: text(300),
    search_text: text(500),
  },
  certificate_signatory: { position_in_list: count, ...signatory },
  course: {
    code: course.code,
    title: course.title,
    level: course.level,
    hours: course.hours,
    contents: course.contents,
    minimum_attendance: course.minimumAttendance,
    pass_mark: course.passMark,
    gives_participation: flag,
    gives_approval: flag,
    validity_months: course.validityMonths,
  },
  course_module: {
    position_in_list: count,
    title: courseModuleDraftSchema.shape.title,
    hours: courseModuleDraftSchema.shape.hours,
  },
  device: {
    name: text(80),
    series,
    public_key: device.publicKey,
    age_recipient: device.ageRecipient,
    retired_at: moment,
  },
  edition: {
    code: edition.code,
    status: editionStatusSchema,
    place: edition.place,
    room: text(80),
    starts_on: calendarDateSchema,
    ends_on: calendarDateSchema,
    capacity: edition.capacity,
    lates_per_absence: policy.latesPerAbsence,
    leave_policy: policy.leave,
    notes: edition.notes,
    closed_at: moment,
    // As the course said them when it began.
    course_title: text(160),
    course_code: text(20),
    course_hours: course.hours,
    minimum_attendance: course.minimumAttendance,
    pass_mark: course.passMark,
    gives_participation: flag,
    gives_approval: flag,
    validity_months: course.validityMonths,
    // A word for everyone who was enrolled.
    results_digest: text(100_000),
  },
  enrolment: {
    status: enrolmentStatusSchema,
    enrolled_at: moment,
    withdrawn_reason: text(200),
    exception_reason: text(200),
    prerequisite_reason: text(200),
    erased_at: moment,
  },
  enterprise: {
    name: enterprise.name,
    trade: enterprise.trade,
    section: enterprise.section,
    workers: enterprise.workers,
    sales_band: enterprise.salesBand,
    nit: enterprise.nit,
    registration: enterprise.registration,
    position_in_list: count,
    erased_at: moment,
  },
  folio_counter: { series, year, last_number: count },
  grade: { score: percentSchema },
  import: {
    file_name: text(300),
    sheet_name: text(300),
    edition_id: editionIdSchema,
    row_count: count,
    created_count: count,
    matched_count: count,
    enrolled_count: count,
    waiting_count: count,
    undone_at: moment,
  },
  // Named by the first 8 bytes of its SHA-256.
  issuing_key: { id: z.string().regex(/^[0-9a-f]{16}$/), public_key: publicKey },
  // Named by the SHA-256 of its bytes.
  logo: {
    id: z.string().regex(/^[0-9a-f]{64}$/),
    type: logoTypeSchema,
    bytes: hexadecimal(maximumLogoBytes),
  },
  observation: {
    observed_on: calendarDateSchema,
    observer: text(160),
    score: percentSchema,
    remarks: text(2000),
    erased_at: moment,
  },
  observation_criterion: { position_in_list: count, text: criterion.text, weight: criterion.weight },
  observation_mark: {
    position_in_list: count,
    text: observationMark.text,
    weight: observationMark.weight,
    mark: observationMark.mark,
  },
  office: {
    name: office.name,
    municipality_code: office.municipalityCode,
    municipality: text(160),
    address: office.address,
    phone: office.phone,
    paper: office.paper,
    lates_per_absence: policy.latesPerAbsence,
    leave_policy: policy.leave,
    recovery_hash: passwordHashSchema,
    // 0: never.
    idle_minutes: idleMinutesSchema.or(z.literal(0)),
  },
  office_day: {
    starts_on: calendarDateSchema,
    ends_on: calendarDateSchema,
    name: officeDay.name,
    is_worked: flag,
  },
  organisation: { name: requiredText(160) },
  person: {
    given_names: person.givenNames,
    paternal_surname: person.paternalSurname,
    maternal_surname: person.maternalSurname,
    married_surname: person.marriedSurname,
    id_number: person.idNumber,
    id_complement: person.idComplement,
    id_issued_in: person.idIssuedIn,
    sex: person.sex,
    birth_date: person.birthDate,
    phone: person.phone,
    email: person.email,
    municipality_code: person.municipalityCode,
    community: person.community,
    languages: z.string().regex(/^[a-z]{2,3}( [a-z]{2,3}){0,11}$/),
    notes: person.notes,
    has_consented: flag,
    consented_on: calendarDateSchema,
    consent_means: consentMeansSchema,
    erased_at: moment,
    kept_birth_date: calendarDateSchema,
  },
  programme: { name: text(120), donor: text(120) },
  // Made of a kind and ids; a later version may know other kinds.
  resolution: { conflict_key: text(100), choice: text(60) },
  session: {
    date: calendarDateSchema,
    starts_at: timeOfDaySchema,
    minutes: session.minutes,
    room: text(80),
    topic: session.topic,
    state: sessionStateSchema,
    cancel_reason: text(200),
  },
  signatory: { position_in_list: count, ...signatory },
  theme: { position_in_list: count, name: text(160) },
  trade: { name: requiredText(80), section: enterprise.section },
  trainer_assignment: { role: trainerRoleSchema, exception_reason: text(300) },
  user_account: { name: text(80), role: roleSchema, password_hash: passwordHashSchema, is_active: flag },
};

const id = z.string().regex(/^[0-9A-Za-z]{22}$/);

/** What a column may hold; null where this version has no line for it, as for a table of a later one. */
export function findValueSchema(table: string, column: string): z.ZodType | null {
  const lines = rowValues[table];
  if (lines !== undefined && Object.hasOwn(lines, column)) return lines[column] ?? null;
  if (column === 'id') return id;
  return column === 'deleted_at' ? moment : null;
}
