import type { OfficeDayId } from '../domain/ids.ts';
import type { OfficeDay, OfficeDayDraft } from '../domain/office-day.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import { all, deleteRow, insertRow, type ReadableDb, restoreRow, type Writer } from './database.ts';

type OfficeDayRow = Omit<OfficeDay, 'isWorked'> & { is_worked: number };

/** The days on which the office is closed, or works although it is a holiday, the latest first. */
export function listOfficeDays(db: ReadableDb): OfficeDay[] {
  return all<OfficeDayRow>(
    db,
    `SELECT id, starts_on AS startsOn, ends_on AS endsOn, name, is_worked FROM office_day WHERE deleted_at IS NULL
     ORDER BY starts_on DESC, id`,
  ).map(({ is_worked, ...row }) => ({ ...row, isWorked: is_worked === 1 }));
}

/** Adds one. Sessions that are planned on such days stay; the calendar shows them. */
export function addOfficeDay(writer: Writer, draft: OfficeDayDraft): OfficeDay {
  const id = writer.newId() as OfficeDayId;
  insertRow(writer, 'office_day', {
    id,
    starts_on: draft.startsOn,
    ends_on: draft.endsOn,
    name: draft.name,
    is_worked: draft.isWorked ? 1 : 0,
  });
  return { ...draft, id };
}

/** Takes one out. Refuses NOT_FOUND. */
export function removeOfficeDay(writer: Writer, { id }: { id: OfficeDayId }): null | Refusal<'NOT_FOUND'> {
  return deleteRow(writer, 'office_day', { id }) ? null : refuse('NOT_FOUND');
}

/** Takes that back. Refuses NOT_FOUND. */
export function restoreOfficeDay(writer: Writer, { id }: { id: OfficeDayId }): null | Refusal<'NOT_FOUND'> {
  return restoreRow(writer, 'office_day', { id }) ? null : refuse('NOT_FOUND');
}
