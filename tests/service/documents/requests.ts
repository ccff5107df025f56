import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type CalendarDate, calendarDateSchema } from '../../../domain/calendar-date.ts';
import type {
  CertificateFacts,
  CertificatesRequest,
  DocumentRequest,
  EnrolmentFormRequest,
  EnrolmentListRequest,
  FormPerson,
  Logo,
  ObservationRequest,
  PrintedCertificate,
  RegisterRequest,
  SheetPerson,
  SignatureSheetRequest,
} from '../../../domain/documents.ts';
import { presetCriteria } from '../../../domain/observation.ts';
import { createIssuingKey } from '../../../service/certificates/issuing-key.ts';
import { sealCertificate } from '../../../service/certificates/seal.ts';
import { renderDocument } from '../../../service/documents/render-document.ts';

const root = path.join(import.meta.dirname, '../../..');

export const resourcesFolder = path.join(root, 'resources');
export const issuingKey = createIssuingKey();

export const logo: Logo = {
  type: 'image/png',
  bytes: readFileSync(path.join(resourcesFolder, 'icons/256x256.png')),
};

export function day(text: string): CalendarDate {
  return calendarDateSchema.parse(text);
}

/** Makes the PDF with the real templates and fonts. */
export function render(request: DocumentRequest) {
  return renderDocument(request, { resourcesFolder });
}

const office = { officeName: 'Gobierno Autónomo Municipal de Vinto', municipality: 'Vinto' };

const facts: CertificateFacts = {
  folio: 'A-2026-0042',
  kind: 'participation',
  name: 'Ángela Ñusta Quispe Güiza',
  identityCardMasked: '····6143',
  courseTitle: 'Panadería y repostería artesanal',
  hours: 40,
  startsOn: day('2026-11-05'),
  endsOn: day('2026-11-20'),
  officeName: office.officeName,
  municipalityCode: '030904',
  issuedOn: day('2026-11-21'),
  validUntil: null,
};

/** A certificate with its real seal over what is printed. */
export function printCertificate(changes: Partial<PrintedCertificate> = {}): PrintedCertificate {
  const certificate = {
    ...office,
    folio: facts.folio,
    kind: facts.kind,
    personName: facts.name,
    identityCard: '12336143-1A CB',
    courseTitle: facts.courseTitle,
    courseCode: 'PAN-01',
    editionCode: 'PAN-01-2026-2',
    hours: facts.hours,
    startsOn: facts.startsOn,
    endsOn: facts.endsOn,
    place: 'Vinto',
    grade: null,
    signatories: [
      { name: 'Lic. María Elena Rocha Vargas', position: 'Directora de Desarrollo Productivo' },
      { name: 'Ing. Carlos Fernández Choque', position: 'Alcalde Municipal' },
    ],
    issuedOn: facts.issuedOn,
    validUntil: null,
    registerBook: null,
    registerPage: null,
    replacesFolio: null,
    revoked: false,
    ...changes,
  };
  const { personName: name, courseTitle, officeName, folio } = certificate;
  const sealed = { ...facts, name, courseTitle, officeName, folio: folio ?? '' };
  return { ...certificate, seal: changes.seal === null ? null : sealCertificate(sealed, issuingKey) };
}

export function requestCertificates(
  certificates: readonly PrintedCertificate[],
  changes: Partial<CertificatesRequest> = {},
): CertificatesRequest {
  return { kind: 'certificates', paper: 'letter', certificates, logo, background: true, ...changes };
}

const surnames = [
  'Quispe Mamani',
  'Ñáñez',
  'Choque Condori',
  'Vargas de la Fuente Villarroel',
  'Muñoz Güiza',
];
const givenNames = ['Juana', 'Ángel', 'María de los Ángeles Guadalupe'];

export function listPeople(count: number): SheetPerson[] {
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    surnames: surnames[index % surnames.length] ?? '',
    givenNames: givenNames[index % givenNames.length] ?? '',
    identityCard: index % 7 === 0 ? null : `${12336143 + index}-1A CB`,
    phone: index % 4 === 0 ? null : String(70712345 + index),
    community: 'Machacmarca',
  }));
}

