import { z } from 'zod';
import { type CalendarDate, calendarDateSchema } from './calendar-date.ts';
import type { CalendarSession } from './calendar.ts';
import { type CertificateKind, certificateKindSchema } from './certificate.ts';
import type { enrolmentListColumnSchema, sheetColumnSchema } from './contract/documents.ts';
import type { EnrolmentStatus } from './enrolment.ts';
import type { EnterpriseDraft } from './enterprise.ts';
import type { Language } from './language.ts';
import type { NamedCascade } from './contract/trainers.ts';
import type { ObservationMark } from './observation.ts';
import { type logoTypeSchema, municipalityCodeSchema, type Paper } from './office.ts';
import type { Sex } from './sex.ts';

/** What the seal of a certificate says: all that a person needs to compare with the paper in their hand. */
export const certificateFactsSchema = z.object({
  folio: z.string(),
  kind: certificateKindSchema,
  name: z.string(),
  /** The last digits only ('····6143'); never the number, nor a hash of it. */
  identityCardMasked: z.string().nullable(),
  courseTitle: z.string(),
  hours: z.number(),
  startsOn: calendarDateSchema,
  endsOn: calendarDateSchema,
  officeName: z.string(),
  municipalityCode: municipalityCodeSchema,
  issuedOn: calendarDateSchema,
  /** The last day on which it holds; null: for good. */
  validUntil: calendarDateSchema.nullable(),
});
export type CertificateFacts = z.infer<typeof certificateFactsSchema>;

/** An image file, as bytes. */
export interface Logo {
  type: z.infer<typeof logoTypeSchema>;
  bytes: Uint8Array;
}

/** A certificate as it stands on paper; always in Spanish. */
export interface PrintedCertificate {
  /** Null in a preview of what is not issued yet. */
  folio: string | null;
  kind: CertificateKind;
  personName: string;
  /** As printed: '12336143-1A CB'. */
  identityCard: string | null;
  courseTitle: string;
  courseCode: string;
  editionCode: string;
  hours: number;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  place: string | null;
  officeName: string;
  municipality: string;
  /** 0-100, printed on certificates of approval. */
  grade: number | null;
  /** At most four. */
  signatories: readonly { name: string; position: string }[];
  issuedOn: CalendarDate;
  /** The last day on which it holds; null: for good. */
  validUntil: CalendarDate | null;
  /** The signed text of the QR ('CC1:…'); null in a preview, which is then marked as without validity. */
  seal: string | null;
  /** Book and page of the paper register, where the office keeps one. */
  registerBook: string | null;
  registerPage: string | null;
  replacesFolio: string | null;
  revoked: boolean;
}

export interface CertificatesRequest {
  kind: 'certificates';
  paper: Paper;
  certificates: readonly PrintedCertificate[];
  logo: Logo | null;
  /** False prints the data only (no frame, logo, heading, title), for pre-printed stock. */
  background: boolean;
}

export type SheetColumn = z.infer<typeof sheetColumnSchema>;

export interface SheetPerson {
  number: number;
  surnames: string;
  givenNames: string;
  identityCard: string | null;
  phone: string | null;
  community: string | null;
}

export interface SheetSession {
  date: CalendarDate;
  /** 'HH:MM', or null. */
  startsAt: string | null;
  topic: string | null;
}

/** The sheet people sign: of one session, or of all with a column each. */
export interface SignatureSheetRequest extends PrintedEdition {
  kind: 'signatureSheet';
  paper: Paper;
  orientation: 'portrait' | 'landscape';
  officeName: string;
  municipality: string;
  logo: Logo | null;
  /** Null: one sheet with a narrow column for each of `sessions`. */
  session: SheetSession | null;
  sessions: readonly SheetSession[];
  people: readonly SheetPerson[];
  columns: readonly SheetColumn[];
  /** Empty rows at the end for people who turn up. */
  blankRows: number;
}

export type EnrolmentListColumn = z.infer<typeof enrolmentListColumnSchema>;

/** The edition a list or a form is of, as it stands in their heads. */
export interface PrintedEdition {
  courseTitle: string;
  editionCode: string;
  place: string | null;
  trainers: readonly string[];
  startsOn: CalendarDate;
  endsOn: CalendarDate;
}

export interface ListedPerson extends SheetPerson {
  organisation: string | null;
  status: EnrolmentStatus;
  /** Place in the waiting list, from 1. */
  waitingPosition: number | null;
}

/** Who is enrolled, who waits in which place, and who asked. */
export interface EnrolmentListRequest extends PrintedEdition {
  kind: 'enrolmentList';
  paper: Paper;
  orientation: 'portrait' | 'landscape';
  officeName: string;
  municipality: string;
  logo: Logo | null;
  capacity: number;
  /** The day it is printed. */
  printedOn: CalendarDate;
  people: readonly ListedPerson[];
  columns: readonly EnrolmentListColumn[];
}

