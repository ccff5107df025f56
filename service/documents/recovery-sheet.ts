import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { DocumentFile } from '../../domain/contract/documents.ts';
import type { Progress } from '../../domain/contract/procedure.ts';
import { documentIdSchema } from '../../domain/ids.ts';
import type { Paper } from '../../domain/office.ts';
import { groupRecoveryCode, readRecoveryCode } from '../../domain/recovery-code.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal.ts';
import { getOffice, findOfficeLogo } from '../../db/office.ts';
import { isRecoveryCode } from '../recovery.ts';
import type { Service } from '../service.ts';
import { renderWithProgress, type UnprintableRefusal } from './create-document.ts';
import { removeSecretDocuments, writeSecretDocument } from './secret-documents.ts';

/** Makes the sheet with the recovery code that holds, as a document that does not stay. Any other code is refused. */
export async function* createRecoverySheet(
  { service, today }: { service: Service; today: () => CalendarDate },
  { code, paper }: { code: string; paper: Paper },
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, DocumentFile | Refusal<'WRONG_CODE'> | UnprintableRefusal, void> {
  if (!(await isRecoveryCode(service, code))) return refuse('WRONG_CODE');
  const { name: officeName, municipality } = getOffice(service.db);
  const made = yield* renderWithProgress(
    service,
    {
      kind: 'recoverySheet',
      paper,
      officeName,
      municipality,
      logo: findOfficeLogo(service.db),
      code: groupRecoveryCode(readRecoveryCode(code)),
      printedOn: today(),
    },
    signal,
  );
  if (isRefusal(made)) return made;
  const id = documentIdSchema.parse(service.newId());
  await writeSecretDocument(service.documentsFolder, id, made.pdf);
  return { id, fileName: 'hoja de recuperación.pdf', pages: made.pages };
}

/** Nobody needs the sheet on screen any more. */
export function discardRecoverySheet(service: Service): null {
  removeSecretDocuments(service.documentsFolder);
  return null;
}
