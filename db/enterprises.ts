import { type EnterpriseDraft, isEmptyEnterprise } from '../domain/enterprise.ts';
import type { EnterpriseId, ImportId, PersonId } from '../domain/ids.ts';
import {
  deleteRow,
  findRow,
  insertRow,
  type ReadableDb,
  type SqlRow,
  updateRow,
  type Writer,
} from './database.ts';

/** The columns of an enterprise as a query names them, and the row they make. */
export const enterpriseColumns = 'name, trade, section, workers, sales_band, nit, registration';
export interface EnterpriseRow {
  name: string | null;
  trade: string | null;
  section: EnterpriseDraft['section'];
  workers: number | null;
  sales_band: EnterpriseDraft['salesBand'];
  nit: string | null;
  registration: string | null;
}

/** What is known of a person's enterprise, or null where nothing is. */
export function findEnterprise(db: ReadableDb, personId: PersonId): EnterpriseDraft | null {
  const row = findEnterpriseRow(db, personId);
  return row === undefined ? null : rowToEnterprise(row);
}

/** Keeps the one enterprise of a person: made, changed, or deleted where nothing is known of it any more. */
export function saveEnterprise(
  writer: Writer,
  personId: PersonId,
  draft: EnterpriseDraft,
  importId: ImportId | null,
): void {
  const stored = findEnterpriseRow(writer.db, personId);
  if (isEmptyEnterprise(draft)) {
    if (stored !== undefined) deleteRow(writer, 'enterprise', { id: stored.id });
  } else if (stored === undefined) {
    insertEnterprise(writer, personId, draft, importId);
  } else if (!isSameEnterprise(rowToEnterprise(stored), draft)) {
    updateRow(writer, 'enterprise', { id: stored.id }, enterpriseToRow(draft));
  }
}

/** Stores the enterprise of a person who has none yet. Nothing is stored where nothing is known. */
export function insertEnterprise(
  writer: Writer,
  personId: PersonId,
  draft: EnterpriseDraft,
  importId: ImportId | null,
): void {
  if (isEmptyEnterprise(draft)) return;
  const keys = { id: writer.newId(), person_id: personId, import_id: importId };
  insertRow(writer, 'enterprise', { ...keys, ...enterpriseToRow(draft) });
}

function findEnterpriseRow(
  db: ReadableDb,
  personId: PersonId,
): (EnterpriseRow & { id: EnterpriseId }) | undefined {
  return findRow(
    db,
    `SELECT id, ${enterpriseColumns} FROM enterprise
      WHERE person_id = ? AND deleted_at IS NULL ORDER BY id LIMIT 1`,
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
