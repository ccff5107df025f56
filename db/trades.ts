import type { TradeId } from '../domain/ids.ts';
import { compareSpanish, foldText } from '../domain/text.ts';
import type { Trade, TradesDraft } from '../domain/trade.ts';
import {
  all,
  deleteRow,
  insertRow,
  inTransaction,
  type ReadableDb,
  updateRow,
  type Writer,
} from './database.ts';

/** The office's own trades by name; of those that two PCs added under one name, the first. */
export function listTrades(db: ReadableDb): Trade[] {
  const rows = all<Trade & { id: TradeId }>(
    db,
    'SELECT id, name, section FROM trade WHERE deleted_at IS NULL ORDER BY id DESC',
  );
  const byName = new Map(rows.map((row) => [foldText(row.name), row]));
  return [...byName.values()].toSorted((a, b) => compareSpanish(a.name, b.name));
}

/** Makes the office's trades what a list says; what stays as it was is not written. Enterprises keep what they say. */
export function setTrades(writer: Writer, { trades }: TradesDraft): Trade[] {
  return inTransaction(writer.db, () => {
    const stored = new Map(
      all<Trade>(writer.db, 'SELECT id, name, section FROM trade WHERE deleted_at IS NULL').map((row) => [
        row.id,
        row,
      ]),
    );
    const kept = new Set(trades.map(({ id }) => id));
    for (const id of stored.keys()) if (!kept.has(id)) deleteRow(writer, 'trade', { id });
    for (const { id, name, section } of trades) {
      const before = id === null ? undefined : stored.get(id);
      if (before === undefined) insertRow(writer, 'trade', { id: writer.newId(), name, section });
      else if (before.name !== name || before.section !== section) {
        updateRow(writer, 'trade', { id: before.id }, { name, section });
      }
    }
    return listTrades(writer.db);
  });
}
