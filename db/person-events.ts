import { type CalendarDate, dayInBolivia, toInstant } from '../domain/calendar-date.ts';
import type { PersonId } from '../domain/ids.ts';
import { type PersonName, surnamesFirst } from '../domain/person-name.ts';
import type { PersonEvent } from '../domain/person.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import { all, findRow, type ReadableDb } from './database.ts';
import { findKeptPersonId } from './merged-people.ts';
import { listObservations } from './observations.ts';

type EventOf<What extends PersonEvent['what']> = Extract<PersonEvent, { what: What }>;

const nameColumns = (alias: string) => `${alias}.given_names AS givenNames,
  ${alias}.paternal_surname AS paternalSurname, ${alias}.maternal_surname AS maternalSurname,
  ${alias}.married_surname AS marriedSurname`;

/**
 * What was recorded of a person (or of who they have become) beside the editions: words on accreditations, observations,
 * records that became theirs, and the day they were registered; the latest first. Refuses NOT_FOUND.
 */
export function listPersonEvents(db: ReadableDb, personId: PersonId): PersonEvent[] | Refusal<'NOT_FOUND'> {
  const id = findKeptPersonId(db, personId);
  const registered = id === null ? null : findRegistered(db, id);
  if (id === null || registered === null) return refuse('NOT_FOUND');
  const events = [...listWords(db, id), ...listObserved(db, id), ...listMerged(db, id)];
  return [...events.toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)), registered];
}

function listWords(db: ReadableDb, id: PersonId): EventOf<'said'>[] {
  const rows = all<Omit<EventOf<'said'>, 'what' | 'by'> & PersonName & { by: PersonId | null }>(
    db,
    `SELECT w.said_on AS "on", w.word, w.level, c.title AS courseTitle, w.reason, w.accredited_by AS "by",
       ${nameColumns('p')}
     FROM accreditation_word w JOIN course c ON c.id = w.course_id LEFT JOIN person p ON p.id = w.accredited_by
     WHERE w.person_id = ? AND w.deleted_at IS NULL ORDER BY w.said_on DESC, w.id DESC`,
    id,
  );
  return rows.map((row) => ({
    what: 'said',
    on: row.on,
    word: row.word,
    level: row.level,
    courseTitle: row.courseTitle,
    reason: row.reason,
    by: row.by === null ? null : surnamesFirst(row),
  }));
}

function listObserved(db: ReadableDb, id: PersonId): EventOf<'observed'>[] {
  return listObservations(db, id, null).map(({ observedOn, courseTitle, observer, score, remarks }) => ({
    what: 'observed',
    on: observedOn,
    courseTitle,
    observer,
    score,
    remarks,
  }));
}

function listMerged(db: ReadableDb, id: PersonId): EventOf<'merged'>[] {
  const rows = all<PersonName & { deletedAt: number }>(
    db,
    `SELECT p.deleted_at AS deletedAt, ${nameColumns('p')} FROM person p
     WHERE p.merged_into = ? AND p.deleted_at IS NOT NULL ORDER BY p.deleted_at DESC, p.id`,
    id,
  );
  return rows.map((row) => ({ what: 'merged', on: toDay(row.deletedAt), name: surnamesFirst(row) }));
}

function findRegistered(db: ReadableDb, id: PersonId): EventOf<'registered'> | null {
  const row = findRow<{ createdAt: number; fileName: string | null }>(
    db,
    `SELECT p.created_at AS createdAt, i.file_name AS fileName FROM person p LEFT JOIN import i ON i.id = p.import_id
     WHERE p.id = ? AND p.deleted_at IS NULL`,
    id,
  );
  return row === undefined ? null : { what: 'registered', on: toDay(row.createdAt), fileName: row.fileName };
}

function toDay(milliseconds: number): CalendarDate {
  return dayInBolivia(toInstant(milliseconds));
}
