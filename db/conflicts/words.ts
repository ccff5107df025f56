import type { Choice } from '../../domain/conflict.ts';
import type { twoPeople } from '../../domain/duplicate.ts';
import { all, deleteRow, inTransaction, type ReadableDb, upsertRow, type Writer } from '../database.ts';

/** The keys of what someone has given their word on; it travels like everything else. */
export function listWords(db: ReadableDb): Set<string> {
  const rows = all<{ conflict_key: string }>(
    db,
    'SELECT conflict_key FROM resolution WHERE deleted_at IS NULL',
  );
  return new Set(rows.map(({ conflict_key }) => conflict_key));
}

/** Records someone's word on each key. */
export function giveWord(writer: Writer, keys: readonly string[], choice: Choice | typeof twoPeople): void {
  for (const key of keys) upsertRow(writer, 'resolution', { conflict_key: key }, { choice });
}

/** Takes words back; what they settled shows again. Keys on which there is no word are passed over. */
export function takeBackWords(writer: Writer, keys: readonly string[]): null {
  return inTransaction(writer.db, () => {
    for (const key of keys) deleteRow(writer, 'resolution', { conflict_key: key });
    return null;
  });
}
