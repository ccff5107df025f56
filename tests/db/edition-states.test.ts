import { describe, expect, test } from 'vitest';
import { copyEdition } from '../../domain/edition-copy.ts';
import { calendarDateSchema } from '../../domain/calendar-date.ts';
import { type EditionStatus, editionStatusSchema } from '../../domain/edition.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { markAttendance } from '../../db/attendance.ts';
import { getNumber, inTransaction } from '../../db/database.ts';
import { issueCertificates } from '../../db/certificate-issuing.ts';
import { closeEdition, moveEdition, removeEdition, reopenEdition } from '../../db/edition-steps.ts';
import { createEdition, findEdition, updateEdition } from '../../db/editions.ts';
import { enrolPeople, readmitEnrolment, removeEnrolment, withdrawEnrolment } from '../../db/enrolling.ts';
import { listAssessments, recordGrades, setAssessments } from '../../db/grades.ts';
import { excuseMissing } from '../../db/prerequisites.ts';
import { declineRequests, requestEnrolment } from '../../db/requests.ts';
import {
  cancelSession,
  createSession,
  planSessions,
  removeSession,
  restoreSession,
  uncancelSession,
  updateSession,
} from '../../db/sessions.ts';
import { transferEnrolments } from '../../db/transfer.ts';
import {
  accepted,
  createTestEdition,
  createTestPeople,
  createTestSessions,
  draftEdition,
  draftSession,
  enrolAll,
} from '../support/edition.ts';
import { createTestOffice } from '../support/office.ts';

/** What leads an edition to a status. */
const wayTo: Record<EditionStatus, readonly (EditionStatus | 'close')[]> = {
  planned: [],
  open: ['open'],
  running: ['open', 'running'],
  closed: ['open', 'running', 'close'],
  cancelled: ['open', 'running', 'cancelled'],
};

/** An edition in a status, with one of everything that can be done something with, and another edition. */
function createIn(status: EditionStatus) {
  const { db, writer } = createTestOffice();
  const edition = createTestEdition(writer, { capacity: 10 });
  const other = createTestEdition(writer, { courseId: edition.courseId, code: 'OTRA' });
  const { id: editionId } = edition;
  const [planned, cancelled, deleted] = createTestSessions(writer, editionId, [
    '2026-03-03',
    '2026-03-05',
    '2026-03-10',
  ]);
  const [seated, gone, asking, newcomer, latecomer] = createTestPeople(writer, [
    'Arce, Ana',
    'Beltrán, Beto',
    'Choque, Cira',
    'Daza, Dora',
    'Escobar, Eva',
  ]);
  if (!planned || !cancelled || !deleted || !seated || !gone || !asking || !newcomer || !latecomer)
    throw new Error('all were made');
  const [seatedId, goneId] = enrolAll(writer, editionId, [seated, gone]);
  const [awayId] = enrolAll(writer, other.id, [latecomer]);
  const [askingId] = accepted(requestEnrolment(writer, { editionId, personIds: [asking] })).requested;
  const [assessment] = listAssessments(db, editionId);
  if (!seatedId || !goneId || !awayId || !askingId || !assessment) throw new Error('all were made');
  accepted(cancelSession(writer, { sessionId: cancelled.id, reason: 'Lluvia' }));
  removeSession(writer, { sessionId: deleted.id });
  accepted(withdrawEnrolment(writer, { enrolmentId: goneId, reason: 'Trabajo' }));
  for (const to of wayTo[status]) {
    if (to === 'close') accepted(closeEdition(writer, { editionId, acceptsUnrecorded: true }));
    else if (to !== 'closed') accepted(moveEdition(writer, { editionId, to }));
  }
  expect(findEdition(db, editionId)?.status).toBe(status);
  return {
    db,
    writer,
    edition,
    editionId,
    otherId: other.id,
    newcomer,
    sessionId: planned.id,
    cancelledId: cancelled.id,
    deletedId: deleted.id,
    enrolmentId: seatedId,
    goneId,
    awayId,
    askingId,
    assessmentId: assessment.id,
  };
}

