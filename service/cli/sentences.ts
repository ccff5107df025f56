import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ORPCError } from '@orpc/server';
import { createInstance, type i18n } from 'i18next';
import { NewerSchemaError } from '../../db/open.ts';
import { DatabaseDamagedError } from '../database-store.ts';
import { findStorageReason } from '../storage-problem.ts';
import { DataFolderInUseError } from '../data-lock.ts';

/** The command was understood and cannot be done; `message` says why, in words. */
export class RefusedError extends Error {}

/** Said wherever an office is needed and its database cannot be read. */
export const damagedSentence =
  'No se pueden leer los datos de esta carpeta. Recupérelos con «restore» o abriendo Yachay; nada se ha borrado.';

/** The Spanish sentences that the screens use too, so that the same refusal reads the same everywhere. */
function openSentences(resourcesFolder: string): i18n {
  const read = (namespace: string): Record<string, string> =>
    JSON.parse(readFileSync(join(resourcesFolder, 'locales', 'es', `${namespace}.json`), 'utf8'));
  const sentences = createInstance();
  void sentences.init({
    lng: 'es',
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: { es: { errors: read('errors'), problems: read('problems'), app: read('app') } },
  });
  return sentences;
}

/** What to say of an error. */
export function sentenceFor(error: unknown, resourcesFolder: string): string {
  if (error instanceof RefusedError) return error.message;
  if (error instanceof NewerSchemaError) {
    return 'Estos datos se guardaron con una versión más nueva de Yachay. Instale esa versión en este equipo.';
  }
  if (error instanceof DataFolderInUseError) {
    return 'Yachay ya está abierto con estos datos. Use esa ventana, o ciérrela y vuelva a intentarlo.';
  }
  if (error instanceof DatabaseDamagedError) return damagedSentence;
  const sentences = openSentences(resourcesFolder);
  const reason = findStorageReason(error);
  if (reason !== null) return sentences.t('errors:STORAGE', { context: reason });
  if (!(error instanceof ORPCError)) return sentences.t('errors:unexpected');
  const values = toTextValues(error.data, sentences);
  return sentences.exists(`errors:${error.code}`, values)
    ? sentences.t(`errors:${error.code}`, values)
    : sentences.t('errors:unexpectedWithLogId', values);
}

/** An error's data as its sentence needs them: lists written out, the number as `count`, the reason as context. */
function toTextValues(data: unknown, sentences: i18n): Record<string, unknown> {
  const values: Record<string, unknown> = typeof data === 'object' && data !== null ? { ...data } : {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'number') values['count'] = value;
    if (Array.isArray(value)) values[name] = value.join(', ');
  }
  if (typeof values['needs'] === 'string') values['needs'] = sentences.t(`app:role.${values['needs']}`);
  if (typeof values['reason'] === 'string') values['context'] = values['reason'];
  return values;
}

/** Opens the sentences for problems of imported cells: once a list, which may have thousands of them. */
export function openProblemSentences(resourcesFolder: string): (code: string, value: string) => string {
  const sentences = openSentences(resourcesFolder);
  return (code, value) => sentences.t(`problems:${code}`, { value });
}