export function requestSheet(changes: Partial<SignatureSheetRequest> = {}): SignatureSheetRequest {
  return {
    kind: 'signatureSheet',
    paper: 'letter',
    orientation: 'portrait',
    ...office,
    logo,
    courseTitle: facts.courseTitle,
    editionCode: 'PAN-01-2026-2',
    place: 'Centro de Formación',
    trainers: ['Rosa Inés Camacho', 'Iván Peredo'],
    startsOn: facts.startsOn,
    endsOn: facts.endsOn,
    session: { date: facts.startsOn, startsAt: '14:30', topic: 'Masas madre' },
    sessions: [],
    people: listPeople(40),
    columns: ['identityCard', 'phone'],
    blankRows: 8,
    ...changes,
  };
}

const edition = {
  courseTitle: facts.courseTitle,
  editionCode: 'PAN-01-2026-2',
  place: 'Centro de Formación',
  trainers: ['Rosa Inés Camacho', 'Iván Peredo'],
  startsOn: facts.startsOn,
  endsOn: facts.endsOn,
};

/** Most have a seat; the last four wait, two and two. */
export function requestEnrolmentList(changes: Partial<EnrolmentListRequest> = {}): EnrolmentListRequest {
  const people = listPeople(40).map((person, index) => ({
    ...person,
    organisation: index % 3 === 0 ? null : 'Asociación de Productoras 27 de Mayo',
    ...(index < 36
      ? ({ status: 'enrolled', waitingPosition: null } as const)
      : index < 38
        ? ({ status: 'waiting', waitingPosition: index - 35 } as const)
        : ({ status: 'requested', waitingPosition: null } as const)),
  }));
  return {
    kind: 'enrolmentList',
    paper: 'letter',
    orientation: 'portrait',
    ...office,
    logo,
    ...edition,
    capacity: 36,
    printedOn: day('2026-11-03'),
    people,
    columns: ['identityCard', 'phone', 'status'],
    ...changes,
  };
}

export const formPerson: FormPerson = {
  paternalSurname: 'Vargas de la Fuente',
  maternalSurname: 'Villarroel',
  marriedSurname: null,
  givenNames: 'María de los Ángeles Guadalupe',
  identityCard: '12336143-1A CB',
  sex: 'F',
  birthDate: day('1990-05-01'),
  languages: ['en', 'es', 'qu'],
  phone: '707-12345',
  email: 'maria@example.bo',
  municipality: 'Vinto',
  community: 'Machacmarca',
  organisation: 'Asociación de Productoras 27 de Mayo',
  enterprise: {
    name: 'Panadería Ñusta',
    trade: 'Panadería',
    section: 'C',
    workers: 3,
    salesBand: 'small',
    nit: '123456789',
    registration: '00012345',
  },
  hasConsented: false,
};

export function requestEnrolmentForm(changes: Partial<EnrolmentFormRequest> = {}): EnrolmentFormRequest {
  return {
    kind: 'enrolmentForm',
    paper: 'letter',
    ...office,
    logo,
    ...edition,
    people: [formPerson],
    blankForms: 2,
    ...changes,
  };
}

export function requestRegister(changes: Partial<RegisterRequest> = {}): RegisterRequest {
  return {
    kind: 'register',
    paper: 'letter',
    ...office,
    logo,
    scope: 'Gestión 2026',
    printedOn: day('2026-12-31'),
    entries: listPeople(60).map((person, index) => ({
      folio: `A-2026-${String(index + 1).padStart(4, '0')}`,
      issuedOn: facts.issuedOn,
      personName: `${person.givenNames} ${person.surnames}`,
      identityCard: person.identityCard,
      courseTitle: facts.courseTitle,
      hours: 40,
      kind: index % 2 === 0 ? 'participation' : 'approval',
      revoked: index === 4 ? { on: day('2026-12-02'), reason: 'apellido mal escrito' } : null,
      replacesFolio: index === 5 ? 'A-2026-0005' : null,
    })),
    ...changes,
  };
}

/** A form to observe somebody by, blank. */
export function requestObservation(changes: Partial<ObservationRequest> = {}): ObservationRequest {
  return {
    kind: 'observation',
    paper: 'letter',
    ...office,
    logo,
    trainerName: 'Ángela Ñusta Quispe Güiza',
    courseTitle: 'Panadería y repostería artesanal',
    editionCode: 'PAN-2026-03',
    place: 'Salón comunal de Pairumani',
    observedOn: null,
    sessions: [],
    marks: presetCriteria.map(({ text, weight }) => ({ text, weight, mark: null })),
    seen: null,
    ...changes,
  };
}
