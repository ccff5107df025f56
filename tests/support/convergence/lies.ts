import { beginMerge, mergeEntries } from '../../../db/change-log/merge.ts';
import { getClock, getClockAt, getHead } from '../../../db/change-log/heads.ts';
import { all } from '../../../db/database.ts';
import type { Delta, LoggedValue } from '../../../domain/change-log.ts';
import type { RunDevice } from './devices.ts';
import { type Pick, pickOf } from './dice.ts';

/** The PC that lies. */
export const liar = 'L'.repeat(22);
/** What the keys of rows begin with that can never stand. */
const unborn = 'unborn'.padEnd(21, '0');
/** What those begin with that can stand without what is lied of them. */
const made = 'made'.padEnd(21, '0');
const nobody = 'N'.repeat(22);
const lies = new Set<LoggedValue>([' ', 'mentira', -100, nobody]);

/** Whether a value is one that no Yachay writes, or points to a row that never stands. */
export function isLie(value: LoggedValue): boolean {
  return lies.has(value) || (typeof value === 'string' && value.startsWith(unborn));
}

/** Whether a row is one that can never stand. */
export function isUnborn(key: string): boolean {
  return key.startsWith(unborn);
}

/** What the liar says of rows that others made, sometimes with a truth beside it. */
const sayings: readonly [table: string, key: string, deltas: readonly Delta[]][] = [
  [
    'person',
    'id',
    [
      { organisation_id: nobody },
      { organisation_id: nobody, phone: '70000000' },
      { merged_into: nobody },
      { merged_into: `${unborn}1`, sex: 'mentira' },
      { given_names: ' ', notes: 'dicho por otro' },
    ],
  ],
  ['course', 'id', [{ level: 'mentira' }, { hours: -100 }, { theme_id: nobody, title: 'Otro' }]],
  ['session', 'id', [{ edition_id: nobody }, { minutes: -100, topic: 'Otro' }, { module_id: nobody }]],
  ['enrolment', 'id', [{ person_id: nobody }, { status: 'mentira' }, { edition_id: `${unborn}2` }]],
  ['attendance_mark', 'json_array(session_id, enrolment_id)', [{ mark: 'mentira' }]],
];

/** Rows that the liar makes up. One can stand without what is lied of it; the others lack what a row has to have. */
const inventions: readonly [table: string, key: string, delta: Delta][] = [
  [
    'person',
    made,
    { given_names: 'Nadie', has_consented: 0, sex: 'mentira', merged_into: nobody, organisation_id: nobody },
  ],
  ['person', unborn, { given_names: ' ' }],
  ['person', unborn, { given_names: ' ', phone: '70000000', merged_into: `${unborn}1` }],
  ['enrolment', unborn, { person_id: nobody, edition_id: `${unborn}2`, status: 'enrolled', enrolled_at: 1 }],
];

/**
 * A PC that everybody has accepted writes what no Yachay writes, and hands it to one PC, from where it travels on.
 * Answers whether there was anything to lie about.
 */
export function tellLie({ db }: RunDevice, pick: Pick): boolean {
  const [table, keySql, deltas] = pickOf(pick, sayings) ?? ['person', 'id', []];
  const invention = pick(5) === 0 ? pickOf(pick, inventions) : null;
  const row = pickOf(
    pick,
    all<{ key: string }>(db, `SELECT ${keySql} AS key FROM ${table} ORDER BY created_at DESC, 1 LIMIT 8`),
  );
  if (invention === null && row === null) return false;
  const { sequence } = getHead(db, liar);
  const said = getClockAt(db, liar, sequence);
  // Its word may come between those of others, or after all.
  const clock = said === 0 || pick(3) === 0 ? Math.max(said, getClock(db)) + 1 : said + 1 + pick(1_000_000);
  mergeEntries(beginMerge(db), [
    {
      device: liar,
      sequence: sequence + 1,
      action: sequence + 1,
      clock,
      madeAt: pick(1000),
      madeBy: 'liar',
      table: invention === null ? table : invention[0],
      key: invention === null ? (row?.key ?? '') : `${invention[1]}${pick(3)}`,
      isCreated: invention !== null,
      delta: invention === null ? (pickOf(pick, deltas) ?? {}) : invention[2],
    },
  ]);
  return true;
}
