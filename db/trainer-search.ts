import type { CalendarDate } from '../domain/calendar-date.ts';
import type { FoundTrainer, TrainerClash } from '../domain/contract/trainers.ts';
import type { CourseId, EditionId, PersonId } from '../domain/ids.ts';
import { splitLanguages } from '../domain/language.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import type { TimeSpan } from '../domain/session-overlap.ts';
import {
  compareMunicipalities,
  findBusyTimes,
  listShortcomings,
  listWantedTimes,
  sortFound,
  type TrainerQuery,
} from '../domain/trainer-search.ts';
import { describeAccreditations, listAccreditations } from './accreditations.ts';
import { listTaughtSessions, type TaughtSession } from './bookings.ts';
import { nameEditions } from './conflicts/named.ts';
import { all, findRow, type ReadableDb } from './database.ts';
import type { OwnEditions } from './own-editions.ts';

/** When somebody is to be free, and from when on they teach. */
interface Wanted {
  readonly times: readonly TimeSpan[];
  readonly startsOn: CalendarDate;
  /** Its own sessions are no obstacle. */
  readonly editionId: EditionId | null;
}

/**
 * Everyone of whom an accreditation can be asked, as of the first wanted day, with what speaks against them; whom one
 * seeks first. Whoever sees only some editions is told when somebody is busy, not with which other edition. Refuses
 * NOT_FOUND where there is no such edition.
 */
export function searchTrainers(
  db: ReadableDb,
  query: TrainerQuery,
  { today, own }: { today: CalendarDate; own: OwnEditions },
): FoundTrainer[] | Refusal<'NOT_FOUND'> {
  const wanted = findWanted(db, query, today);
  if (wanted === null) return refuse('NOT_FOUND');
  const asked = listAccreditations(db, query, wanted.startsOn).filter(
    ({ level }) => query.level === null || level === query.level,
  );
  const lines = describeAccreditations(db, asked, today);
  const ids = [...new Set(lines.map(({ personId }) => personId))];
  const homes = readHomes(db, ids);
  const booked = listBooked(db, ids, wanted);
  const sessions = Map.groupBy(booked, ({ personId }) => personId);
  const editionOf = nameEditions(
    db,
    booked.map(({ editionId }) => editionId),
  );
  const codeOf = (id: EditionId) => editionOf(id).editionCode;
  const lastTaught = readLastTaught(db, ids, today);
  const found = lines.map((line) => {
    const { languages, municipalityCode, community } = homes.get(line.personId) ?? unknownHome;
    const clashes = findBusyTimes(sessions.get(line.personId) ?? [], wanted.times);
    const known = { state: line.state, languages, municipalityCode, clashes };
    return {
      ...line,
      languages,
      municipalityCode,
      community,
      nearness:
        query.municipalityCode === null || municipalityCode === null
          ? null
          : compareMunicipalities(municipalityCode, query.municipalityCode),
      lastTaughtOn: lastTaught.get(`${line.personId} ${line.courseId}`) ?? null,
      clashes: clashes.map((clash) => toClash(clash, codeOf, own)),
      shortcomings: listShortcomings(known, query),
    };
  });
  return sortFound(found);
}

function findWanted(db: ReadableDb, { free }: TrainerQuery, today: CalendarDate): Wanted | null {
  if (free === null) return { times: [], startsOn: today, editionId: null };
  const later = (date: CalendarDate) => (date > today ? date : today);
  if (free.when === 'days')
    return { times: listWantedTimes(free.days), startsOn: later(free.days.from), editionId: null };
  const { editionId } = free;
  const edition = findRow<{ startsOn: CalendarDate }>(
    db,
    'SELECT starts_on AS startsOn FROM edition WHERE id = ? AND deleted_at IS NULL',
    editionId,
  );
  if (edition === undefined) return null;
  const times = all<TimeSpan>(
    db,
    `SELECT date, starts_at AS startsAt, minutes FROM session
     WHERE edition_id = ? AND deleted_at IS NULL AND state <> 'cancelled' ORDER BY date, starts_at`,
    editionId,
  );
  return { times, startsOn: later(edition.startsOn), editionId };
}

const unknownHome = { languages: [], municipalityCode: null, community: null };

function readHomes(db: ReadableDb, ids: readonly PersonId[]) {
  const rows = all<{
    id: PersonId;
    languages: string | null;
    municipalityCode: string | null;
    community: string | null;
  }>(
    db,
    `SELECT id, languages, municipality_code AS municipalityCode, community FROM person
     WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
  return new Map(
    rows.map(({ id, languages, ...home }) => [id, { ...home, languages: splitLanguages(languages) }]),
  );
}

/** The sessions of some people between the first and the last wanted day, in any other edition. */
function listBooked(db: ReadableDb, ids: readonly PersonId[], { times, editionId }: Wanted): TaughtSession[] {
  const days = times.map(({ date }) => date).toSorted();
  const [first, last] = [days.at(0), days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const asked = new Set(ids);
  return listTaughtSessions(db, first)
    .filter((one) => asked.has(one.personId) && one.date <= last && one.editionId !== editionId)
    .toSorted((a, b) => (hourOf(a) < hourOf(b) ? -1 : 1));
}

function hourOf({ date, startsAt, sessionId }: TaughtSession): string {
  return `${date} ${startsAt} ${sessionId}`;
}

/** The last day until today of an edition that someone taught, by person and course. */
function readLastTaught(
  db: ReadableDb,
  ids: readonly PersonId[],
  today: CalendarDate,
): Map<string, CalendarDate> {
  const rows = all<{ personId: PersonId; courseId: CourseId; lastOn: CalendarDate }>(
    db,
    `SELECT t.person_id AS personId, e.course_id AS courseId, max(min(e.ends_on, @today)) AS lastOn
     FROM trainer_assignment t JOIN edition e ON e.id = t.edition_id
     WHERE t.person_id IN (SELECT value FROM json_each(@ids)) AND t.deleted_at IS NULL AND e.deleted_at IS NULL
       AND e.status IN ('running', 'closed') AND e.starts_on <= @today
     GROUP BY t.person_id, e.course_id`,
    { ids: JSON.stringify(ids), today },
  );
  return new Map(rows.map(({ personId, courseId, lastOn }) => [`${personId} ${courseId}`, lastOn]));
}

function toClash(
  { date, startsAt, minutes, editionId }: TaughtSession,
  codeOf: (id: EditionId) => string,
  own: OwnEditions,
): TrainerClash {
  const edition =
    own === null || own.has(editionId)
      ? { editionId, editionCode: codeOf(editionId) }
      : { editionId: null, editionCode: null };
  return { date, startsAt, minutes, ...edition };
}
