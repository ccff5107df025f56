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
    name: 'entries with the same clock count as they lie in the log',
    file: 'db/change-log/log-entries.ts',
    piece: "'l.clock, d.id, l.sequence'",
    instead: "'l.clock'",
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
    piece: 'stands ? listChildren(db, row) : []',
    instead: '[]',
  },
  {
    name: 'rows that point to each other wait for each other',
    file: 'db/change-log/table-fold.ts',
    piece: 'if (!stands) delete counting[column];',
    instead: 'if (!stands) counting[column] = pointed[column] ?? null;',
  },
  {
    name: 'columns of the next version are forgotten',
    file: 'db/change-log/waiting-rows.ts',
    piece: "else if (!isWhole) setWaiting(db, table, key, { reason: 'unknown', missing });",
    instead: '',
  },
  {
    name: 'a row forgets the earlier of two pointers to rows that are missing',
    file: 'db/change-log/table-fold.ts',
    piece: 'missing.get(parent) ?? new Map<string, MissingParent>()',
    instead: 'new Map<string, MissingParent>()',
  },
  {
    name: 'what is said later of who was anonymised counts',
    file: 'db/change-log/table-fold.ts',
    piece: 'withoutErased(table.name, row.values)',
    instead: 'row.values',
  },
  {
    name: 'a value that this version does not admit counts',
    file: 'db/change-log/table-fold.ts',
    piece: 'else if (column.admits(value)) {',
    instead: 'else if (true) {',
  },
  {
    name: 'the search is not told of merged people',
    file: 'db/change-log/row-writing.ts',
    piece: "if (typeof id === 'string') findComputedColumns(table.name)?.settle?.(db, id);",
    instead: '',
  },
];
