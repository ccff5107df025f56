import { type AttendanceMark, attendanceMarkSchema } from '../../../domain/attendance.ts';
import type { EnrolmentId, SessionId } from '../../../domain/ids.ts';
import type { Session } from '../../../domain/session.ts';
import type { AttendanceRow } from './attendance-rows.ts';
import type { AttendanceStore } from './attendance-store.ts';
import type { GridSelection, Place } from './grid-selection.ts';

/** What is shown and what is chosen in it. */
export interface GridModel {
  readonly store: AttendanceStore;
  readonly selection: GridSelection;
  readonly rows: readonly AttendanceRow[];
  readonly sessions: readonly Session[];
  readonly isReadOnly: boolean;
}

interface MarkedCell {
  readonly row: EnrolmentId;
  readonly column: SessionId;
}

/** Why nothing can be marked where the selection stands. */
export type MarkHindrance = 'readOnly' | 'sessionCancelled' | 'hasLeft' | 'headOfColumn';

/** P A F L in either case; null if the key is no mark. */
export function parseMarkKey(key: string): AttendanceMark | null {
  return attendanceMarkSchema.safeParse(key.toUpperCase()).data ?? null;
}

export function isMarkable(session: Session): boolean {
  return session.state !== 'cancelled';
}

function listSelectedCells({ selection, rows, sessions }: GridModel): MarkedCell[] {
  const { top, bottom, left, right } = selection.getRange();
  const people = rows.slice(Math.max(0, top), bottom + 1).filter((row) => row.number !== null);
  const columns = sessions.slice(left, right + 1).filter(isMarkable);
  return people.flatMap(({ enrolment }) => columns.map(({ id }) => ({ row: enrolment.id, column: id })));
}

function findHindrance(model: GridModel): MarkHindrance {
  const { row, column } = model.selection.getActive();
  const session = model.sessions[column];
  if (model.isReadOnly) return 'readOnly';
  if (row < 0) return 'headOfColumn';
  return session !== undefined && !isMarkable(session) ? 'sessionCancelled' : 'hasLeft';
}

/** Marks all that is selected (null takes marks away) and, where it is one cell, goes on to the next person. */
export function markSelection(model: GridModel, value: AttendanceMark | null): MarkHindrance | null {
  const cells = model.isReadOnly ? [] : listSelectedCells(model);
  if (cells.length === 0) return findHindrance(model);
  model.store.set(cells.map((cell) => ({ ...cell, value })));
  if (model.selection.isSingle() && value !== null) goToNextPerson(model);
  return null;
}

function goToNextPerson({ selection, rows }: GridModel): void {
  const { row, column } = selection.getActive();
  if (row + 1 < rows.length) selection.moveTo({ row: row + 1, column });
}

/** Takes the last marking back and goes to where it was; false where there is none to take back. */
export function undoMarking({ store, selection, rows, sessions }: GridModel): boolean {
  const changes = store.undo();
  const places = changes.map((change) => ({
    row: rows.findIndex(({ enrolment }) => enrolment.id === change.row),
    column: sessions.findIndex(({ id }) => id === change.column),
  }));
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined) return changes.length > 0;
  const isRectangle = places.every((place) => isBetween(place, first, last));
  selection.select(isRectangle ? last : first, first);
  return true;
}

function isBetween(place: Place, first: Place, last: Place): boolean {
  return (
    place.row >= first.row &&
    place.row <= last.row &&
    place.column >= Math.min(first.column, last.column) &&
    place.column <= Math.max(first.column, last.column)
  );
}

/** The people of a session who have no mark yet. */
export function listUnmarked(
  store: AttendanceStore,
  rows: readonly AttendanceRow[],
  sessionId: SessionId,
): MarkedCell[] {
  return rows
    .filter(({ number, enrolment }) => number !== null && store.getValue(enrolment.id, sessionId) === null)
    .map(({ enrolment }) => ({ row: enrolment.id, column: sessionId }));
}

export interface CopyTexts {
  readonly number: string;
  readonly name: string;
  readonly date: (session: Session) => string;
}

/** The selection as Excel takes it from the clipboard; with names and dates where all of the grid is selected. */
export function writeSelection(model: GridModel, texts: CopyTexts): string {
  const { top, bottom, left, right } = model.selection.getRange();
  const rows = model.rows.slice(Math.max(0, top), bottom + 1);
  const sessions = model.sessions.slice(left, right + 1);
  const isWhole = rows.length === model.rows.length && sessions.length === model.sessions.length;
  const letters = (row: AttendanceRow) =>
    sessions.map((session) => model.store.getValue(row.enrolment.id, session.id) ?? '');
  const lines = rows.map((row) =>
    isWhole ? [String(row.number ?? ''), row.name, ...letters(row)] : letters(row),
  );
  const head = isWhole ? [[texts.number, texts.name, ...sessions.map(texts.date)]] : [];
  return [...head, ...lines].map((line) => line.join('\t')).join('\n');
}
