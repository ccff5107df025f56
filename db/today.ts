import { addDays, type CalendarDate } from '../domain/calendar-date.ts';
import { nameRoom } from '../domain/room.ts';
import { type EnrolmentStatus, holdsSeat } from '../domain/enrolment.ts';
import type { EditionId, SessionId } from '../domain/ids.ts';
import type { SessionState } from '../domain/session.ts';
import type { Today, TodaySession } from '../domain/today.ts';
import { mondayOf } from '../domain/weekday.ts';
import { listAccreditationTasks } from './accreditation-tasks.ts';
import { listExchangeTasks } from './awaited-devices.ts';
import { listBackupTasks } from './backup-tasks.ts';
import { all, getNumber, type ReadableDb } from './database.ts';
import { keepOwn, type OwnEditions } from './own-editions.ts';
import { listTasks } from './tasks.ts';

interface TodaySessionRow {
  session_id: SessionId;
  edition_id: EditionId;
  edition_code: string;
  course_title: string;
  place: string;
  room: string | null;
  date: CalendarDate;
  starts_at: string;
  minutes: number;
  state: SessionState;
  marked_count: number;
}

/** What the home page shows: the sessions of the day and its week, and what waits to be done in one's own editions. */
export function getToday(db: ReadableDb, today: CalendarDate, own: OwnEditions = null): Today {
  const monday = mondayOf(today);
  const week = keepOwn(own, listSessionsBetween(db, monday, addDays(monday, 6)));
  const editionCount = getNumber(db, 'SELECT count(*) FROM edition WHERE deleted_at IS NULL');
  return {
    today,
    sessions: week.filter(({ date }) => date === today),
    tasks: [
      ...listExchangeTasks(db),
      ...listBackupTasks(db, today),
      ...keepOwn(own, listTasks(db, today)),
      // Whoever has editions of their own renews nobody.
      ...(own === null ? listAccreditationTasks(db, today) : []),
    ],
    week,
    courseCount: getNumber(db, 'SELECT count(*) FROM course WHERE deleted_at IS NULL'),
    editionCount,
    ownEditionCount: own === null ? editionCount : own.size,
    personCount: getNumber(db, 'SELECT count(*) FROM person WHERE deleted_at IS NULL'),
  };
}

function listSessionsBetween(db: ReadableDb, from: CalendarDate, to: CalendarDate): TodaySession[] {
  const rows = all<TodaySessionRow>(
    db,
    `SELECT s.id AS session_id, s.edition_id, e.code AS edition_code, c.title AS course_title, e.place,
       coalesce(s.room, e.room) AS room, s.date,
       s.starts_at, s.minutes, s.state,
       (SELECT count(*) FROM attendance_mark m JOIN enrolment n ON n.id = m.enrolment_id
         WHERE m.session_id = s.id AND m.deleted_at IS NULL AND n.deleted_at IS NULL) AS marked_count
     FROM session s JOIN edition e ON e.id = s.edition_id JOIN edition_course c ON c.edition_id = e.id
     WHERE s.date BETWEEN ? AND ? AND s.deleted_at IS NULL AND e.deleted_at IS NULL AND e.status <> 'cancelled'
     ORDER BY s.date, s.starts_at, e.code, s.id`,
    from,
    to,
  );
  const enrolledByEdition = countEnrolled(db, new Set(rows.map((row) => row.edition_id)));
  return rows.map((row) => rowToTodaySession(row, enrolledByEdition.get(row.edition_id) ?? 0));
}

function rowToTodaySession(row: TodaySessionRow, enrolledCount: number): TodaySession {
  return {
    sessionId: row.session_id,
    editionId: row.edition_id,
    editionCode: row.edition_code,
    courseTitle: row.course_title,
    place: nameRoom(row.place, row.room),
    date: row.date,
    startsAt: row.starts_at,
    minutes: row.minutes,
    state: row.state,
    markedCount: row.marked_count,
    enrolledCount,
  };
}

function countEnrolled(db: ReadableDb, editionIds: ReadonlySet<EditionId>): Map<EditionId, number> {
  const rows = all<{ edition_id: EditionId; status: EnrolmentStatus; count: number }>(
    db,
    `SELECT edition_id, status, count(*) AS count FROM enrolment
     WHERE edition_id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL GROUP BY edition_id, status`,
    JSON.stringify([...editionIds]),
  );
  const countByEdition = new Map<EditionId, number>();
  for (const { edition_id, status, count } of rows) {
    if (holdsSeat(status)) countByEdition.set(edition_id, (countByEdition.get(edition_id) ?? 0) + count);
  }
  return countByEdition;
}
