import { dayInBolivia, toInstant } from '../../domain/calendar-date.ts';
import type { RecordSection } from '../../domain/documents.ts';
import { type EnterpriseDraft, isEmptyEnterprise } from '../../domain/enterprise.ts';
import type { HistoryAction } from '../../domain/history.ts';
import type { Observation } from '../../domain/observation.ts';
import type { Person, PersonEdition, PersonEvent } from '../../domain/person.ts';
import { fullName } from '../../domain/person-name.ts';
import { formatPhone } from '../../domain/phone.ts';
import type { RecordedCertificate, RecordedEnrolment } from '../../db/person-record.ts';
import type { Fact } from './edition-facts.ts';
import type { NameMunicipality } from './plan-enrolment.ts';
import { printIdentityCard } from './printed-people.ts';
import type { ScreenWords } from './screen-words.ts';
import { joinNames, writeDate, writeLanguage, writeNumber, writeNumericDate } from './spanish-words.ts';

/** Facts of which something is known. */
export function known(facts: readonly (readonly [label: string, value: string | null])[]): Fact[] {
  return facts.flatMap(([label, value]) => (value === null || value === '' ? [] : [[label, value] as Fact]));
}

const orNull = <Value>(value: Value | null, write: (value: Value) => string) =>
  value === null ? null : write(value);

/** Who somebody is, how they are reached, and what they agreed to. */
export function describeIdentity(
  person: Person,
  words: ScreenWords,
  nameMunicipality: NameMunicipality,
): RecordSection[] {
  const { municipalityCode, languages } = person;
  return [
    {
      title: words('people:section.identity'),
      facts: known([
        [words('people:field.givenNames'), person.givenNames],
        [words('people:field.paternalSurname'), person.paternalSurname],
        [words('people:field.maternalSurname'), person.maternalSurname],
        [words('people:field.marriedSurname'), person.marriedSurname],
        [words('people:field.idNumber'), printIdentityCard(person)],
        [words('people:field.birthDate'), orNull(person.birthDate, writeDate)],
        [words('people:field.sex'), orNull(person.sex, (sex) => words(`people:sex.${sex}`))],
        [words('people:consent'), person.hasConsented ? 'Sí' : 'No'],
        [words('people:field.consentedOn'), orNull(person.consentedOn, writeDate)],
        [
          words('people:field.consentMeans'),
          orNull(person.consentMeans, (means) => words(`people:consentMeans.${means}`)),
        ],
      ]),
    },
    {
      title: words('people:section.contact'),
      facts: known([
        [words('people:field.phone'), orNull(person.phone, formatPhone)],
        [words('people:field.email'), person.email],
        [
          words('people:field.municipality'),
          orNull(municipalityCode, (code) => nameMunicipality(code) ?? code),
        ],
        [words('people:field.community'), person.community],
        [words('people:field.organisation'), person.organisationName],
        [
          words('people:field.languages'),
          joinNames(
            languages.map((code) => words(`people:language.${code}`, { defaultValue: writeLanguage(code) })),
          ),
        ],
        [words('people:field.notes'), person.notes],
      ]),
    },
  ];
}

/** Each enterprise of which something is known. */
export function describeEnterprises(person: Person, words: ScreenWords): RecordSection[] {
  const enterprises: EnterpriseDraft[] = [
    person.enterprise,
    ...person.otherEnterprises.map(({ id: _id, ...enterprise }) => enterprise),
  ];
  return enterprises
    .filter((enterprise) => !isEmptyEnterprise(enterprise))
    .map((enterprise, index) => ({
      title:
        index === 0
          ? words('people:section.enterprise')
          : words('people:otherEnterprise.title', { number: index + 1 }),
      facts: known([
        [words('people:field.trade'), enterprise.trade],
        [words('people:field.enterpriseName'), enterprise.name],
        [
          words('people:field.section'),
          orNull(enterprise.section, (section) => `${section} · ${words(`people:caeb.${section}`)}`),
        ],
        [words('people:field.workers'), orNull(enterprise.workers, writeNumber)],
        [
          words('people:field.salesBand'),
          orNull(enterprise.salesBand, (band) => words(`people:salesBand.${band}`)),
        ],
        [words('people:field.nit'), enterprise.nit],
        [words('people:field.registration'), enterprise.registration],
      ]),
    }));
}

/** A record that was merged into this one: what it said of them. */
export function describeMerged(person: Person): RecordSection {
  return {
    title: 'Registro que se unió a este',
    facts: known([
      ['Nombre', fullName(person)],
      ['Cédula de identidad', printIdentityCard(person)],
      ['Fecha de nacimiento', orNull(person.birthDate, writeDate)],
      ['Teléfono', orNull(person.phone, formatPhone)],
      ['Correo electrónico', person.email],
      ['Comunidad o zona', person.community],
      ['Notas', person.notes],
    ]),
  };
}

