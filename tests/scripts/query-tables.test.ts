import { describe, expect, test } from 'vitest';
import { all } from '../../db/database.ts';
import { openDatabase } from '../../db/open.ts';
import { findRoutersReading, tablesByRouter } from '../../renderer/lib/query-tables.ts';

/** Tables that no screen reads by themselves: keys, counters, the log and what hangs on it, and the search index behind `person`. */
const unread =
  /^(this_device|this_office|device_secret|device_knowledge|device_key|issuing_key|private_key|folio_counter|change_log|log_.*|waiting_row|waiting_parent|compaction_run|failed_sign_in|person_search.*|sqlite_.*)$/;

function listTables(): string[] {
  const rows = all(openDatabase(':memory:'), "SELECT name FROM sqlite_master WHERE type = 'table'");
  return rows.map((row) => String(row['name']));
}

describe('what is fetched anew when a table changes', () => {
  test('names only tables that exist', () => {
    const known = new Set(listTables());
    const named = new Set<string>(Object.values(tablesByRouter).flat());
    expect([...named].filter((table) => !known.has(table))).toEqual([]);
  });

  test('leaves out no table that a screen reads', () => {
    const forgotten = listTables().filter(
      (table) => !unread.test(table) && findRoutersReading([table]).length === 0,
    );
    expect(forgotten).toEqual([]);
  });

  test('a mark changes attendance, results and the day, but not the office', () => {
    const routers = findRoutersReading(['attendance_mark']);
    expect(routers).toEqual(expect.arrayContaining(['attendance', 'editions', 'today']));
    expect(routers).not.toContain('office');
  });

  test('what every page says of backups and packets is not asked again for what is typed', () => {
    expect(findRoutersReading(['person', 'enrolment', 'attendance_mark', 'grade'])).not.toContain(
      'safekeeping',
    );
    for (const table of ['backup_run', 'packet_aside', 'exchange_event']) {
      expect(findRoutersReading([table])).toContain('safekeeping');
    }
  });
});
