import {
  emptyEnterprise,
  type EnterpriseDraft,
  isEmptyEnterprise,
  type OtherEnterprise,
} from '../domain/enterprise.ts';
import type { EnterpriseId, ImportId, PersonId } from '../domain/ids.ts';
import type { PersonDraft } from '../domain/person.ts';
import {
  all,
  deleteRow,
  insertRow,
  type ReadableDb,
  type SqlRow,
  updateRow,
  type Writer,
} from './database.ts';

/** The columns of an enterprise as a query names them, and the row they make. */
const enterpriseColumns = 'name, trade, section, workers, sales_band, nit, registration';
interface EnterpriseRow {
  name: string | null;
  trade: string | null;
  section: EnterpriseDraft['section'];
  workers: number | null;
  sales_band: EnterpriseDraft['salesBand'];
  nit: string | null;
  registration: string | null;
}

/** The enterprises of a person: the main one, empty where nothing is known, and the others in their order. */
export interface PersonEnterprises {
  readonly main: EnterpriseDraft;
  readonly others: OtherEnterprise[];
}

/** What is known of a person's enterprises. */
export function findEnterprises(db: ReadableDb, personId: PersonId): PersonEnterprises {
  const [main, ...others] = listRows(db, personId);
  return {
    main: main === undefined ? emptyEnterprise : rowToEnterprise(main),
    others: others.map((row) => ({ id: row.id, ...rowToEnterprise(row) })),
  };
}

/** The main enterprise of a person, by which the others are told from it; null where there is none. */
export function findMainEnterpriseId(db: ReadableDb, personId: PersonId): EnterpriseId | null {
  return listRows(db, personId)[0]?.id ?? null;
}

type PersonEnterpriseDrafts = Pick<PersonDraft, 'enterprise' | 'otherEnterprises'>;

/** Keeps the enterprises of a person: made, changed, or deleted where nothing is known of one any more. */
export function saveEnterprises(
  writer: Writer,
  personId: PersonId,
  { enterprise, otherEnterprises }: PersonEnterpriseDrafts,
): void {
  const [main, ...others] = listRows(writer.db, personId);
  saveEnterprise(writer, personId, main, { draft: enterprise, position: 0 });
  const kept = new Set(otherEnterprises.map(({ id }) => id));
  for (const stored of others) if (!kept.has(stored.id)) deleteRow(writer, 'enterprise', { id: stored.id });
  for (const [index, { id, ...draft }] of otherEnterprises.entries()) {
    const stored = others.find((row) => row.id === id);
    saveEnterprise(writer, personId, stored, { draft, position: index + 1 });
  }
}

interface PlacedEnterprise {
  readonly draft: EnterpriseDraft;
  /** 0: the main one. */
  readonly position: number;
}

function saveEnterprise(
  writer: Writer,
  personId: PersonId,
  stored: StoredEnterprise | undefined,
  { draft, position }: PlacedEnterprise,
): void {
  if (isEmptyEnterprise(draft)) {
    if (stored !== undefined) deleteRow(writer, 'enterprise', { id: stored.id });
  } else if (stored === undefined) {
    insertEnterprise(writer, personId, { draft, position }, null);
  } else if (stored.position_in_list !== position || !isSameEnterprise(rowToEnterprise(stored), draft)) {
    const row = { ...enterpriseToRow(draft), position_in_list: position };
    updateRow(writer, 'enterprise', { id: stored.id }, row);
  }
}

/** Stores the enterprises of a person who has none yet. Nothing is stored where nothing is known. */
export function insertEnterprises(
  writer: Writer,
  personId: PersonId,
  { enterprise, otherEnterprises }: PersonEnterpriseDrafts,
  importId: ImportId | null,
): void {
  for (const [position, draft] of [enterprise, ...otherEnterprises].entries()) {
    insertEnterprise(writer, personId, { draft, position }, importId);
  }
}

function insertEnterprise(
  writer: Writer,
  personId: PersonId,
  { draft, position }: PlacedEnterprise,
  importId: ImportId | null,
): void {
  if (isEmptyEnterprise(draft)) return;
  const keys = { id: writer.newId(), person_id: personId, import_id: importId, position_in_list: position };
  insertRow(writer, 'enterprise', { ...keys, ...enterpriseToRow(draft) });
}

interface StoredEnterprise extends EnterpriseRow {
  id: EnterpriseId;
  position_in_list: number;
}

/** The main one first. Where the one before it was deleted on another PC, the next is the main one. */
function listRows(db: ReadableDb, personId: PersonId): StoredEnterprise[] {
  return all<StoredEnterprise>(
    db,
    `SELECT id, position_in_list, ${enterpriseColumns} FROM enterprise
      WHERE person_id = ? AND deleted_at IS NULL ORDER BY position_in_list, id`,
    personId,
  );
}

function isSameEnterprise(a: EnterpriseDraft, b: EnterpriseDraft): boolean {
  const [before, after] = [enterpriseToRow(a), enterpriseToRow(b)];
  return Object.keys(after).every((column) => before[column] === after[column]);
}

function enterpriseToRow(draft: EnterpriseDraft): SqlRow {
  return {
    name: draft.name,
    trade: draft.trade,
    section: draft.section,
    workers: draft.workers,
    sales_band: draft.salesBand,
    nit: draft.nit,
    registration: draft.registration,
  };
}

function rowToEnterprise(row: EnterpriseRow): EnterpriseDraft {
  return {
    name: row.name,
    trade: row.trade,
    section: row.section,
    workers: row.workers,
    salesBand: row.sales_band,
    nit: row.nit,
    registration: row.registration,
  };
}
