/** A fault put into the merge on purpose: one piece of its source replaced. */
export interface Mutant {
  readonly name: string;
  readonly file: string;
  readonly piece: string;
  readonly instead: string;
}

export const mutants: readonly Mutant[] = [
  {
    name: 'entries with the same clock count as they come',
    file: 'domain/change-log.ts',
    piece: 'if (a.device !== b.device) return a.device < b.device ? -1 : 1;',
    instead: 'if (a.device !== b.device) return 0;',
  },
  {
    name: 'news are added without looking whether something later is known',
    file: 'db/change-log/merge.ts',
    piece: 'entries.every(({ clock }) => clock > clockBefore)',
    instead: 'true',
  },
  {
    name: 'the clock is not put ahead of what was seen',
    file: 'db/change-log/merge.ts',
    piece: 'advanceClock(merge.db, clock);',
    instead: '',
  },
  {
    name: 'nobody calls what waited for a row',
    file: 'db/change-log/waiting-rows.ts',
    piece: 'refoldChildren(db, tables, table.name, key);',
    instead: '',
  },
  {
    name: 'rows that point to each other wait for each other',
    file: 'db/change-log/waiting-rows.ts',
    piece: "obstacle.reason === 'parent' && settleCircle(db, tables, { table, key, folded })",
    instead: 'false',
  },
  {
    name: 'columns of the next version are forgotten',
    file: 'db/change-log/waiting-rows.ts',
    piece: "if (!isWhole) setWaiting(db, table.name, key, 'unknown');",
    instead: '',
  },
  {
    name: 'the search is not told of merged people',
    file: 'db/change-log/row-writing.ts',
    piece: 'findComputedColumns(table.name)?.settle?.(db, key);',
    instead: '',
  },
];
