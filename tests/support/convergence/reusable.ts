import { all, inTransaction, runUnstamped, type WritableDb } from '../../../db/database.ts';
import { indexEveryone } from '../../../db/person-search.ts';
import { openBytes } from '../devices.ts';

/** A database that one run after the other begins with: preparing its statements anew took half of each run. */
export interface ReusableDb {
  readonly db: WritableDb;
  /** Puts everything in it back as it was. */
  reset(): void;
}

export function openReusable(bytes: Buffer): ReusableDb {
  const db = openBytes(bytes);
  const tables = all<{ name: string }>(
    db,
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'person_search%'
     ORDER BY name <> 'log_clock'`,
  );
  for (const { name } of tables)
    db.handle.exec(`CREATE TABLE temp.copy_of_${name} AS SELECT * FROM main.${name}`);
  return { db, reset: () => reset(db, tables) };
}

/** Without the clock, which comes first, nothing of this is logged; it comes back last. */
function reset(db: WritableDb, tables: readonly { name: string }[]): void {
  db.handle.pragma('foreign_keys = OFF');
  inTransaction(db, () => {
    for (const { name } of tables) runUnstamped(db, `DELETE FROM main.${name}`);
    for (const { name } of tables.toReversed()) {
      runUnstamped(db, `INSERT INTO main.${name} SELECT * FROM temp.copy_of_${name}`);
    }
    indexAnew(db);
  });
  db.handle.pragma('foreign_keys = ON');
}

/** Makes the search index anew from the people. */
export function indexAnew(db: WritableDb): void {
  runUnstamped(db, "INSERT INTO person_search (person_search) VALUES ('delete-all')");
  indexEveryone(db);
}
