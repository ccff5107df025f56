import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import { maySeeCascade } from '../../domain/cascade-rights.ts';
import type { DocumentFile, DocumentOrder } from '../../domain/contract/documents.ts';
import type { Progress } from '../../domain/contract/procedure.ts';
import type { DocumentRequest } from '../../domain/documents.ts';
import { documentIdSchema } from '../../domain/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { User } from '../../domain/user.ts';
import type { OwnEditions } from '../../db/own-editions.ts';
import { findMunicipality, readMunicipalities } from '../municipalities.ts';
import type { Service } from '../service.ts';
import { withProgress } from '../with-progress.ts';
import { planDocument } from './plan-document.ts';
import { openScreenWords } from './screen-words.ts';
import { DocumentRefusedError, type RenderedDocument, renderDocument } from './render-document.ts';

export type UnprintableRefusal =
  Refusal<'UNREADABLE_LOGO'> | Refusal<'MISSING_GLYPH', { character: string; text: string }>;
type DocumentRefusal = Refusal<'NOT_FOUND' | 'NOTHING_TO_PRINT'> | UnprintableRefusal;

/** What of a call a document needs: where it is made, for whom, and the day that is printed on it. */
interface DocumentContext {
  service: Service;
  user: Pick<User, 'role' | 'personId'>;
  ownEditions: OwnEditions;
  today: () => CalendarDate;
}

/**
 * Makes the PDF of an order in a worker, telling how many pages are done, and leaves it in the documents
 * folder under a new id.
 */
export async function* createDocument(
  { service, user, ownEditions, today }: DocumentContext,
  order: DocumentOrder,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, DocumentFile | DocumentRefusal, void> {
  if (order.kind === 'cascade' && !maySeeCascade(user, order.personId)) return refuse('NOT_FOUND');
  const nameMunicipality = (code: string) =>
    findMunicipality(readMunicipalities(service.resourcesFolder), code)?.name ?? null;
  const names = { nameMunicipality, words: openScreenWords(service.resourcesFolder) };
  const plan = planDocument(service.db, order, today(), ownEditions, names);
  if (isRefusal(plan)) return plan;
  const made = yield* renderWithProgress(service, plan.request, signal);
  if (isRefusal(made)) return made;
  const id = documentIdSchema.parse(service.newId());
  await storePdf(join(service.documentsFolder, `${id}.pdf`), made.pdf);
  return { id, fileName: plan.fileName, pages: made.pages };
}

/** On a full disk the half that fits would only take the room that is needed. */
async function storePdf(path: string, pdf: Uint8Array): Promise<void> {
  try {
    await writeFile(path, pdf);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** Makes a PDF in a worker, telling how many pages are done. */
export async function* renderWithProgress(
  { resourcesFolder }: Pick<Service, 'resourcesFolder'>,
  request: DocumentRequest,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, RenderedDocument | UnprintableRefusal, void> {
  try {
    return yield* withProgress<RenderedDocument>((onProgress) =>
      renderDocument(request, { resourcesFolder, onProgress, ...(signal === undefined ? {} : { signal }) }),
    );
  } catch (error) {
    if (!(error instanceof DocumentRefusedError)) throw error;
    const { problem } = error;
    return problem.tag === 'missingGlyph'
      ? refuse('MISSING_GLYPH', { character: problem.character, text: problem.text })
      : refuse('UNREADABLE_LOGO');
  }
}