/** An edition somebody takes or took part in, with every mark and score, and what came of it. */
export function describeEnrolment(
  edition: PersonEdition,
  enrolment: RecordedEnrolment,
  words: ScreenWords,
): RecordSection {
  const { result, enrolmentStatus } = edition;
  const reason =
    result === null
      ? null
      : `${words(`editions:result.${result.kind}`)}. ${words(`editions:reason.${result.reason}`, {
          soFar: `${writeNumber(result.percentSoFar ?? 0)} %`,
          minimum: `${writeNumber(result.minimumAttendance)} %`,
          grade: writeNumber(result.grade ?? 0),
          passMark: writeNumber(result.passMark ?? 0),
        })}`;
  return {
    title: `Participó: ${edition.courseTitle}`,
    facts: known([
      ['Edición', `${edition.editionCode}, ${enrolment.place}`],
      ['Fechas', `${writeNumericDate(edition.startsOn)} a ${writeNumericDate(enrolment.endsOn)}`],
      ['Inscripción', writeDate(dayInBolivia(toInstant(enrolment.enrolledAt)))],
      ['Estado', orNull(enrolmentStatus, (status) => words(`editions:enrolmentStatus.${status}`))],
      ['Motivo del retiro o rechazo', edition.withdrawnReason],
      ['Excepción', enrolment.exceptionReason],
      ['Palabra sobre los requisitos', enrolment.prerequisiteReason],
      ['Asistencia', orNull(edition.percentSoFar, (percent) => `${writeNumber(percent)} %`)],
      ['Marcas', enrolment.marks.map(({ date, mark }) => `${writeNumericDate(date)} ${mark}`).join(', ')],
      ['Notas', enrolment.scores.map(({ title, score }) => `${title}: ${writeNumber(score)}`).join(', ')],
      ['Resultado', reason],
    ]),
  };
}

/** The editions somebody taught, and why they were let. */
export function describeTeaching(
  editions: readonly PersonEdition[],
  reasons: ReadonlyMap<string, string>,
  words: ScreenWords,
): RecordSection[] {
  if (editions.length === 0) return [];
  return [
    {
      title: 'Capacitó',
      columns: ['Curso', 'Edición', 'Desde', 'Como', 'Participantes', 'Excepción'],
      rows: editions.map((edition) => [
        edition.courseTitle,
        edition.editionCode,
        writeNumericDate(edition.startsOn),
        words(`editions:form.role.${edition.role ?? 'lead'}`),
        String(edition.trained ?? 0),
        reasons.get(edition.editionId) ?? '',
      ]),
    },
  ];
}

/** What was said and seen of somebody as a trainer. */
export function describeAccreditations(events: readonly PersonEvent[], words: ScreenWords): RecordSection[] {
  const rows = events.flatMap((event) => {
    if (event.what === 'said') {
      const by = event.by === null ? '' : words('people:timeline.saidBy', { name: event.by });
      const what = `${words(`trainers:said.${event.word}`)} (${words(`trainers:level.${event.level}`)})`;
      return [
        [
          writeNumericDate(event.on),
          event.courseTitle,
          what,
          [by, event.reason ?? ''].filter(Boolean).join('. '),
        ],
      ];
    }
    if (event.what !== 'observed') return [];
    const points = event.score === null ? '' : `, ${writeNumber(event.score)} puntos`;
    const what = `sesión observada${points}`;
    return [
      [
        writeNumericDate(event.on),
        event.courseTitle,
        what,
        [event.observer, event.remarks ?? ''].filter(Boolean).join('. '),
      ],
    ];
  });
  if (rows.length === 0) return [];
  return [
    { title: 'Acreditaciones y observaciones', columns: ['Fecha', 'Curso', 'Qué', 'Quién y por qué'], rows },
  ];
}

/** What was seen in each observed session, criterion by criterion. */
export function describeObservations(observations: readonly Observation[]): RecordSection[] {
  return observations
    .filter(({ marks }) => marks.length > 0)
    .map(({ observedOn, courseTitle, marks }) => ({
      title: `Sesión observada el ${writeDate(observedOn)} (${courseTitle})`,
      columns: ['Criterio', 'Vale por', 'Nota'],
      rows: marks.map(({ text, weight, mark }) => [
        text,
        String(weight),
        mark === null ? 'no se aplica' : String(mark),
      ]),
    }));
}

/** The certificates with what was printed on them. */
export function describeCertificates(
  certificates: readonly RecordedCertificate[],
  words: ScreenWords,
): RecordSection[] {
  return certificates.map((certificate) => ({
    title: `Certificado ${certificate.folio}`,
    facts: known([
      ['Clase', words(`certificates:kind.${certificate.kind}`)],
      ['A nombre de', certificate.personName],
      ['Cédula impresa', certificate.identityCard],
      ['Curso', `${certificate.courseTitle}, ${certificate.editionCode}`],
      ['Nota', orNull(certificate.grade, writeNumber)],
      ['Emitido', writeDate(certificate.issuedOn)],
      ['Vale hasta', orNull(certificate.validUntil, writeDate)],
      ['Reemplaza a', certificate.replacesFolio],
      [
        'Anulado',
        orNull(certificate.revokedOn, (on) => `${writeDate(on)}: ${certificate.revokedReason ?? ''}`),
      ],
    ]),
  }));
}

/** Who wrote what of somebody's sheet, when and on which PC; what it was before is in the history. */
export function describeChanges(actions: readonly HistoryAction[], words: ScreenWords): RecordSection {
  return {
    title: 'Quién registró y cambió estos datos',
    columns: ['Fecha', 'Quién', 'Equipo', 'Qué'],
    rows: actions.map(({ at, userName, deviceName, entries }) => [
      writeNumericDate(dayInBolivia(at)),
      userName ?? '',
      deviceName ?? '',
      entries
        .map(({ table, verb, changes }) => {
          const columns = changes.map(({ column }) => words(`history:column.${table}.${column}`));
          const what = `${words(`history:verb.${verb}`)} ${words(`history:thing.${table}`, { count: 1 })}`;
          return columns.length === 0 || verb === 'created' ? what : `${what}: ${columns.join(', ')}`;
        })
        .join('. '),
    ]),
  };
}
