import { toInstant } from '../../domain/calendar-date.ts';
import { type CertificateKind, earnedCertificate } from '../../domain/certificate.ts';
import { conflictKey, type ConflictOf, type ResultChangeShown } from '../../domain/conflict.ts';
import type { EditionStatus } from '../../domain/edition.ts';
import type { CertificateId, EditionId, EnrolmentId, PersonId } from '../../domain/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { compareResultsDigests, type ResultChange } from '../../domain/results-digest.ts';
import { compareSpanish } from '../../domain/text.ts';
import { all, findRow, type ReadableDb, updateRow, type Writer } from '../database.ts';
import { reopenEdition } from '../edition-steps.ts';
import { countCertificates } from '../editions.ts';
import { renewResultsDigest } from '../results-digest.ts';
import { digestClosed } from './conflict-cache.ts';
import type { ConflictFinder } from './conflict-finder.ts';
import { nameEditions, namePeople } from './named.ts';

interface ClosedRow {
  id: EditionId;
  status: EditionStatus;
  closed_at: number;
  results_digest: string;
}

interface FoundChange extends ClosedRow {
  key: string;
  digestNow: string;
}

type ChangedAfterClosing = ConflictOf<'editionChangedAfterClosing'>;

/**
 * Editions whose results are not those they were closed with, since another PC went on recording; or that another PC
 * moved to another status without knowing of the closing.
 */
export const editionChangedAfterClosing: ConflictFinder<FoundChange, ChangedAfterClosing> = {
  kind: 'editionChangedAfterClosing',
  reads: ['edition', 'course', 'session', 'enrolment', 'assessment', 'attendance_mark', 'grade'],
  find: findChanges,
  describe: describeChanges,
};

function listClosed(db: ReadableDb): ClosedRow[] {
  return all<ClosedRow>(
    db,
    `SELECT id, status, closed_at, results_digest FROM edition
     WHERE closed_at IS NOT NULL AND results_digest IS NOT NULL AND deleted_at IS NULL ORDER BY closed_at, id`,
  );
}

/** So many editions are gone through at a stretch. */
const editionsAtOnce = 25;

/**
 * Looks at the results of every closed edition, which takes about a second for those of ten years when it is done for
 * the first time; a few at each step, so that other work can be done in between.
 */
export function* lookAtClosed(db: ReadableDb): Generator<void> {
  const ids = listClosed(db).map(({ id }) => id);
  for (let start = 0; start < ids.length; start += editionsAtOnce) {
    digestClosed(db, ids.slice(start, start + editionsAtOnce));
    yield;
  }
}

function findChanges(db: ReadableDb): FoundChange[] {
  const closed = listClosed(db);
  const digests = digestClosed(
    db,
    closed.map(({ id }) => id),
  );
  return closed.flatMap((row) => {
    const digestNow = digests.get(row.id) ?? row.results_digest;
    const isAsClosed = row.status === 'closed' && digestNow === row.results_digest;
    return isAsClosed
      ? []
      : [{ ...row, key: conflictKey('editionChangedAfterClosing', [row.id]), digestNow }];
  });
}

function describeChanges(db: ReadableDb, found: readonly FoundChange[]): ChangedAfterClosing[] {
  const editionOf = nameEditions(
    db,
    found.map(({ id }) => id),
  );
  return found.map(({ key, id, status, closed_at, results_digest, digestNow }) => {
    const certificates = countCertificates(db, id);
    return {
      kind: 'editionChangedAfterClosing',
      key,
      choices: certificates === 0 ? ['acceptResults', 'reopen'] : ['acceptResults'],
      edition: editionOf(id),
      status,
      closedAt: toInstant(closed_at),
      changes: describeResults(db, id, compareResultsDigests(results_digest, digestNow)),
      certificates,
    };
  });
}

interface Held {
  certificateId: CertificateId;
  enrolmentId: EnrolmentId;
  folio: string;
  kind: CertificateKind;
}

function describeResults(
  db: ReadableDb,
  editionId: EditionId,
  changes: readonly ResultChange[],
): ResultChangeShown[] {
  const people = all<{ id: EnrolmentId; person_id: PersonId }>(
    db,
    'SELECT id, person_id FROM enrolment WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(changes.map(({ enrolmentId }) => enrolmentId)),
  );
  const personByEnrolment = new Map(people.map(({ id, person_id }) => [id, person_id]));
  const personOf = namePeople(db, personByEnrolment.values());
  const held = listHeld(db, editionId);
  const course = getCourse(db, editionId);
  const shown = changes.flatMap(({ enrolmentId, before, after }) => {
    const personId = personByEnrolment.get(enrolmentId);
    if (personId === undefined) return [];
    const earned = after === null ? null : earnedCertificate(after, course);
    const certificates = held
      .filter((certificate) => certificate.enrolmentId === enrolmentId)
      .map(({ certificateId, folio, kind }) => ({
        certificateId,
        folio,
        kind,
        isEarned: kind === earned || (kind === 'participation' && earned === 'approval'),
      }));
    return [{ ...personOf(personId), enrolmentId, before, after, certificates }];
  });
  return shown.toSorted((a, b) => compareSpanish(a.name, b.name));
}

function listHeld(db: ReadableDb, editionId: EditionId): Held[] {
  return all<Held>(
    db,
    `SELECT id AS certificateId, enrolment_id AS enrolmentId, folio, kind FROM certificate
     WHERE edition_id = ? AND revoked_on IS NULL AND deleted_at IS NULL ORDER BY year, series, number, id`,
    editionId,
  );
}

function getCourse(
  db: ReadableDb,
  editionId: EditionId,
): { givesApproval: boolean; givesParticipation: boolean } {
  const row = findRow<{ gives_approval: number; gives_participation: number }>(
    db,
    `SELECT c.gives_approval, c.gives_participation FROM edition e JOIN edition_course c ON c.edition_id = e.id
     WHERE e.id = ?`,
    editionId,
  );
  return { givesApproval: row?.gives_approval === 1, givesParticipation: row?.gives_participation === 1 };
}

/** The results are what they are now: whoever came in meanwhile has completed it, and it is closed. */
export function acceptResults(writer: Writer, { edition: { editionId } }: ChangedAfterClosing): void {
  const enrolled = all<{ id: EnrolmentId }>(
    writer.db,
    `SELECT id FROM enrolment WHERE edition_id = ? AND status = 'enrolled' AND deleted_at IS NULL`,
    editionId,
  );
  for (const { id } of enrolled) updateRow(writer, 'enrolment', { id }, { status: 'completed' });
  updateRow(writer, 'edition', { id: editionId }, { status: 'closed' });
  renewResultsDigest(writer, editionId);
}

/** The closing is taken back; where another PC had moved the edition on, it stays as that left it. */
export function reopenChanged(
  writer: Writer,
  { edition: { editionId }, status }: ChangedAfterClosing,
): null | Refusal<'CERTIFICATES_ISSUED', { certificates: number }> {
  const certificates = countCertificates(writer.db, editionId);
  if (certificates > 0) return refuse('CERTIFICATES_ISSUED', { certificates });
  updateRow(writer, 'edition', { id: editionId }, { status: 'closed' });
  const outcome = reopenEdition(writer, { editionId });
  if (isRefusal(outcome)) throw new Error(`edition ${editionId} could not be reopened`);
  if (status !== 'closed') updateRow(writer, 'edition', { id: editionId }, { status });
  return null;
}
