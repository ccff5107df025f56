import { basename } from 'node:path';
import { statSync } from 'node:fs';
import { type BackupContents, type BackupReview, readBackupFileName } from '../../domain/backup.ts';
import { toInstant } from '../../domain/calendar-date.ts';
import { isDamage, withDatabaseFile } from '../../db/backup/database-file.ts';
import { describeContents, findLost } from '../../db/backup/describe.ts';
import type { Staged } from './stage.ts';

type Comparison = Pick<BackupReview, 'present' | 'lost' | 'lostByTable'>;

/** What a staged backup holds and what it would change; `present` null: nothing to compare it with. */
export function reviewStaged(
  path: string,
  { isEncrypted, contents }: Staged,
  staged: string,
  present: string | null,
): BackupReview {
  const name = basename(path);
  const { size, mtimeMs } = statSync(path);
  return {
    path,
    name,
    byteSize: size,
    isEncrypted,
    madeAt: readBackupFileName(name)?.madeAt ?? toInstant(mtimeMs),
    contents,
    ...compare(staged, present),
  };
}

function compare(staged: string, present: string | null): Comparison {
  const nothing: Comparison = { present: null, lost: [], lostByTable: [] };
  if (present === null) return nothing;
  try {
    return withDatabaseFile(present, { readonly: true }, (presentDb) => {
      const contents: BackupContents | null = describeContents(presentDb);
      if (contents === null) return nothing;
      const lost = withDatabaseFile(staged, { readonly: true }, (backup) => findLost(presentDb, backup));
      return { present: contents, ...lost };
    });
  } catch (error) {
    if (isDamage(error)) return nothing;
    throw error;
  }
}
