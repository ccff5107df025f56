import type { ImportId } from '../../domain/ids.ts';
import type { SheetTable } from '../../domain/sheet-table.ts';

/** A file that was read and waits to be reviewed. */
export interface ImportFile {
  bytes: Uint8Array;
  table: SheetTable;
}

/** The files that wait, oldest first; they live in memory, and the oldest goes when there are too many. */
export type ImportUploads = Map<ImportId, ImportFile>;
