import type { Folio } from '../domain/folio.ts';
import { findRow, getNumber, type ReadableDb, upsertRow, type Writer } from './database.ts';

/**
 * Takes the next folios of this device's series and a year: consecutive, never given before and never again. To be
 * called in the transaction that issues with them, so that a failed issue leaves no gap.
 */
export function takeFolios(writer: Writer, year: number, count: number): Folio[] {
  const series = getSeries(writer);
  const last = findLastNumber(writer.db, series, year);
  if (count > 0) upsertRow(writer, 'folio_counter', { series, year }, { last_number: last + count });
  return Array.from({ length: count }, (_, index) => ({ series, year, number: last + 1 + index }));
}

function getSeries({ db, deviceId }: Writer): string {
  const device = findRow<{ series: string }>(db, 'SELECT series FROM device WHERE id = ?', deviceId);
  if (device === undefined) throw new Error(`device ${deviceId} has no series of folios`);
  return device.series;
}

/** By the register too: where two devices wrote with one series, the counter of the one may be behind the other's. */
function findLastNumber(db: ReadableDb, series: string, year: number): number {
  return getNumber(
    db,
    `SELECT max(
       coalesce((SELECT last_number FROM folio_counter WHERE series = @series AND year = @year), 0),
       coalesce((SELECT max(number) FROM certificate WHERE series = @series AND year = @year), 0))`,
    { series, year },
  );
}
