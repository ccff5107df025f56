import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { ImportSummary } from '../../domain/import.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Role } from '../../domain/role.ts';
import type { Writer } from '../../db/database.ts';
import { commitImport } from '../../db/imports.ts';
import type { Service } from '../service.ts';
import type { ReviewOrder } from './review.ts';
import { settleList } from './settle.ts';

/** Stores an upload as it was reviewed, in one transaction, and lets the file go. */
export function commitUpload(
  { db, uploads }: Service,
  writer: Writer,
  role: Role,
  order: ReviewOrder,
  today: CalendarDate,
): ImportSummary | Refusal<'UPLOAD_GONE' | 'NO_ROWS' | 'NOT_FOUND' | 'EDITION_CLOSED'> {
  const kept = uploads.get(order.uploadId);
  if (kept === undefined) return refuse('UPLOAD_GONE');
  const { entries, readings } = settleList(db, kept.table, order, today);
  if (entries.length === 0) return refuse('NO_ROWS');
  const { fileName, sheetName } = kept.table;
  const { editionId } = order;
  const summary = commitImport(writer, {
    fileName,
    sheetName,
    editionId,
    rowCount: readings.length,
    entries,
    role,
  });
  if (!isRefusal(summary)) uploads.delete(order.uploadId);
  return summary;
}
