import { suggestSeries } from '../../domain/folio.ts';
import { all, findRow, inTransaction, updateRow, type Writer } from '../database.ts';

/**
 * To be called after a merge: where another PC has the series of folios of this one, the one with the greater id takes
 * a new series, without asking anyone; both come to the same conclusion apart. Answers the new one, or null.
 */
export function settleOwnSeries(writer: Writer): string | null {
  const { db, deviceId } = writer;
  return inTransaction(db, () => {
    const elder = findRow(
      db,
      `SELECT 1 FROM device d JOIN device own ON own.series = d.series AND d.id < own.id WHERE own.id = ?`,
      deviceId,
    );
    if (elder === undefined) return null;
    const taken = all<{ series: string }>(db, 'SELECT series FROM device');
    const series = suggestSeries(
      taken.map((device) => device.series),
      deviceId,
    );
    updateRow(writer, 'device', { id: deviceId }, { series });
    return series;
  });
}
