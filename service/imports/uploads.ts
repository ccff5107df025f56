import {
  type ImportUpload,
  importUploadSchema,
  type SheetRow,
  type UnreadableReason,
} from '../../domain/import.ts';
import type { ImportId } from '../../domain/ids.ts';
import { importIdSchema } from '../../domain/ids.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { cellText, type SheetTable, type TableRow } from '../../domain/sheet-table.ts';
import type { Service } from '../service.ts';
import type { ImportFile, ImportUploads } from './import-uploads.ts';
import { isReadProblem } from './read-problem.ts';
import type { ReadSheetOptions } from './read-sheet.ts';
import { readSheetInWorker } from './run-read.ts';

const mostUploads = 4;

type Unreadable = Refusal<'UNREADABLE', { reason: UnreadableReason }>;

/** Reads a chosen file in a worker and keeps it for review. */
export async function readUpload(
  service: Service,
  file: { name: string; arrayBuffer(): Promise<ArrayBuffer> },
  signal: AbortSignal | undefined,
): Promise<ImportUpload | Unreadable> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const table = await readTable(bytes, file.name, {}, signal);
  if ('refused' in table) return table;
  const id = importIdSchema.parse(service.newId());
  keepUpload(service.uploads, id, { bytes, table });
  return describeUpload(id, table);
}

/** Reads a kept file once more: another sheet, or another header. */
export async function readUploadAgain(
  service: Service,
  { uploadId, sheetName, headerRow }: { uploadId: ImportId; sheetName: string; headerRow: number | null },
  signal: AbortSignal | undefined,
): Promise<ImportUpload | Unreadable | Refusal<'UPLOAD_GONE'>> {
  const kept = service.uploads.get(uploadId);
  if (kept === undefined) return refuse('UPLOAD_GONE');
  const isOtherSheet = sheetName !== kept.table.sheetName;
  const options = isOtherSheet ? { sheetName } : { sheetName, headerRow };
  const table = await readTable(kept.bytes, kept.table.fileName, options, signal);
  if ('refused' in table) return table;
  keepUpload(service.uploads, uploadId, { bytes: kept.bytes, table });
  return describeUpload(uploadId, table);
}

async function readTable(
  bytes: Uint8Array,
  fileName: string,
  options: ReadSheetOptions,
  signal: AbortSignal | undefined,
): Promise<SheetTable | Unreadable> {
  const result = await readSheetInWorker(bytes, fileName, {
    ...options,
    ...(signal === undefined ? {} : { signal }),
  });
  return isReadProblem(result) ? refuse('UNREADABLE', { reason: result.problem }) : result;
}

function keepUpload(uploads: ImportUploads, id: ImportId, file: ImportFile): void {
  uploads.delete(id);
  uploads.set(id, file);
  const [oldest] = uploads.keys();
  if (uploads.size > mostUploads && oldest !== undefined) uploads.delete(oldest);
}

function describeUpload(uploadId: ImportId, table: SheetTable): ImportUpload {
  const firstListRow = table.headerRow ?? table.rows[0]?.row ?? 1;
  return importUploadSchema.parse({
    uploadId,
    fileName: table.fileName,
    sheetNames: table.sheetNames,
    sheetName: table.sheetName,
    headerRow: table.headerRow,
    columns: table.columns,
    rowCount: table.rows.length,
    titleRows: table.firstRows.filter(({ row }) => row < firstListRow).map(showRow),
  });
}

/** A page of a kept list as it stands in the sheet. */
export function listUploadRows(
  service: Service,
  { uploadId, offset, limit }: { uploadId: ImportId; offset: number; limit: number },
): SheetRow[] | Refusal<'UPLOAD_GONE'> {
  const kept = service.uploads.get(uploadId);
  if (kept === undefined) return refuse('UPLOAD_GONE');
  return kept.table.rows.slice(offset, offset + limit).map(showRow);
}

function showRow({ row, cells }: TableRow): SheetRow {
  return { row, cells: cells.map(cellText) };
}
