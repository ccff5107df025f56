import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Certificate } from '../../domain/certificate.ts';
import type { DocumentOrder } from '../../domain/contract/documents.ts';
import type { DocumentRequest, PrintedCertificate, RegisterEntry } from '../../domain/documents.ts';
import { holdsSeat } from '../../domain/enrolment.ts';
import type { EditionId } from '../../domain/ids.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import type { ReadableDb } from '../../db/database.ts';
import { draftCertificate } from '../../db/certificate-issuing.ts';
import { listCertificatesById, listEditionCertificates, listRegisterEntries } from '../../db/certificates.ts';
import { findEdition } from '../../db/editions.ts';
import { listEnrolments } from '../../db/enrolments.ts';
import { findCertificateLogo, findOffice, findOfficeLogo } from '../../db/office.ts';
import type { OwnEditions } from '../../db/own-editions.ts';
import { listSessions } from '../../db/sessions.ts';
import type { DocumentPlan, PlanRefusal } from './document-plan.ts';
import { nameFile } from './file-name.ts';
import { planCalendar } from './plan-calendar.ts';
import { planCascade } from './plan-cascade.ts';
import { planEnrolmentForm, planEnrolmentList } from './plan-enrolment.ts';
import { planObservation, planObservationForm } from './plan-observation.ts';
import { planPersonRecord, type PrintedNames } from './plan-person-record.ts';
import { printEdition, printPerson } from './printed-people.ts';

/** Gathers from the database all that a document shows; lists only as far as they are of one's own editions. */
export function planDocument(
  db: ReadableDb,
  order: DocumentOrder,
  today: CalendarDate,
  own: OwnEditions,
  names: PrintedNames,
): DocumentPlan | PlanRefusal {
  switch (order.kind) {
    case 'certificates':
      return planCertificates(db, order);
    case 'certificateDraft':
      return planDraft(db, order, today);
    case 'signatureSheet':
      return planSheet(db, order);
    case 'enrolmentList':
      return planEnrolmentList(db, order, today);
    case 'enrolmentForm':
      return planEnrolmentForm(db, order, names.nameMunicipality);
    case 'observationForm':
      return planObservationForm(db, order);
    case 'observation':
      return planObservation(db, order, own);
    case 'personRecord':
      return planPersonRecord(db, order, { today, own, names });
    case 'register':
      return planRegister(db, order, today, own);
    case 'cascade':
      return planCascade(db, order, today);
    case 'calendar':
      return planCalendar(db, order, { today, own, words: names.words });
  }
}

function planCertificates(
  db: ReadableDb,
  order: DocumentOrder & { kind: 'certificates' },
): DocumentPlan | PlanRefusal {
  const certificates = listOrderedCertificates(db, order);
  const [first] = certificates;
  if (first === undefined) return refuse('NOTHING_TO_PRINT');
  const request: DocumentRequest = {
    kind: 'certificates',
    paper: order.paper,
    certificates: certificates.map(printCertificate),
    logo: findCertificateLogo(db, first.id),
    background: order.background,
  };
  const subject = certificates.length === 1 ? first.folio : first.editionCode;
  return { request, fileName: nameFile('certificados', subject) };
}

function listOrderedCertificates(
  db: ReadableDb,
  order: DocumentOrder & { kind: 'certificates' },
): Certificate[] {
  if (order.certificateIds !== null) return listCertificatesById(db, order.certificateIds);
  return order.editionId === null ? [] : listEditionCertificates(db, order.editionId);
}

function planDraft(
  db: ReadableDb,
  order: DocumentOrder & { kind: 'certificateDraft' },
  today: CalendarDate,
): DocumentPlan | PlanRefusal {
  const draft = draftCertificate(db, { enrolmentId: order.enrolmentId, kind: order.certificateKind }, today);
  if (isRefusal(draft)) return draft;
  const request: DocumentRequest = {
    kind: 'certificates',
    paper: order.paper,
    certificates: [{ ...printCertificate(draft), folio: null, seal: null }],
    logo: findOfficeLogo(db),
    background: true,
  };
  return { request, fileName: nameFile('muestra', draft.personSortName) };
}

function printCertificate(certificate: Certificate): PrintedCertificate {
  return { ...certificate, registerBook: null, registerPage: null, revoked: certificate.revokedOn !== null };
}

function planSheet(
  db: ReadableDb,
  order: DocumentOrder & { kind: 'signatureSheet' },
): DocumentPlan | PlanRefusal {
  const edition = findEdition(db, order.editionId);
  const office = findOffice(db);
  if (edition === null || office === null) return refuse('NOT_FOUND');
  const sessions = listSessions(db, order.editionId).filter(({ state }) => state !== 'cancelled');
  const session = order.sessionId === null ? null : sessions.find(({ id }) => id === order.sessionId);
  if (session === undefined) return refuse('NOT_FOUND');
  const request: DocumentRequest = {
    kind: 'signatureSheet',
    paper: order.paper,
    orientation: session === null ? 'landscape' : 'portrait',
    officeName: office.name,
    municipality: office.municipality,
    logo: findOfficeLogo(db),
    ...printEdition({ ...edition, room: session?.room ?? edition.room }),
    session,
    sessions: session === null ? sessions : [session],
    people: listEnrolments(db, order.editionId)
      .filter(({ status }) => holdsSeat(status))
      .map(printPerson),
    columns: order.columns,
    blankRows: order.blankRows,
  };
  const subject = session === null ? edition.code : `${edition.code} ${session.date}`;
  return { request, fileName: nameFile('planilla', subject) };
}

function planRegister(
  db: ReadableDb,
  order: DocumentOrder & { kind: 'register' },
  today: CalendarDate,
  own: OwnEditions,
): DocumentPlan | PlanRefusal {
  const certificates = listRegisterEntries(db, { editionId: order.editionId, year: order.year }, own);
  const office = findOffice(db);
  if (certificates.length === 0 || office === null) return refuse('NOTHING_TO_PRINT');
  const scope = describeScope(db, order.editionId, order.year);
  const request: DocumentRequest = {
    kind: 'register',
    paper: order.paper,
    officeName: office.name,
    municipality: office.municipality,
    logo: findOfficeLogo(db),
    scope,
    printedOn: today,
    entries: certificates.map(printEntry),
  };
  return { request, fileName: nameFile('registro', scope) };
}

function describeScope(db: ReadableDb, editionId: EditionId | null, year: number | null): string {
  const edition = editionId === null ? null : findEdition(db, editionId);
  if (edition !== null) return `${edition.courseTitle} · ${edition.code}`;
  return year === null ? 'Todos los certificados' : `Gestión ${year}`;
}

function printEntry(certificate: Certificate): RegisterEntry {
  const { revokedOn, revokedReason } = certificate;
  const revoked = revokedOn === null ? null : { on: revokedOn, reason: revokedReason ?? '' };
  return { ...certificate, revoked };
}
