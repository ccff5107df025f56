import { erasableTables, listErasures } from '../../domain/anonymising.ts';
import type { CalendarDate, Instant } from '../../domain/calendar-date.ts';
import type { ChangeEntry } from '../../domain/change-log.ts';
import { all, findRow, inTransaction, type ReadableDb, runUnstamped, type WritableDb } from '../database.ts';
import { sealOwnHead } from './chain.ts';
import { listHorizons, rewrite } from './compaction.ts';
import { findSealFrom } from './heads.ts';
import { listRowEntries } from './log-entries.ts';

/**
 * So long every entry stays whole, in milliseconds: 30 days. A PC that was set up from a copy and that nobody has heard
 * of yet has what is older; what is newer it would lack for good.
 */
const restingMs = 30 * 24 * 60 * 60 * 1000;

/** Whether a row was anonymised. */
export function isErasedRow(db: ReadableDb, table: string, key: string): boolean {
  if (!erasableTables.includes(table)) return false;
  return findRow(db, `SELECT 1 FROM ${table} WHERE id = ? AND erased_at IS NOT NULL`, key) !== undefined;
}

/**
 * Takes out of the log what entries say of rows that were anonymised, as far as they have rested and every other PC in
 * use is known to have them, signed: after the next signature the chain is vouched for without its beginning. What is
 * left folds to the same rows. To be done after anonymising somebody, when other PCs were heard of, and every day.
 * Answers how many entries were changed.
 */
export function redactErased(db: WritableDb, now: Instant): number {
  return inTransaction(db, () => {
    sealOwnHead(db);
    const telling = listTelling(db);
    if (telling.length === 0) return 0;
    const horizons = listHorizons(db);
    const ripe = telling.filter(
      ({ entry: { device, sequence, madeAt } }) =>
        sequence <= (horizons.get(device) ?? 0) && madeAt <= Date.parse(now) - restingMs,
    );
    for (const { entry, columns } of ripe) {
      const left = Object.entries(entry.delta).filter(([column]) => !columns.includes(column));
      rewrite(db, entry, Object.fromEntries(left));
      markRedacted(db, entry);
    }
    return ripe.length;
  });
}

/** At the next place where the chain is signed: what follows it can be handed on from there. */
function markRedacted(db: WritableDb, { device, sequence }: ChangeEntry): void {
  const upTo = findSealFrom(db, device, sequence)?.sequence ?? sequence;
  runUnstamped(db, 'UPDATE log_device SET redacted = max(redacted, ?) WHERE id = ?', upTo, device);
}

/** The entries that still say something of what was erased, with the columns in which they do. */
function listTelling(db: ReadableDb): { entry: ChangeEntry; columns: string[] }[] {
  return erasableTables.flatMap((table) => {
    const kept = table === 'person' ? 'kept_birth_date' : 'NULL AS kept_birth_date';
    const rows = all<{ id: string; kept_birth_date: CalendarDate | null }>(
      db,
      `SELECT id, ${kept} FROM ${table} WHERE erased_at IS NOT NULL`,
    );
    return rows.flatMap(({ id, kept_birth_date }) => {
      const erased = Object.entries(listErasures(table, kept_birth_date));
      return listRowEntries(db, table, id).flatMap((entry) => {
        const tells = ([column, value]: (typeof erased)[number]) =>
          column in entry.delta && entry.delta[column] !== value;
        const columns = erased.filter(tells).map(([column]) => column);
        return columns.length === 0 ? [] : [{ entry, columns }];
      });
    });
  });
}
