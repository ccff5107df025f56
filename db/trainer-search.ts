import type { CalendarDate } from '../domain/calendar-date.ts';
import type { FoundTrainer, TrainerClash } from '../domain/contract/trainers.ts';
import type { CourseId, EditionId, PersonId } from '../domain/ids.ts';
import { splitLanguages } from '../domain/language.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import {
  compareMunicipalities,
  findClashes,
  listShortcomings,
  listWantedTimes,
  sortFound,
  type TimeOnDay,
  type TrainerQuery,
} from '../domain/trainer-search.ts';
import { describeAccreditations, listAccreditations } from './accreditations.ts';
import { all, findRow, type ReadableDb } from './database.ts';
import type { OwnEditions } from './own-editions.ts';

/** When somebody is to be free, and from when on they teach. */
interface Wanted {
  readonly times: readonly TimeOnDay[];
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
  const sessions = Map.groupBy(listBooked(db, ids, wanted), ({ personId }) => personId);
  const lastTaught = readLastTaught(db, ids, today);
  const found = lines.map((line) => {
    const { languages, municipalityCode, community } = homes.get(line.personId) ?? unknownHome;
    const clashes = findClashes(sessions.get(line.personId) ?? [], wanted.times);
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
      clashes: clashes.map((clash) => toClash(clash, own)),
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
  const times = all<TimeOnDay>(
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

interface Booked extends TimeOnDay {
  readonly personId: PersonId;
  readonly editionId: EditionId;
  readonly editionCode: string;
}

/** The sessions of some people between the first and the last wanted day, in any other edition. */
function listBooked(db: ReadableDb, ids: readonly PersonId[], { times, editionId }: Wanted): Booked[] {
  const days = times.map(({ date }) => date).toSorted();
  return all<Booked>(
    db,
    `SELECT t.person_id AS personId, e.id AS editionId, e.code AS editionCode, s.date, s.starts_at AS startsAt, s.minutes
     FROM trainer_assignment t JOIN edition e ON e.id = t.edition_id JOIN session s ON s.edition_id = e.id
     WHERE t.person_id IN (SELECT value FROM json_each(@ids)) AND s.date BETWEEN @from AND @to
       AND (@editionId IS NULL OR e.id <> @editionId) AND t.deleted_at IS NULL AND e.deleted_at IS NULL
       AND e.status <> 'cancelled' AND s.deleted_at IS NULL AND s.state <> 'cancelled'
     ORDER BY s.date, s.starts_at, s.id`,
    { ids: JSON.stringify(ids), from: days.at(0) ?? null, to: days.at(-1) ?? null, editionId },
  );
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
  { date, startsAt, minutes, editionId, editionCode }: Booked,
  own: OwnEditions,
): TrainerClash {
  const isOwn = own === null || own.has(editionId);
  return {
    date,
    startsAt,
    minutes,
    ...(isOwn ? { editionId, editionCode } : { editionId: null, editionCode: null }),
  };
}
