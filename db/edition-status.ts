import { type EditionStatus, takesChanges } from '../domain/edition.ts';
import type { EditionId } from '../domain/ids.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { findRow, type ReadableDb } from './database.ts';

/** The status of an edition, or null where there is none. */
export function findEditionStatus(db: ReadableDb, editionId: EditionId): EditionStatus | null {
  const row = findRow<{ status: EditionStatus }>(
    db,
    'SELECT status FROM edition WHERE id = ? AND deleted_at IS NULL',
    editionId,
  );
  return row?.status ?? null;
}

/** Why an edition cannot be changed (gone, closed or cancelled), or null where it can. */
export function findObstacle(
  db: ReadableDb,
  editionId: EditionId,
): Refusal<'NOT_FOUND'> | Refusal<'EDITION_CLOSED'> | null {
  const status = findEditionStatus(db, editionId);
  if (status === null) return refuse('NOT_FOUND');
  return takesChanges(status) ? null : refuse('EDITION_CLOSED');
}
