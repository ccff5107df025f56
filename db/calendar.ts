import type { CalendarDate } from '../domain/calendar-date.ts';
import { type Calendar, type CalendarSession, nameWhere } from '../domain/calendar.ts';
import type { EditionStatus } from '../domain/edition.ts';
import type { CourseId, EditionId, PersonId, ProgrammeId } from '../domain/ids.ts';
import { fullName, type PersonName } from '../domain/person-name.ts';
import { compareSpanish } from '../domain/text.ts';
import { all, type ReadableDb } from './database.ts';
import { keepOwn, type OwnEditions } from './own-editions.ts';
import { listSessionsBetween } from './sessions.ts';

type EditionFacts = Pick<
  CalendarSession,
  'editionCode' | 'editionStatus' | 'courseId' | 'courseTitle' | 'programmeId' | 'place' | 'editionRoom'
>;

interface EditionFactsRow {
  id: EditionId;
  code: string;
  status: EditionStatus;
  course_id: CourseId;
  course_title: string;
  programme_id: ProgrammeId | null;
  place: string;
  room: string | null;
}

interface TrainerRow extends PersonName {
  editionId: EditionId;
  personId: PersonId;
  role: CalendarSession['trainers'][number]['role'];
}

/**
 * The office's calendar from one day to another, both included: the sessions of all editions but cancelled ones, or of
 * one's own, and who teaches and where, in any edition, to narrow it down by.
 */
export function listCalendar(
  db: ReadableDb,
  { from, to }: { from: CalendarDate; to: CalendarDate },
  own: OwnEditions = null,
): Calendar {
  const editions = listEditionFacts(db, own);
  const trainers = keepOwn(own, listTrainerRows(db)).filter(({ editionId }) => editions.has(editionId));
  const trainersByEdition = Map.groupBy(trainers, ({ editionId }) => editionId);
  const sessions = listSessionsBetween(db, from, to)
    .flatMap((session): CalendarSession[] => {
      const facts = editions.get(session.editionId);
      const taughtBy = (trainersByEdition.get(session.editionId) ?? []).map(rowToTrainer);
      return facts === undefined ? [] : [{ ...session, ...facts, trainers: taughtBy }];
    })
    .toSorted(byDateAndHour);
  return { sessions, trainers: listOnce(trainers), places: listPlaces([...editions.values()], sessions) };
}

/** Every place once, and below it every room that an edition, or one of the sessions, meets in. */
function listPlaces(editions: readonly EditionFacts[], sessions: readonly CalendarSession[]): string[] {
  const rooms = [
    ...editions.map((edition) => nameWhere({ ...edition, room: null })),
    ...sessions.map(nameWhere),
  ];
  return [...new Set([...editions.map(({ place }) => place), ...rooms])].toSorted(compareSpanish);
}

function listEditionFacts(db: ReadableDb, own: OwnEditions): Map<EditionId, EditionFacts> {
  const rows = all<EditionFactsRow>(
    db,
    `SELECT e.id, e.code, e.status, e.course_id, c.title AS course_title, t.programme_id, e.place, e.room
     FROM edition e JOIN edition_course c ON c.edition_id = e.id
       JOIN course n ON n.id = e.course_id LEFT JOIN theme t ON t.id = n.theme_id AND t.deleted_at IS NULL
     WHERE e.deleted_at IS NULL AND e.status <> 'cancelled'`,
  );
  const kept = rows.filter(({ id }) => own === null || own.has(id));
  return new Map(kept.map((row) => [row.id, rowToEditionFacts(row)]));
}

function rowToEditionFacts(row: EditionFactsRow): EditionFacts {
  return {
    editionCode: row.code,
    editionStatus: row.status,
    courseId: row.course_id,
    courseTitle: row.course_title,
    programmeId: row.programme_id,
    place: row.place,
    editionRoom: row.room,
  };
}

function listTrainerRows(db: ReadableDb): TrainerRow[] {
  return all<TrainerRow>(
    db,
    `SELECT t.edition_id AS editionId, t.person_id AS personId, t.role, p.given_names AS givenNames,
       p.paternal_surname AS paternalSurname, p.maternal_surname AS maternalSurname,
       p.married_surname AS marriedSurname
     FROM trainer_assignment t JOIN person p ON p.id = t.person_id
     WHERE t.deleted_at IS NULL ORDER BY t.role <> 'lead', p.sort_name, p.id`,
  );
}

function rowToTrainer(row: TrainerRow): CalendarSession['trainers'][number] {
  return { personId: row.personId, role: row.role, name: fullName(row) };
}

/** Everyone once, by name. */
function listOnce(rows: readonly TrainerRow[]): Calendar['trainers'] {
  const nameById = new Map(rows.map((row) => [row.personId, fullName(row)]));
  return [...nameById]
    .map(([personId, name]) => ({ personId, name }))
    .toSorted((a, b) => compareSpanish(a.name, b.name));
}

function byDateAndHour(a: CalendarSession, b: CalendarSession): number {
  const key = ({ date, startsAt, editionCode, id }: CalendarSession) =>
    [date, startsAt, editionCode, id].join(' ');
  return key(a) < key(b) ? -1 : 1;
}
