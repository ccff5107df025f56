import type { CalendarDate } from '../../domain/calendar-date.ts';
import type {
  CalendarRequest,
  CascadeRequest,
  CertificatesRequest,
  DocumentRequest,
  EnrolmentFormRequest,
  EnrolmentListRequest,
  Logo,
  ObservationRequest,
  PersonRecordRequest,
  PrintedCertificate,
  RecoverySheetRequest,
  RegisterRequest,
  SignatureSheetRequest,
} from '../../domain/documents.ts';
import { describeCalendar } from './calendar-days.ts';
import { describeCascade } from './cascade-rows.ts';
import { describeCertificate } from './certificate-pages.ts';
import { describeEnrolmentForms } from './enrolment-form-pages.ts';
import { describeEnrolmentList } from './enrolment-list-rows.ts';
import { writeHeading } from './heading.ts';
import { describeObservation } from './observation-page.ts';
import { measurePaper } from './paper-size.ts';
import { cleanTexts } from './printed-text.ts';
import { describeRegister } from './register-rows.ts';
import { describeSheet } from './signature-sheet-rows.ts';
import { writeDate } from './spanish-words.ts';

/** A request turned into what the templates read. */
export interface TemplateData {
  template:
    | 'certificate.typ'
    | 'signature-sheet.typ'
    | 'enrolment-list.typ'
    | 'enrolment-form.typ'
    | 'register.typ'
    | 'cascade.typ'
    | 'calendar.typ'
    | 'observation.typ'
    | 'person-record.typ'
    | 'recovery-sheet.typ';
  /** All that the template reads as data.json. */
  data: Record<string, unknown>;
  /** What it reads page by page: the texts, and the text of the QR. */
  pages: readonly { texts: Record<string, unknown>; seal: string | null }[];
  logo: Logo | null;
}

export function describeDocument(request: DocumentRequest): TemplateData {
  switch (request.kind) {
    case 'certificates':
      return describeCertificates(request);
    case 'signatureSheet':
      return describeSignatureSheet(request);
    case 'enrolmentList':
      return describeListOfEnrolments(request);
    case 'enrolmentForm':
      return describeFormsOfEnrolment(request);
    case 'register':
      return describeRegisterBook(request);
    case 'cascade':
      return describeCascadeTree(request);
    case 'calendar':
      return describeOfficeCalendar(request);
    case 'observation':
      return describeObservationForm(request);
    case 'personRecord':
      return describePersonRecord(request);
    case 'recoverySheet':
      return describeRecoverySheet(request);
  }
}

function describeCertificates(request: CertificatesRequest): TemplateData {
  const { certificates, paper, logo, background } = request;
  const data = {
    ...measurePaper(paper, 'landscape'),
    title: titleCertificates(certificates),
    author: certificates[0]?.officeName ?? '',
    date: splitDate(
      certificates
        .map(({ issuedOn }) => issuedOn)
        .toSorted()
        .at(-1),
    ),
    background,
    count: certificates.length,
  };
  const pages = certificates.map((certificate) => ({
    texts: cleanTexts({ ...describeCertificate(certificate) }),
    seal: certificate.seal,
  }));
  return { template: 'certificate.typ', data: cleanTexts(data), pages, logo };
}

function titleCertificates(certificates: readonly PrintedCertificate[]): string {
  const [first] = certificates;
  return certificates.length === 1 && first !== undefined
    ? `${describeCertificate(first).title} · ${first.personName}`
    : `Certificados (${certificates.length})`;
}

function describeSignatureSheet(request: SignatureSheetRequest): TemplateData {
  const data = {
    ...measurePaper(request.paper, request.orientation),
    ...writeHeading(request.officeName, request.municipality),
    author: request.officeName,
    date: splitDate(request.session?.date ?? request.startsOn),
    ...describeSheet(request),
  };
  return { template: 'signature-sheet.typ', data: cleanTexts(data), pages: [], logo: request.logo };
}

