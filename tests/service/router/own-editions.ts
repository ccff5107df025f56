import type {
  CertificateId,
  CourseId,
  EditionId,
  EnrolmentId,
  PersonId,
  SessionId,
} from '../../../domain/ids.ts';
import type { AssessmentId } from '../../../domain/ids.ts';

/** An edition and one of everything that belongs to it. */
export interface EditionIds {
  courseId: CourseId;
  editionId: EditionId;
  sessionId: SessionId;
  enrolmentId: EnrolmentId;
  assessmentId: AssessmentId;
  certificateId: CertificateId;
  personId: PersonId;
}

type Inputs = (ids: EditionIds) => unknown[];

const edition: Inputs = ({ editionId }) => [{ editionId }];
const session: Inputs = ({ sessionId }) => [{ sessionId }];
const paper = 'letter';

/**
 * Inputs of every procedure that a trainer may ask and whose input names an edition, or something of one. Each must
 * be answered for an edition that the trainer teaches and be NOT_FOUND for any other.
 */
export const inputsNamingEditions: Readonly<Record<string, Inputs>> = {
  'editions.get': edition,
  'editions.results': edition,
  'sessions.list': edition,
  'sessions.cancel': ({ sessionId }) => [{ sessionId, reason: 'Lluvia' }],
  'sessions.uncancel': session,
  'enrolments.list': edition,
  'enrolments.enrol': ({ editionId, personId }) => [
    { editionId, personIds: [personId], exceptionReason: null, prerequisiteReason: null },
  ],
  'enrolments.missing': ({ editionId, personId }) => [{ editionId, personIds: [personId] }],
  'attendance.grid': edition,
  'attendance.mark': ({ sessionId, enrolmentId }) => [{ changes: [{ sessionId, enrolmentId, mark: 'P' }] }],
  'grades.table': edition,
  'grades.record': ({ assessmentId, enrolmentId }) => [
    { changes: [{ assessmentId, enrolmentId, score: 80 }] },
  ],
  'grades.setAssessments': ({ editionId, assessmentId }) => [
    { editionId, assessments: [{ id: assessmentId, kind: 'practice', title: 'Práctica', weight: 100 }] },
  ],
  'certificates.candidates': edition,
  'certificates.draft': ({ enrolmentId }) => [{ enrolmentId, kind: 'participation' }],
  'certificates.register': ({ editionId }) => [{ text: '', editionId, offset: 0, limit: 10 }],
  'certificates.get': ({ certificateId }) => [{ id: certificateId }],
  'trainers.search': ({ editionId }) => [
    {
      courseId: null,
      level: null,
      language: null,
      municipalityCode: null,
      free: { when: 'edition', editionId },
    },
  ],
  'history.list': ({ editionId, sessionId, enrolmentId, certificateId }) =>
    [
      { of: 'edition', editionId },
      { of: 'mark', sessionId, enrolmentId },
      { of: 'certificate', certificateId },
    ].map((subject) => ({ subject, userId: null, table: null, offset: 0, limit: 10 })),
  'documents.create': ({ courseId, personId, editionId, sessionId, enrolmentId, certificateId }) => [
    { kind: 'certificates', editionId, certificateIds: null, paper, background: true },
    { kind: 'certificates', editionId: null, certificateIds: [certificateId], paper, background: true },
    { kind: 'certificateDraft', enrolmentId, certificateKind: 'participation', paper },
    { kind: 'signatureSheet', editionId, sessionId: null, paper, columns: [], blankRows: 0 },
    { kind: 'signatureSheet', editionId, sessionId, paper, columns: [], blankRows: 0 },
    {
      kind: 'enrolmentList',
      editionId,
      paper,
      orientation: 'portrait',
      columns: [],
      groups: ['seated', 'waiting', 'requested'],
    },
    { kind: 'enrolmentForm', editionId, enrolmentIds: [enrolmentId], blankForms: 0, paper },
    { kind: 'observationForm', personId, courseId, editionId, paper },
    { kind: 'register', editionId, year: null, paper },
  ],
};

/**
 * What a trainer may ask besides without naming an edition, and why that shows them none of others: it lists what is
 * theirs (`limited`, each with its test), or it is not about editions at all.
 */
export const withoutEdition: Readonly<Record<string, 'limited' | 'aboutNoEdition'>> = {
  'editions.list': 'limited',
  'calendar.list': 'limited',
  'sessions.bookings': 'limited',
  'people.editions': 'limited',
  'certificates.register': 'limited',
  'documents.create': 'limited',
  'imports.list': 'limited',
  'today.get': 'limited',
  'conflicts.list': 'limited',
  'conflicts.count': 'limited',
  'observations.list': 'limited',
  'trainers.search': 'limited',
  'history.undo': 'limited',
  'history.restore': 'limited',

  'backups.list': 'aboutNoEdition',
  'recovery.state': 'aboutNoEdition',
  'recovery.inspect': 'aboutNoEdition',
  'recovery.recover': 'aboutNoEdition',
  'setup.state': 'aboutNoEdition',
  'setup.municipalities': 'aboutNoEdition',
  'setup.start': 'aboutNoEdition',
  'setup.startDemo': 'aboutNoEdition',
  'setup.signIn': 'aboutNoEdition',
  'setup.signOut': 'aboutNoEdition',
  'setup.lock': 'aboutNoEdition',
  'setup.recover': 'aboutNoEdition',
  'office.get': 'aboutNoEdition',
  'office.device': 'aboutNoEdition',
  'programmes.list': 'aboutNoEdition',
  'observations.criteria': 'aboutNoEdition',
  'trades.list': 'aboutNoEdition',
  'officeDays.list': 'aboutNoEdition',
  // Who is accredited for what is known to all; of cascades a trainer sees their own.
  'trainers.list': 'aboutNoEdition',
  'trainers.leadObstacles': 'aboutNoEdition',
  'trainers.rules': 'aboutNoEdition',
  'trainers.cascade': 'aboutNoEdition',
  'users.list': 'aboutNoEdition',
  'users.setPassword': 'aboutNoEdition',
  // People turn up who were never registered: a trainer looks for them and registers them.
  'people.search': 'aboutNoEdition',
  'people.list': 'aboutNoEdition',
  'people.get': 'aboutNoEdition',
  'people.events': 'aboutNoEdition',
  'people.similar': 'aboutNoEdition',
  'people.create': 'aboutNoEdition',
  'organisations.list': 'aboutNoEdition',
  'organisations.members': 'aboutNoEdition',
  'courses.list': 'aboutNoEdition',
  'courses.get': 'aboutNoEdition',
  'editions.suggestCode': 'aboutNoEdition',
  // Of people, courses, the office and its users.
  'history.list': 'aboutNoEdition',
  // Whoever holds the paper may know whether it is genuine.
  'certificates.verify': 'aboutNoEdition',
  // A laptop holds the office whole, and so does what it hands over.
  'exchange.state': 'aboutNoEdition',
  'exchange.digest': 'aboutNoEdition',
  'exchange.exportPacket': 'aboutNoEdition',
  'exchange.packetFile': 'aboutNoEdition',
  'exchange.importPacket': 'aboutNoEdition',
  'exchange.exchangeFolder': 'aboutNoEdition',
  'changes.watch': 'aboutNoEdition',
  // Backups and packets; what is to resolve is not for trainers.
  'safekeeping.state': 'aboutNoEdition',
};