type Given = ReturnType<typeof createIn>;
type Verdict = 'yes' | 'EDITION_CLOSED' | 'WRONG_STATUS' | 'EDITION_IN_USE';

const order = { prerequisiteReason: null, importId: null } as const;
const draft = draftSession('2026-03-12');
const everyStatus = editionStatusSchema.options;

const whileUnder: readonly Verdict[] = ['yes', 'yes', 'yes', 'EDITION_CLOSED', 'EDITION_CLOSED'];
const wrong = 'WRONG_STATUS';

/** Each operation with what comes of it where the edition is planned, open, running, closed and cancelled. */
const operations: Record<string, [(given: Given) => unknown, readonly Verdict[]]> = {
  'change its fields and trainers': [
    ({ writer, editionId, edition }) =>
      updateEdition(writer, { editionId, draft: draftEdition(edition.courseId, { place: 'Otro salón' }) }),
    whileUnder,
  ],
  'add a session': [({ writer, editionId }) => createSession(writer, { editionId, draft }), whileUnder],
  'plan sessions': [
    ({ writer, editionId }) => planSessions(writer, { editionId, drafts: [draft] }),
    whileUnder,
  ],
  'move a session': [({ writer, sessionId }) => updateSession(writer, { sessionId, draft }), whileUnder],
  'say that a session did not happen': [
    ({ writer, sessionId }) => cancelSession(writer, { sessionId, reason: 'Bloqueo' }),
    whileUnder,
  ],
  'say that it did': [
    ({ writer, cancelledId }) => uncancelSession(writer, { sessionId: cancelledId }),
    whileUnder,
  ],
  'delete a session': [({ writer, sessionId }) => removeSession(writer, { sessionId }), whileUnder],
  'take the deletion of a session back': [
    ({ writer, deletedId }) => restoreSession(writer, { sessionId: deletedId }),
    whileUnder,
  ],
  'enrol somebody': [
    ({ writer, editionId, newcomer }) =>
      enrolPeople(writer, {
        ...order,
        editionId,
        personIds: [newcomer],
        exceptionReason: null,
        role: 'coordinator',
      }),
    whileUnder,
  ],
  'enrol somebody by a coordinator’s word': [
    ({ writer, editionId, newcomer }) =>
      enrolPeople(writer, {
        ...order,
        editionId,
        personIds: [newcomer],
        exceptionReason: 'Asistió a todo',
        role: 'coordinator',
      }),
    ['yes', 'yes', 'yes', 'yes', 'EDITION_CLOSED'],
  ],
  'note a request': [
    ({ writer, editionId, newcomer }) => requestEnrolment(writer, { editionId, personIds: [newcomer] }),
    whileUnder,
  ],
  'decline a request': [
    ({ writer, askingId }) => declineRequests(writer, { enrolmentIds: [askingId], reason: 'Sin cupo' }),
    whileUnder,
  ],
  'move somebody away': [
    ({ writer, enrolmentId, otherId }) =>
      transferEnrolments(writer, { enrolmentIds: [enrolmentId], editionId: otherId }),
    whileUnder,
  ],
  'let somebody come from another edition': [
    ({ writer, awayId, editionId }) => transferEnrolments(writer, { enrolmentIds: [awayId], editionId }),
    whileUnder,
  ],
  'record a withdrawal': [
    ({ writer, enrolmentId }) => withdrawEnrolment(writer, { enrolmentId, reason: 'Viaje' }),
    whileUnder,
  ],
  'take a withdrawal back': [
    ({ writer, goneId }) => readmitEnrolment(writer, { enrolmentId: goneId }),
    whileUnder,
  ],
  'take off somebody enrolled by mistake': [
    ({ writer, enrolmentId }) => removeEnrolment(writer, { enrolmentId }),
    whileUnder,
  ],
  'excuse somebody from what the course asks for': [
    ({ writer, enrolmentId }) =>
      excuseMissing(writer, { enrolmentIds: [enrolmentId], reason: 'Experiencia' }),
    whileUnder,
  ],
  'mark attendance': [
    ({ writer, sessionId, enrolmentId }) =>
      markAttendance(writer, { changes: [{ sessionId, enrolmentId, mark: 'P' }] }),
    whileUnder,
  ],
  'record grades': [
    ({ writer, assessmentId, enrolmentId }) =>
      recordGrades(writer, { changes: [{ assessmentId, enrolmentId, score: 80 }] }),
    whileUnder,
  ],
  'change its assessments': [
    ({ writer, editionId }) =>
      setAssessments(writer, {
        editionId,
        assessments: [{ id: null, kind: 'practice', title: 'Práctica', weight: 100 }],
      }),
    whileUnder,
  ],
  'open enrolment': [
    ({ writer, editionId }) => moveEdition(writer, { editionId, to: 'open' }),
    ['yes', wrong, 'yes', wrong, wrong],
  ],
  'start it': [
    ({ writer, editionId }) => moveEdition(writer, { editionId, to: 'running' }),
    [wrong, 'yes', wrong, wrong, wrong],
  ],
  'plan it anew': [
    ({ writer, editionId }) => moveEdition(writer, { editionId, to: 'planned' }),
    [wrong, 'yes', wrong, wrong, 'yes'],
  ],
  'close it': [
    ({ writer, editionId }) => closeEdition(writer, { editionId, acceptsUnrecorded: true }),
    [wrong, wrong, 'yes', wrong, wrong],
  ],
  'reopen it': [
    ({ writer, editionId }) => reopenEdition(writer, { editionId }),
    [wrong, wrong, wrong, 'yes', wrong],
  ],
  'cancel it': [
    ({ writer, editionId }) => moveEdition(writer, { editionId, to: 'cancelled' }),
    ['yes', 'yes', 'yes', wrong, wrong],
  ],
  'delete it, with people in it': [
    ({ writer, editionId }) => removeEdition(writer, { editionId }),
    everyStatus.map(() => 'EDITION_IN_USE'),
  ],
  'issue certificates': [
    ({ writer, editionId }) => issueCertificates(writer, { editionId, enrolmentIds: null }, () => 'sello'),
    [wrong, wrong, wrong, 'yes', wrong],
  ],
  'make a copy of it': [
    ({ writer, edition }) => {
      const copy = copyEdition(edition, calendarDateSchema.parse('2026-04-01'));
      return createEdition(writer, { ...copy, code: 'COPIA' });
    },
    everyStatus.map(() => 'yes'),
  ],
};

/** What comes of an operation, and how much it wrote; nothing of it stays. */
function attempt(given: Given, operation: (given: Given) => unknown) {
  const { db } = given;
  const countEntries = () => getNumber(db, 'SELECT count(*) FROM change_log');
  const seen = { verdict: 'yes', written: 0 };
  const takeBack = new Error('only to see');
  try {
    inTransaction(db, () => {
      const before = countEntries();
      const outcome = operation(given);
      if (isRefusal(outcome)) seen.verdict = outcome.refused;
      seen.written = countEntries() - before;
      throw takeBack;
    });
  } catch (error) {
    if (error !== takeBack) throw error;
  }
  return seen;
}

describe.each(everyStatus)('an edition that is %s', (status) => {
  const given = createIn(status);

  test.each(Object.entries(operations))('lets one %s, or says why not', (_, [operation, verdicts]) => {
    const { verdict, written } = attempt(given, operation);
    expect(verdict).toBe(verdicts[everyStatus.indexOf(status)]);
    if (verdict !== 'yes') expect(written).toBe(0);
  });
});
