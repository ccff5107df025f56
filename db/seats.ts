import { computeSeats, type Seats, takesChanges } from '../domain/edition.ts';
import { type EnrolmentStatus, pickFromWaitingList } from '../domain/enrolment.ts';
import type { EditionId, EnrolmentId } from '../domain/ids.ts';
import { all, findRow, type ReadableDb, updateRow, type Writer } from './database.ts';
import { findEditionStatus } from './edition-status.ts';

interface CountRow {
  edition_id: EditionId;
  status: EnrolmentStatus;
  count: number;
}

const noCounts: ReadonlyMap<EnrolmentStatus, number> = new Map();

/** The seats of some editions, of one grouped query. */
export function listSeats(
  db: ReadableDb,
  capacityByEdition: ReadonlyMap<EditionId, number>,
): Map<EditionId, Seats> {
  const rows = all<CountRow>(
    db,
    `SELECT edition_id, status, count(*) AS count FROM enrolment
     WHERE edition_id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL
     GROUP BY edition_id, status`,
    JSON.stringify([...capacityByEdition.keys()]),
  );
  const countsByEdition = new Map<EditionId, Map<EnrolmentStatus, number>>();
  for (const { edition_id, status, count } of rows) {
    const counts = countsByEdition.get(edition_id) ?? new Map<EnrolmentStatus, number>();
    countsByEdition.set(edition_id, counts.set(status, count));
  }
  return new Map(
    [...capacityByEdition].map(([id, capacity]) => [
      id,
      computeSeats(capacity, countsByEdition.get(id) ?? noCounts),
    ]),
  );
}

/** The seats of one edition. Throws where there is no such edition. */
export function getSeats(db: ReadableDb, editionId: EditionId): Seats {
  const edition = findRow<{ capacity: number }>(db, 'SELECT capacity FROM edition WHERE id = ?', editionId);
  if (edition === undefined) throw new Error(`edition ${editionId} is gone`);
  const rows = all<Omit<CountRow, 'edition_id'>>(
    db,
    `SELECT status, count(*) AS count FROM enrolment WHERE edition_id = ? AND deleted_at IS NULL
     GROUP BY status`,
    editionId,
  );
  return computeSeats(edition.capacity, new Map(rows.map(({ status, count }) => [status, count])));
}

/**
 * Gives every free seat of an edition to the first in its waiting list, in order of arrival, and answers who moved
 * up. To be called in the transaction of whatever may have freed a seat. Nobody moves in a closed or cancelled one.
 */
export function fillFreeSeats(writer: Writer, editionId: EditionId): EnrolmentId[] {
  const status = findEditionStatus(writer.db, editionId);
  if (status === null || !takesChanges(status)) return [];
  const waiting = all<{ id: EnrolmentId }>(
    writer.db,
    `SELECT id FROM enrolment WHERE edition_id = ? AND status = 'waiting' AND deleted_at IS NULL
     ORDER BY enrolled_at, id`,
    editionId,
  );
  if (waiting.length === 0) return [];
  const picked = pickFromWaitingList(waiting, getSeats(writer.db, editionId).free).map(({ id }) => id);
  for (const id of picked) updateRow(writer, 'enrolment', { id }, { status: 'enrolled' });
  return picked;
}