function describeListOfEnrolments(request: EnrolmentListRequest): TemplateData {
  const data = {
    ...measurePaper(request.paper, request.orientation),
    ...writeHeading(request.officeName, request.municipality),
    author: request.officeName,
    date: splitDate(request.printedOn),
    ...describeEnrolmentList(request),
  };
  return { template: 'enrolment-list.typ', data: cleanTexts(data), pages: [], logo: request.logo };
}

function describeFormsOfEnrolment(request: EnrolmentFormRequest): TemplateData {
  const data = {
    ...measurePaper(request.paper, 'portrait'),
    ...writeHeading(request.officeName, request.municipality),
    author: request.officeName,
    date: splitDate(request.startsOn),
    ...describeEnrolmentForms(request),
  };
  return { template: 'enrolment-form.typ', data: cleanTexts(data), pages: [], logo: request.logo };
}

function describeRegisterBook(request: RegisterRequest): TemplateData {
  const data = {
    ...measurePaper(request.paper, 'landscape'),
    ...writeHeading(request.officeName, request.municipality),
    author: request.officeName,
    date: splitDate(request.printedOn),
    ...describeRegister(request),
  };
  return { template: 'register.typ', data: cleanTexts(data), pages: [], logo: request.logo };
}

function describeCascadeTree(request: CascadeRequest): TemplateData {
  const data = {
    ...measurePaper(request.paper, 'landscape'),
    ...writeHeading(request.officeName, request.municipality),
    author: request.officeName,
    date: splitDate(request.printedOn),
    ...describeCascade(request),
  };
  return { template: 'cascade.typ', data: cleanTexts(data), pages: [], logo: request.logo };
}

function describeObservationForm(request: ObservationRequest): TemplateData {
  const data = {
    ...measurePaper(request.paper, 'portrait'),
    ...writeHeading(request.officeName, request.municipality),
    author: request.officeName,
    date: splitDate(request.observedOn ?? undefined),
    ...describeObservation(request),
  };
  return { template: 'observation.typ', data: cleanTexts(data), pages: [], logo: request.logo };
}

function describeOfficeCalendar(request: CalendarRequest): TemplateData {
  const data = {
    ...measurePaper(request.paper, 'landscape'),
    ...writeHeading(request.officeName, request.municipality),
    author: request.officeName,
    date: splitDate(request.printedOn),
    ...describeCalendar(request),
  };
  return { template: 'calendar.typ', data: cleanTexts(data), pages: [], logo: request.logo };
}

function describePersonRecord(request: PersonRecordRequest): TemplateData {
  const { officeName, personName, printedOn, sections } = request;
  const data = {
    ...measurePaper(request.paper, 'portrait'),
    ...writeHeading(officeName, request.municipality),
    author: officeName,
    date: splitDate(printedOn),
    title: 'Ficha personal',
    personName,
    intro: `Todo lo que la oficina guarda de usted. Puede pedir que se corrija, o que se borre quién es (Constitución Política del Estado, art. 130). Impreso el ${writeDate(printedOn)}.`,
    sections: sections.map((section) => ({ facts: [], columns: null, rows: [], ...section })),
  };
  return { template: 'person-record.typ', data: cleanTexts(data), pages: [], logo: request.logo };
}

function describeRecoverySheet(request: RecoverySheetRequest): TemplateData {
  const data = {
    ...measurePaper(request.paper, 'portrait'),
    ...writeHeading(request.officeName, request.municipality),
    author: request.officeName,
    date: splitDate(request.printedOn),
    title: 'Hoja de recuperación',
    printedOn: writeDate(request.printedOn),
    groups: request.code.split('-'),
  };
  return { template: 'recovery-sheet.typ', data: cleanTexts(data), pages: [], logo: request.logo };
}

/** The file is dated by its content, never by the clock: the same document is the same bytes on any day. */
function splitDate(date: CalendarDate | undefined): { year: number; month: number; day: number } {
  const [year = 2000, month = 1, day = 1] = (date ?? '').split('-').filter(Boolean).map(Number);
  return { year, month, day };
}
