import { createHash } from 'node:crypto';
import {
  type AttendancePolicy,
  defaultIdleMinutes,
  type LogoDraft,
  type Office,
  type OfficeDraft,
  type Paper,
  type Signatory,
} from '../domain/office.ts';
import type { CertificateId } from '../domain/ids.ts';
import {
  all,
  deleteRow,
  findRow,
  insertRow,
  inTransaction,
  type ReadableDb,
  type SqlRow,
  updateRow,
  type Writer,
} from './database.ts';

interface OfficeRow {
  id: string;
  name: string;
  municipality_code: string;
  municipality: string;
  address: string | null;
  phone: string | null;
  paper: Paper;
  lates_per_absence: number | null;
  leave_policy: AttendancePolicy['leave'];
  logo_id: string | null;
  recovery_hash: string | null;
  /** Null: as many as usual; 0: never. */
  idle_minutes: number | null;
  series: string;
}

/** An image as it is stored; its id is the SHA-256 of its bytes in hexadecimal. */
export interface StoredLogo {
  id: string;
  type: LogoDraft['type'];
  bytes: Uint8Array;
}

/** The office with its signatories and logo, or null before it is set up. */
export function findOffice(db: ReadableDb): Office | null {
  const row = findOfficeRow(db);
  if (row === undefined) return null;
  const logo = row.logo_id === null ? null : findLogo(db, row.logo_id);
  return rowToOffice(row, listSignatories(db), logo);
}

/** The office. Throws before it is set up: nobody who could ask for it is signed in then. */
export function getOffice(db: ReadableDb): Office {
  const office = findOffice(db);
  if (office === null) throw new Error('the office is not set up yet');
  return office;
}

/** The office's logo as bytes, for documents; null where it has none. */
export function findOfficeLogo(db: ReadableDb): StoredLogo | null {
  const logoId = findOfficeRow(db)?.logo_id ?? null;
  return logoId === null ? null : findLogo(db, logoId);
}

/** The logo that a certificate was issued with, which the office may have replaced since. */
export function findCertificateLogo(db: ReadableDb, certificateId: CertificateId): StoredLogo | null {
  const row = findRow<{ logo_id: string | null }>(
    db,
    'SELECT logo_id FROM certificate WHERE id = ?',
    certificateId,
  );
  const logoId = row?.logo_id ?? null;
  return logoId === null ? null : findLogo(db, logoId);
}

function findLogo(db: ReadableDb, logoId: string): StoredLogo | null {
  return findRow<StoredLogo>(db, 'SELECT id, type, bytes FROM logo WHERE id = ?', logoId) ?? null;
}

/** Those who sign certificates, in the order in which they are printed. */
export function listSignatories(db: ReadableDb): Signatory[] {
  return all<Signatory>(
    db,
    'SELECT id, name, position FROM signatory WHERE deleted_at IS NULL ORDER BY position_in_list, id',
  );
}

/** Makes the one office. `municipality` is the name that belongs to the draft's code. */
export function createOffice(
  writer: Writer,
  draft: OfficeDraft,
  municipality: string,
  logo: LogoDraft | null,
): void {
  const logoId = logo === null ? null : storeLogo(writer, logo);
  insertRow(writer, 'office', { id: writer.newId(), ...officeToRow(draft, municipality), logo_id: logoId });
  replaceSignatories(writer, draft.signatories);
}

/** Changes the office and its signatories. `municipality` is the name that belongs to the draft's code. */
export function updateOffice(writer: Writer, draft: OfficeDraft, municipality: string): Office {
  return inTransaction(writer.db, () => {
    changeOfficeRow(writer, officeToRow(draft, municipality));
    replaceSignatories(writer, draft.signatories);
    return getOffice(writer.db);
  });
}

/** Gives the office another logo, or none. The old image stays for the certificates that bear it. */
export function setOfficeLogo(writer: Writer, logo: LogoDraft | null): Office {
  return inTransaction(writer.db, () => {
    changeOfficeRow(writer, { logo_id: logo === null ? null : storeLogo(writer, logo) });
    return getOffice(writer.db);
  });
}

/** The hash of the recovery code, as service/passwords.ts writes it; null where none holds. */
export function findRecoveryHash(db: ReadableDb): string | null {
  return findOfficeRow(db)?.recovery_hash ?? null;
}

/** Lets another recovery code hold, or none. */
export function setRecoveryHash(writer: Writer, hash: string | null): void {
  inTransaction(writer.db, () => changeOfficeRow(writer, { recovery_hash: hash }));
}

/** After how many idle minutes windows lock; null: never. */
export function setIdleMinutes(writer: Writer, minutes: number | null): Office {
  return inTransaction(writer.db, () => {
    changeOfficeRow(writer, { idle_minutes: minutes ?? 0 });
    return getOffice(writer.db);
  });
}

function findOfficeRow(db: ReadableDb): OfficeRow | undefined {
  return findRow<OfficeRow>(
    db,
    `SELECT o.*, d.series FROM this_office h JOIN office o ON o.id = h.office_id,
       this_device t JOIN device d ON d.id = t.device_id`,
  );
}

function changeOfficeRow(writer: Writer, row: SqlRow): void {
  const office = findOfficeRow(writer.db);
  if (office === undefined) throw new Error('the office is not set up yet');
  updateRow(writer, 'office', { id: office.id }, row);
}

/** The same image is stored once, however often it is chosen. */
function storeLogo(writer: Writer, { type, base64 }: LogoDraft): string {
  const bytes = Buffer.from(base64, 'base64');
  const id = createHash('sha256').update(bytes).digest('hex');
  if (findLogo(writer.db, id) === null) insertRow(writer, 'logo', { id, type, bytes });
  return id;
}

/** Line by line, so that a line that stays as it was is not written. */
function replaceSignatories(writer: Writer, drafts: OfficeDraft['signatories']): void {
  const stored = listSignatories(writer.db);
  for (const [index, { name, position }] of drafts.entries()) {
    const before = stored[index];
    if (before === undefined) {
      insertRow(writer, 'signatory', { id: writer.newId(), position_in_list: index, name, position });
    } else if (before.name !== name || before.position !== position) {
      updateRow(writer, 'signatory', { id: before.id }, { position_in_list: index, name, position });
    }
  }
  for (const { id } of stored.slice(drafts.length)) deleteRow(writer, 'signatory', { id });
}

function officeToRow(draft: OfficeDraft, municipality: string): SqlRow {
  return {
    name: draft.name,
    municipality_code: draft.municipalityCode,
    municipality,
    address: draft.address,
    phone: draft.phone,
    paper: draft.paper,
    lates_per_absence: draft.attendancePolicy.latesPerAbsence,
    leave_policy: draft.attendancePolicy.leave,
  };
}

function rowToOffice(row: OfficeRow, signatories: Signatory[], logo: StoredLogo | null): Office {
  return {
    name: row.name,
    municipalityCode: row.municipality_code,
    municipality: row.municipality,
    address: row.address,
    phone: row.phone,
    paper: row.paper,
    attendancePolicy: { latesPerAbsence: row.lates_per_absence, leave: row.leave_policy },
    signatories,
    logo: logo === null ? null : { type: logo.type, base64: Buffer.from(logo.bytes).toString('base64') },
    idleMinutes: row.idle_minutes === 0 ? null : (row.idle_minutes ?? defaultIdleMinutes),
    series: row.series,
  };
}

/** By which the office's PCs know that they belong together; null before the office is set up. */
export function findOfficeId(db: ReadableDb): string | null {
  return findRow<{ id: string }>(db, 'SELECT office_id AS id FROM this_office')?.id ?? null;
}