/** Somebody's form, as much as is known; the rest is left to write in. */
export interface FormPerson {
  paternalSurname: string | null;
  maternalSurname: string | null;
  marriedSurname: string | null;
  givenNames: string | null;
  identityCard: string | null;
  sex: Sex | null;
  birthDate: CalendarDate | null;
  languages: readonly Language[];
  phone: string | null;
  email: string | null;
  municipality: string | null;
  community: string | null;
  organisation: string | null;
  enterprise: EnterpriseDraft;
  hasConsented: boolean;
}

/** The form people sign to take part: a page each, then the blank ones. */
export interface EnrolmentFormRequest extends PrintedEdition {
  kind: 'enrolmentForm';
  paper: Paper;
  officeName: string;
  municipality: string;
  logo: Logo | null;
  people: readonly FormPerson[];
  blankForms: number;
}

export interface RegisterEntry {
  folio: string;
  issuedOn: CalendarDate;
  personName: string;
  identityCard: string | null;
  courseTitle: string;
  hours: number;
  kind: CertificateKind;
  revoked: { on: CalendarDate; reason: string } | null;
  replacesFolio: string | null;
}

/** The book of all certificates, or those of one edition or year. */
export interface RegisterRequest {
  kind: 'register';
  paper: Paper;
  officeName: string;
  municipality: string;
  logo: Logo | null;
  /** What the book is of: 'Gestión 2026', or a course and edition. */
  scope: string;
  /** The day it is printed. */
  printedOn: CalendarDate;
  entries: readonly RegisterEntry[];
}

/** Who trained whom, as a drawing that goes from page to page: everyone below who trained them. */
export interface CascadeRequest {
  kind: 'cascade';
  paper: Paper;
  officeName: string;
  municipality: string;
  logo: Logo | null;
  /** Whose it is, given names first; null: of the whole office. */
  personName: string | null;
  /** The day it is printed, of which the statuses are. */
  printedOn: CalendarDate;
  cascade: NamedCascade;
  /** False tells of those who trained nobody their number alone. */
  withNames: boolean;
}

/** A day of a printed calendar, with why it is free. */
export interface PrintedDay {
  date: CalendarDate;
  dayOff: string | null;
  /** In the order of their hours. */
  sessions: readonly CalendarSession[];
}

/** The office's month or week, on one page. */
export interface CalendarRequest {
  kind: 'calendar';
  paper: Paper;
  officeName: string;
  municipality: string;
  logo: Logo | null;
  /** 'mayo de 2031', 'del 5 al 11 de mayo de 2031'. */
  period: string;
  /** 'YYYY-MM', so that days of other months are told apart; null: a week. */
  month: string | null;
  /** By what it is narrowed down; null: it shows all. */
  scope: string | null;
  /** The day it is printed. */
  printedOn: CalendarDate;
  /** From Monday to Sunday each. */
  weeks: readonly (readonly PrintedDay[])[];
}

/** A part of a person's record: facts, or a table. */
export type RecordSection =
  | { title: string; facts: readonly (readonly [label: string, value: string])[] }
  | { title: string; columns: readonly string[]; rows: readonly (readonly string[])[] };

/** Everything that is kept of a person, for them to read. */
export interface PersonRecordRequest {
  kind: 'personRecord';
  paper: Paper;
  officeName: string;
  municipality: string;
  logo: Logo | null;
  personName: string;
  printedOn: CalendarDate;
  sections: readonly RecordSection[];
}

/** A form to observe a trainer by, to be filled in by hand or as it was filled in. */
export interface ObservationRequest {
  kind: 'observation';
  paper: Paper;
  officeName: string;
  municipality: string;
  logo: Logo | null;
  /** Given names first. */
  trainerName: string;
  courseTitle: string;
  editionCode: string | null;
  place: string | null;
  /** Null on a blank form. */
  observedOn: CalendarDate | null;
  /** Of the edition, on that day. */
  sessions: readonly SheetSession[];
  /** In the order of the form; none where only a score was written down. */
  marks: readonly ObservationMark[];
  /** Null: the form is blank. */
  seen: { observer: string; remarks: string | null; score: number | null } | null;
}

/** The sheet that opens the office when a password was forgotten. */
export interface RecoverySheetRequest {
  kind: 'recoverySheet';
  paper: Paper;
  officeName: string;
  municipality: string;
  logo: Logo | null;
  /** In groups of five with hyphens. */
  code: string;
  /** The day it is made: only the last sheet holds. */
  printedOn: CalendarDate;
}

export type DocumentRequest =
  | PersonRecordRequest
  | CertificatesRequest
  | SignatureSheetRequest
  | EnrolmentListRequest
  | EnrolmentFormRequest
  | RegisterRequest
  | CascadeRequest
  | CalendarRequest
  | ObservationRequest
  | RecoverySheetRequest;

/** Why a document could not be made although the request is in order. */
export type DocumentProblem =
  /** No embedded font can draw `character`, which stands in `text`: a box on paper would be worse than no paper. */
  | { tag: 'missingGlyph'; character: string; text: string }
  /** The logo's bytes are not an image of its type. */
  | { tag: 'unreadableLogo' };
