import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { DocumentFile, DocumentOrder } from '../../domain/contract/documents.ts';
import type { Progress } from '../../domain/contract/procedure.ts';
import { documentIdSchema } from '../../domain/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { OwnEditions } from '../../db/own-editions.ts';
import type { Service } from '../service.ts';
import { withProgress } from '../with-progress.ts';
import { planDocument } from './plan-document.ts';
import { DocumentRefusedError, renderDocument } from './render-document.ts';

type DocumentRefusal =
  | Refusal<'NOT_FOUND' | 'NOTHING_TO_PRINT' | 'UNREADABLE_LOGO'>
  | Refusal<'MISSING_GLYPH', { character: string; text: string }>;

/** What of a call a document needs: where it is made, for whom, and the day that is printed on it. */
interface DocumentContext {
  service: Service;
  ownEditions: OwnEditions;
  today: () => CalendarDate;
}

/**
 * Makes the PDF of an order in a worker, telling how many pages are done, and leaves it in the documents
 * folder under a new id.
 */
export async function* createDocument(
  { service, ownEditions, today }: DocumentContext,
  order: DocumentOrder,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, DocumentFile | DocumentRefusal, void> {
  const plan = planDocument(service.db, order, today(), ownEditions);
  if (isRefusal(plan)) return plan;
  const { resourcesFolder } = service;
  try {
    const { pdf, pages } = yield* withProgress<{ pdf: Uint8Array; pages: number }>((onProgress) =>
      renderDocument(plan.request, {
        resourcesFolder,
        onProgress,
        ...(signal === undefined ? {} : { signal }),
      }),
    );
    const id = documentIdSchema.parse(service.newId());
    await writeFile(join(service.documentsFolder, `${id}.pdf`), pdf);
    return { id, fileName: plan.fileName, pages };
  } catch (error) {
    if (!(error instanceof DocumentRefusedError)) throw error;
    const { problem } = error;
    return problem.tag === 'missingGlyph'
      ? refuse('MISSING_GLYPH', { character: problem.character, text: problem.text })
      : refuse('UNREADABLE_LOGO');
  }
}
