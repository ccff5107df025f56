import type { DeviceId } from '../../domain/ids.ts';
import { all, getNumber, inTransaction, runUnstamped, type WritableDb } from '../database.ts';
import { numberOf } from './log-names.ts';
import { withoutLogging } from './merge.ts';
import { readTravellingTables } from './travelling-tables.ts';
import { refoldRow } from './waiting-rows.ts';

/**
 * Makes what one device wrote after a place in its log the first work of another one, which has written nothing yet:
 * elsewhere the former one wrote something else from there on. Clocks, moments and authors stay, so every row folds as
 * before but for the device in its stamps. Joins the caller's transaction.
 */
export function giveEntriesTo(
  db: WritableDb,
  { from, after, to }: { from: DeviceId; after: number; to: DeviceId },
): void {
  inTransaction(db, () => {
    const former = numberOf(db, 'log_device', from);
    const heir = numberOf(db, 'log_device', to);
    const rows = all<{ table: string; key: string }>(
      db,
      `SELECT DISTINCT t.name AS "table", l.row_key AS key FROM change_log l JOIN log_table t ON t.number = l.table_number
       WHERE l.device = ? AND l.sequence > ?`,
      former,
      after,
    );
    const given = getNumber(
      db,
      'SELECT count(*) FROM change_log WHERE device = ? AND sequence > ?',
      former,
      after,
    );
    runUnstamped(
      db,
      `UPDATE change_log SET device = ?, sequence = sequence - @after, action = max(1, action - @after)
       WHERE device = ? AND sequence > @after`,
      heir,
      former,
      { after },
    );
    runUnstamped(db, 'DELETE FROM log_seal WHERE device = ? AND sequence > ?', former, after);
    runUnstamped(db, 'UPDATE log_device SET sequence = min(sequence, ?) WHERE number = ?', after, former);
    runUnstamped(db, 'UPDATE log_clock SET sequence = sequence + ? WHERE device = ?', given, heir);
    const tables = readTravellingTables(db.handle);
    withoutLogging(db, () => {
      for (const row of rows) refoldRow(db, tables, row);
    });
  });
}
