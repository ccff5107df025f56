import { z } from 'zod';
import { isErasable, isErased } from './anonymising.ts';
import { calendarDateSchema, instantSchema } from './calendar-date.ts';
import { type ChangeEntry, compareEntries, foldEntries, type LoggedValue } from './change-log.ts';
import {
  certificateIdSchema,
  courseIdSchema,
  editionIdSchema,
  enrolmentIdSchema,
  personIdSchema,
  sessionIdSchema,
} from './ids.ts';

/** What was done at once: by which device, and the first sequence of it there. Handed out, it can be taken back. */
export const actionPlaceSchema = z.object({ device: z.string().max(60), action: z.number().int().min(1) });

/** Columns nobody is shown: they number and link rows, or are kept by Yachay itself. */
export const hiddenColumns: Readonly<Record<string, readonly string[]>> = {
  certificate: [
    'series',
    'year',
    'number',
    'person_id',
    'enrolment_id',
    'edition_id',
    'person_sort_name',
    'course_code',
    'edition_code',
    'hours',
    'starts_on',
    'ends_on',
    'place',
    'office_name',
    'municipality',
    'municipality_code',
    'logo_id',
    'seal',
    'search_text',
  ],
  course_module: ['course_id'],
  device: ['public_key', 'age_recipient'],
  edition: [
    'closed_at',
    'results_digest',
    'course_title',
    'course_code',
    'course_hours',
    'minimum_attendance',
    'pass_mark',
    'gives_participation',
    'gives_approval',
    'validity_months',
  ],
  assessment: ['edition_id', 'position_in_list'],
  enrolment: ['edition_id', 'enrolled_at', 'import_id', 'joined_into', 'transferred_from'],
  enterprise: ['person_id', 'import_id', 'position_in_list'],
  folio_counter: ['last_number'],
  import: [
    'edition_id',
    'sheet_name',
    'row_count',
    'created_count',
    'matched_count',
    'enrolled_count',
    'waiting_count',
  ],
  issuing_key: ['device_id', 'public_key'],
  logo: ['type', 'bytes'],
  office: ['municipality_code'],
  organisation: ['import_id'],
  person: ['import_id', 'kept_birth_date'],
  resolution: ['choice'],
  session: ['edition_id'],
  theme: ['programme_id', 'position_in_list'],
};

/** Columns of which only that they changed is said: secrets, and pictures. */
export const veiledColumns: Readonly<Record<string, readonly string[]>> = {
  user_account: ['password_hash'],
  office: ['recovery_hash', 'logo_id'],
};

/** Tables whose row is one fact with one value: where the row is deleted, the value is nothing. */
const factColumns: Readonly<Record<string, string>> = { attendance_mark: 'mark', grade: 'score' };

/** Whose history is asked for. */
export const historySubjectSchema = z.discriminatedUnion('of', [
  z.object({ of: z.literal('person'), personId: personIdSchema }),
  z.object({ of: z.literal('edition'), editionId: editionIdSchema }),
  z.object({ of: z.literal('course'), courseId: courseIdSchema }),
  z.object({ of: z.literal('certificate'), certificateId: certificateIdSchema }),
  /** One person in one session. */
  z.object({ of: z.literal('mark'), sessionId: sessionIdSchema, enrolmentId: enrolmentIdSchema }),
  /** The office with its signatories, programmes, devices and users. */
  z.object({ of: z.literal('office') }),
]);
export type HistorySubject = z.infer<typeof historySubjectSchema>;

const loggedValueSchema = z.union([z.string(), z.number(), z.null()]);

export const historyVerbSchema = z.enum(['created', 'changed', 'deleted', 'restored']);
export type HistoryVerb = z.infer<typeof historyVerbSchema>;

export const historyChangeSchema = z.object({
  column: z.string(),
  before: loggedValueSchema,
  after: loggedValueSchema,
  /** What an id stands for. */
  beforeName: z.string().nullable(),
  afterName: z.string().nullable(),
  /** It is still so. */
  stands: z.boolean(),
  /** What it was is not told any more: somebody was anonymised. */
  erased: z.boolean(),
});
export type HistoryChange = z.infer<typeof historyChangeSchema>;

/** What a row is about, as far as it is known. */
export const historyAboutSchema = z.object({
  person: z.string().nullable(),
  personId: personIdSchema.nullable(),
  /** Of a session. */
  date: calendarDateSchema.nullable(),
  title: z.string().nullable(),
});
export type HistoryAbout = z.infer<typeof historyAboutSchema>;

