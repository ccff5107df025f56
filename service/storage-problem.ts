/** Why nothing could be stored, where that is the machine's doing and not the program's. */
export type StorageReason = 'full' | 'readOnly' | 'busy';

const reasonByCode: Readonly<Partial<Record<string, StorageReason>>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  SQLITE_FULL: 'full',
  EROFS: 'readOnly',
  EACCES: 'readOnly',
  EPERM: 'readOnly',
  SQLITE_READONLY: 'readOnly',
  SQLITE_READONLY_DBMOVED: 'readOnly',
  SQLITE_READONLY_DIRECTORY: 'readOnly',
  SQLITE_CANTOPEN: 'readOnly',
  SQLITE_BUSY: 'busy',
  SQLITE_BUSY_SNAPSHOT: 'busy',
  SQLITE_LOCKED: 'busy',
};

/** What an error of the file system or of SQLite says about the machine; null for any other. */
export function findStorageReason(error: unknown): StorageReason | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return reasonByCode[String(error.code)] ?? null;
}
