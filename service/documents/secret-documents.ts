import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { documentIdSchema } from '../../domain/ids.ts';

type DocumentId = ReturnType<typeof documentIdSchema.parse>;

const markEnding = '.secret';

/**
 * Stores a document that bears a secret. It lies there to be printed and no longer: it is deleted when its dialog is
 * closed, when anybody signs out or locks, when the service ends, or, after a power cut, at its next start. The mark
 * is written first, so that no secret ever lies there unmarked.
 */
export async function writeSecretDocument(folder: string, id: DocumentId, pdf: Uint8Array): Promise<void> {
  writeFileSync(join(folder, `${id}${markEnding}`), '');
  await writeFile(join(folder, `${id}.pdf`), pdf, { mode: 0o600 });
}

/** Deletes all documents that bear a secret, and then their marks. */
export function removeSecretDocuments(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.endsWith(markEnding)) continue;
    rmSync(join(folder, `${name.slice(0, -markEnding.length)}.pdf`), { force: true });
    rmSync(join(folder, name), { force: true });
  }
}