/** One row written once. */
export const historyEntrySchema = z.object({
  device: z.string(),
  sequence: z.number().int(),
  table: z.string(),
  key: z.string(),
  about: historyAboutSchema,
  verb: historyVerbSchema,
  changes: z.array(historyChangeSchema),
  /** Something it wrote is still so. */
  stands: z.boolean(),
  /** Another device's word came after it and counts instead. */
  superseded: z.boolean(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** What was done to rows of one table at once; `date` and `title` where they all share one. */
export const historyPartSchema = z.object({
  table: z.string(),
  verb: historyVerbSchema,
  count: z.number().int(),
  person: z.string().nullable(),
  date: calendarDateSchema.nullable(),
  title: z.string().nullable(),
});
export type HistoryPart = z.infer<typeof historyPartSchema>;

/** What one person did at once on one device: an import, a merge, a bulk mark, or a single change. */
export const historyActionSchema = z.object({
  device: z.string(),
  action: z.number().int(),
  at: instantSchema,
  userId: z.string(),
  userName: z.string().nullable(),
  deviceName: z.string().nullable(),
  parts: z.array(historyPartSchema),
  entryCount: z.number().int(),
  /** At most the first hundred. */
  entries: z.array(historyEntrySchema),
  /** Whoever asks may take it back, unless something else rests upon it. */
  mayUndo: z.boolean(),
});
export type HistoryAction = z.infer<typeof historyActionSchema>;

export const historyPageSchema = z.object({
  total: z.number().int(),
  actions: z.array(historyActionSchema),
  /** Everyone who did something here, and the tables it was done in: what can be filtered by. */
  authors: z.array(z.object({ id: z.string(), name: z.string().nullable() })),
  tables: z.array(z.string()),
});
export type HistoryPage = z.infer<typeof historyPageSchema>;

/** An entry of a row beside what it changed, as far as it may be shown. */
export interface RowStep {
  readonly entry: ChangeEntry;
  readonly verb: HistoryVerb;
  readonly changes: readonly {
    column: string;
    before: LoggedValue;
    after: LoggedValue;
    stands: boolean;
    erased: boolean;
  }[];
  readonly stands: boolean;
  readonly superseded: boolean;
}

/**
 * Tells a row's entries one after the other: what each found (the fold of all before it in order) and what it left.
 * Hidden columns are left out, of veiled ones only the name is said, and of what was erased since.
 */
export function tellRow(table: string, entries: readonly ChangeEntry[]): RowStep[] {
  const ordered = entries.toSorted(compareEntries);
  const lastWriter = findLastWriters(ordered);
  const values: Record<string, LoggedValue> = {};
  const ends = foldEntries(entries).values;
  const endsDeleted = (ends['deleted_at'] ?? null) !== null;
  let isThere = false;
  return ordered.map((entry) => {
    const wasThere = isThere;
    const wasDeleted = (values['deleted_at'] ?? null) !== null;
    const before = { ...values };
    if (entry.isCreated) values['deleted_at'] = null;
    Object.assign(values, entry.delta);
    isThere ||= entry.isCreated;
    const isDeleted = (values['deleted_at'] ?? null) !== null;
    const verb = nameVerb(wasThere || !entry.isCreated, wasDeleted, isDeleted);
    const written = Object.keys(entry.delta);
    const told = written.filter((column) => column !== 'deleted_at');
    const writers = (told.length > 0 ? told : written).map((column) => lastWriter.get(column));
    return {
      entry,
      verb,
      changes: listChanges(table, written, isThere && !wasDeleted ? before : blankFact(table, before), {
        ...(isDeleted ? blankFact(table, values) : values),
      }).map((change) => ({
        ...(isErased(ends) && isErasable(table, change.column)
          ? { column: change.column, before: null, after: null, erased: true }
          : { ...change, erased: false }),
        stands: !endsDeleted && lastWriter.get(change.column) === entry,
      })),
      stands: writers.includes(entry) && (!endsDeleted || verb === 'deleted'),
      superseded: writers.some((writer) => writer !== undefined && writer.device !== entry.device),
    };
  });
}

function nameVerb(wasThere: boolean, wasDeleted: boolean, isDeleted: boolean): HistoryVerb {
  if (!wasThere) return 'created';
  if (wasDeleted !== isDeleted) return isDeleted ? 'deleted' : 'restored';
  return 'changed';
}

function findLastWriters(ordered: readonly ChangeEntry[]): Map<string, ChangeEntry> {
  const lastWriter = new Map<string, ChangeEntry>();
  for (const entry of ordered) for (const column of Object.keys(entry.delta)) lastWriter.set(column, entry);
  return lastWriter;
}

function blankFact(table: string, values: Readonly<Record<string, LoggedValue>>) {
  const column = factColumns[table];
  return column === undefined ? values : { ...values, [column]: null };
}

function listChanges(
  table: string,
  written: readonly string[],
  before: Readonly<Record<string, LoggedValue>>,
  after: Readonly<Record<string, LoggedValue>>,
): Pick<HistoryChange, 'column' | 'before' | 'after'>[] {
  const fact = factColumns[table];
  const hidden = new Set([...(hiddenColumns[table] ?? []), 'deleted_at']);
  const columns = new Set(fact === undefined ? written : [...written, fact]);
  return [...columns]
    .filter((column) => !hidden.has(column))
    .map((column) => ({ column, before: before[column] ?? null, after: after[column] ?? null }))
    .filter((change) => change.before !== change.after)
    .map((change) =>
      veiledColumns[table]?.includes(change.column) === true
        ? { ...change, before: null, after: null }
        : change,
    );
}

/** What of an action is told in its headline: how many rows of each table it made, changed, deleted or restored. */
export function sumUp(entries: readonly HistoryEntry[]): HistoryPart[] {
  const groups = Map.groupBy(entries, ({ table, verb }) => `${table} ${verb}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const shared = <Name extends keyof HistoryAbout>(name: Name): HistoryAbout[Name] | null =>
      group.every(({ about }) => about[name] === first.about[name]) ? first.about[name] : null;
    return [
      {
        table: first.table,
        verb: first.verb,
        count: new Set(group.map(({ key }) => key)).size,
        person: shared('person'),
        date: shared('date'),
        title: shared('title'),
      },
    ];
  });
}
