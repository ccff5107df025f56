import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { contract } from '../../domain/contract/contract.ts';

const root = path.join(import.meta.dirname, '../..');
const localesFolder = path.join(root, 'resources/locales');

/** Every text of a language by 'namespace:key.path'. */
function readTexts(language: string): Map<string, string> {
  const texts = new Map<string, string>();
  const add = (key: string, value: unknown) => {
    if (typeof value === 'string') texts.set(key, value);
    else if (typeof value === 'object' && value !== null) {
      for (const [part, inner] of Object.entries(value))
        add(`${key}${key.endsWith(':') ? '' : '.'}${part}`, inner);
    } else throw new Error(`${language} ${key} is no text`);
  };
  for (const file of globSync('*.json', { cwd: path.join(localesFolder, language) })) {
    const content = readFileSync(path.join(localesFolder, language, file), 'utf8');
    add(`${path.basename(file, '.json')}:`, JSON.parse(content));
  }
  return texts;
}

const texts = { es: readTexts('es'), en: readTexts('en') };
const placeholdersOf = (text: string) => (text.match(/\{\{[^}]+\}\}|\$t\([^)]+\)/g) ?? []).toSorted();

/** What i18next may append to a key: plurals, and a context such as a reason. */
const hasText = (key: string) =>
  [...texts.es.keys()].some((known) => known === key || known.startsWith(`${key}_`));

interface UsedKey {
  file: string;
  key: string;
  /** Where it may stand: the namespaces the file asks for, or any if it is handed its `t`. */
  namespaces: readonly string[];
}

function collectUsedKeys(): UsedKey[] {
  const namespacesOfAll = [...new Set([...texts.es.keys()].map((key) => key.split(':')[0] ?? ''))];
  return globSync('renderer/**/*.{ts,tsx}', { cwd: root }).flatMap((file) => {
    const source = readFileSync(path.join(root, file), 'utf8');
    const asked = [...source.matchAll(/useTranslation\((?:'(\w+)')?\)/g)].map(
      (match) => match[1] ?? 'common',
    );
    const namespaces = asked.length === 0 ? namespacesOfAll : asked;
    return [...source.matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => ({
      file,
      key: match[1] ?? '',
      namespaces,
    }));
  });
}

/** The tags of the errors that the procedures of a contract declare. */
function collectErrorTags(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  if ('~orpc' in part) {
    const definition: unknown = part['~orpc'];
    if (typeof definition !== 'object' || definition === null || !('errorMap' in definition)) return [];
    return Object.keys(definition.errorMap ?? {});
  }
  return Object.values(part).flatMap(collectErrorTags);
}

describe('the texts', () => {
  test('both languages say the same things', () => {
    expect([...texts.en.keys()].toSorted()).toEqual([...texts.es.keys()].toSorted());
    expect(texts.es.size).toBeGreaterThan(100);
  });

  test('no text is empty', () => {
    const empty = [...texts.es, ...texts.en].filter(([, text]) => text.trim() === '').map(([key]) => key);
    expect(empty).toEqual([]);
  });

  test('no text shouts', () => {
    const shouting = [...texts.es, ...texts.en].filter(([, text]) => /[!¡]/.test(text)).map(([key]) => key);
    expect(shouting).toEqual([]);
  });

  test('both languages fill in the same figures and names', () => {
    const differing = [...texts.es]
      .filter(([key, text]) => placeholdersOf(text).join() !== placeholdersOf(texts.en.get(key) ?? '').join())
      .map(([key]) => key);
    expect(differing).toEqual([]);
  });

  test('every text that a screen names is there', () => {
    const used = collectUsedKeys();
    const missing = used
      .filter(({ key, namespaces }) =>
        key.includes(':') ? !hasText(key) : !namespaces.some((namespace) => hasText(`${namespace}:${key}`)),
      )
      .map(({ file, key }) => `${file}: ${key}`);
    expect(missing).toEqual([]);
    expect(used.length).toBeGreaterThan(50);
  });

  test('every error that the contract declares has its sentence', () => {
    const tags = [...new Set(collectErrorTags(contract))].filter((tag) => tag !== 'FAULT');
    expect(tags.length).toBeGreaterThan(20);
    expect(tags.filter((tag) => !hasText(`errors:${tag}`))).toEqual([]);
  });
});
