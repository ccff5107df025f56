import { addDays, type CalendarDate } from '../domain/calendar-date.ts';
import type { EditionSummary } from '../domain/edition.ts';
import type { EditionId, PersonId, SessionId } from '../domain/ids.ts';
import { isRefusal } from '../domain/refusal.ts';
import type { EditionTask } from '../domain/today.ts';
import { listCandidates } from './certificate-candidates.ts';
import { all, type ReadableDb } from './database.ts';
import { listEditions } from './editions.ts';
import { listLeadObstacles } from './lead-obstacles.ts';

/** So many days before an edition starts its free seats begin to matter. */
const daysToFillSeats = 14;
/** So long after closing an edition its certificates are still asked for. */
const daysToIssue = 366;

/** What waits to be done in the editions, what comes first by its kind, then by its date. */
export function listTasks(db: ReadableDb, today: CalendarDate): EditionTask[] {
  // What is closed or cancelled, in the end nearly all there is, waits for nothing here.
  const editions = listEditions(db, { courseId: null, statuses: ['planned', 'open', 'running'] });
  return [
    ...listUnrecordedSessions(db, today),
    ...editions.flatMap((edition) => findEditionTask(edition, today) ?? []).toSorted(compareTasks),
    ...listRequestsToAnswer(db, editions),
    ...listUnaccreditedLeads(db, editions, today),
    ...listCertificatesToIssue(db, today),
  ];
}

function compareTasks(a: EditionTask, b: EditionTask): number {
  return (a.date ?? '').localeCompare(b.date ?? '') || a.editionCode.localeCompare(b.editionCode);
}

/** The one next step of an edition, if it is due. */
function findEditionTask(edition: EditionSummary, today: CalendarDate): EditionTask | null {
  const { status, startsOn, endsOn, seats, sessionCount } = edition;
  const isBefore = status === 'planned' || status === 'open';
  if (isBefore && sessionCount === 0) return editionTask('editionWithoutSessions', edition, startsOn);
  if (isBefore && startsOn <= today) return editionTask('editionToStart', edition, startsOn);
  if (status === 'running' && endsOn < today) return editionTask('editionToClose', edition, endsOn);
  const isSoon = status === 'open' && startsOn <= addDays(today, daysToFillSeats);
  return isSoon && seats.free > 0 ? editionTask('freeSeats', edition, startsOn, seats.free) : null;
}

function editionTask(
  kind: EditionTask['kind'],
  { id, code, courseTitle }: Pick<EditionSummary, 'id' | 'code' | 'courseTitle'>,
  date: CalendarDate | null,
  count: number | null = null,
): EditionTask {
  return { kind, editionId: id, editionCode: code, courseTitle, sessionId: null, date, count };
}

/** Editions in which people asked to take part and nobody has answered yet: how many. */
function listRequestsToAnswer(db: ReadableDb, editions: readonly EditionSummary[]): EditionTask[] {
  const rows = all<{ editionId: EditionId; count: number }>(
    db,
    `SELECT edition_id AS editionId, count(*) AS count FROM enrolment
     WHERE edition_id IN (SELECT value FROM json_each(?)) AND status = 'requested' AND deleted_at IS NULL
     GROUP BY edition_id`,
    JSON.stringify(editions.map(({ id }) => id)),
  );
  const countById = new Map(rows.map(({ editionId, count }) => [editionId, count]));
  return editions
    .flatMap((edition) => {
      const count = countById.get(edition.id);
      return count === undefined ? [] : [editionTask('requestsToAnswer', edition, edition.startsOn, count)];
    })
    .toSorted(compareTasks);
}

/**
 * Editions still to be taught that somebody leads without being accredited and without a coordinator's word: they may
 * have come from a PC that knew of neither, or the accreditation ended since. It depends on the day, so that it is no
 * conflict: those are the same on every PC.
 */
function listUnaccreditedLeads(
  db: ReadableDb,
  editions: readonly EditionSummary[],
  today: CalendarDate,
): EditionTask[] {
  const leads = Map.groupBy(
    all<{ editionId: EditionId; personId: PersonId }>(
      db,
      `SELECT edition_id AS editionId, person_id AS personId FROM trainer_assignment
       WHERE edition_id IN (SELECT value FROM json_each(?)) AND role = 'lead' AND exception_reason IS NULL
         AND deleted_at IS NULL`,
      JSON.stringify(editions.map(({ id }) => id)),
    ),
    ({ editionId }) => editionId,
  );
  return editions
    .filter((edition) => {
      const personIds = (leads.get(edition.id) ?? []).map(({ personId }) => personId);
      return listLeadObstacles(db, { ...edition, personIds }, today).length > 0;
    })
    .map((edition) => editionTask('leadNotAccredited', edition, edition.startsOn))
    .toSorted(compareTasks);
}

/** Sessions of running editions whose day is over and that nobody recorded or cancelled, oldest first. */
function listUnrecordedSessions(db: ReadableDb, today: CalendarDate): EditionTask[] {
  return all<{
    sessionId: SessionId;
    editionId: EditionId;
    editionCode: string;
    courseTitle: string;
    date: CalendarDate;
  }>(
    db,
    `SELECT s.id AS sessionId, e.id AS editionId, e.code AS editionCode, c.title AS courseTitle, s.date
     FROM session s JOIN edition e ON e.id = s.edition_id JOIN edition_course c ON c.edition_id = e.id
     WHERE s.date < ? AND s.state = 'planned' AND s.deleted_at IS NULL AND e.status = 'running'
       AND e.deleted_at IS NULL
     ORDER BY s.date, s.starts_at, s.id`,
    today,
  ).map(({ sessionId, editionId, editionCode, courseTitle, date }) => ({
    kind: 'unrecordedSession',
    editionId,
    editionCode,
    courseTitle,
    sessionId,
    date,
    count: null,
  }));
}

/**
 * Editions closed within a year of which nobody holds a certificate yet, though some have earned one. Once the first
 * were issued, whoever was left out was left out by choice.
 */
function listCertificatesToIssue(db: ReadableDb, today: CalendarDate): EditionTask[] {
  const editions = all<{ id: EditionId; code: string; courseTitle: string }>(
    db,
    `SELECT e.id, e.code, c.title AS courseTitle FROM edition e JOIN edition_course c ON c.edition_id = e.id
     WHERE e.status = 'closed' AND e.deleted_at IS NULL AND e.closed_at >= ?
       AND (c.gives_approval = 1 OR c.gives_participation = 1)
       AND NOT EXISTS (SELECT 1 FROM certificate k
         WHERE k.edition_id = e.id AND k.revoked_on IS NULL AND k.deleted_at IS NULL)
     ORDER BY e.closed_at, e.id`,
    Date.parse(addDays(today, -daysToIssue)),
  );
  return editions.flatMap((edition) => {
    const candidates = listCandidates(db, { editionId: edition.id });
    const count = isRefusal(candidates) ? 0 : candidates.filter(({ kind }) => kind !== null).length;
    return count === 0 ? [] : [editionTask('certificatesToIssue', edition, null, count)];
  });
}
