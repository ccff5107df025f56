import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ORPCError } from '@orpc/server';

/** The command was understood and cannot be done; `message` says why, in words. */
export class RefusedError extends Error {}

type Sentences = Record<string, unknown>;

function readSentences(resourcesFolder: string, namespace: string): Sentences {
  return JSON.parse(
    readFileSync(join(resourcesFolder, 'locales', 'es', `${namespace}.json`), 'utf8'),
  ) as Sentences;
}

/** What to say of an error: the sentence that the screens say too. */
export function sentenceFor(error: unknown, resourcesFolder: string): string {
  if (error instanceof RefusedError) return error.message;
  if (error instanceof ORPCError) {
    const sentences = readSentences(resourcesFolder, 'errors');
    const data = typeof error.data === 'object' && error.data !== null ? error.data : {};
    const reason: unknown = Reflect.get(data, 'reason');
    const sentence = sentences[`${error.code}_${String(reason)}`] ?? sentences[error.code];
    if (typeof sentence === 'string') return fill(sentence, { ...data });
  }
  return error instanceof Error ? error.message : String(error);
}

/** The sentence for a problem of an imported cell. */
export function sentenceForProblem(code: string, value: string, resourcesFolder: string): string {
  const sentence = readSentences(resourcesFolder, 'problems')[code];
  return typeof sentence === 'string' ? fill(sentence, { value }) : code;
}

/** Puts values into the `{{name}}` places of a sentence. */
function fill(sentence: string, values: Record<string, unknown>): string {
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}
