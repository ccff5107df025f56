import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInstance } from 'i18next';

/** Writes a Spanish sentence of the screens: 'people:field.phone', with what is put into it. */
export type ScreenWords = (key: string, values?: Record<string, string | number>) => string;

const namespaces = [
  'people',
  'editions',
  'trainers',
  'history',
  'attendance',
  'certificates',
  'calendar',
  'app',
];

/** The words that the screens use too, so that paper and screen call a thing the same. */
export function openScreenWords(resourcesFolder: string): ScreenWords {
  const read = (namespace: string): Record<string, string> =>
    JSON.parse(readFileSync(join(resourcesFolder, 'locales', 'es', `${namespace}.json`), 'utf8'));
  const words = createInstance();
  void words.init({
    lng: 'es',
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: { es: Object.fromEntries(namespaces.map((namespace) => [namespace, read(namespace)])) },
  });
  return (key, values = {}) => words.t(key, values);
}
