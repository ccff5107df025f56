import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findMissingCharacter, readFontCoverage } from '../../../service/documents/font-coverage.ts';
import { resourcesFolder } from './requests.ts';

const folder = path.join(resourcesFolder, 'fonts');
const fonts = readdirSync(folder).filter((name) => name.endsWith('.otf'));

describe.each(fonts)('%s', (name) => {
  const coverage = readFontCoverage(readFileSync(path.join(folder, name)));

  test.each(['ÁÉÍÓÚÜÑ áéíóúüñ', '«» – — … · º ª ¿ ¡ ’ “ ”', 'Łódź Škvorecký Nguyễn', "Q'omer wayk'u"])(
    'draws %s',
    (text) => {
      expect(findMissingCharacter(text, [coverage])).toBeNull();
    },
  );

  test.each([
    ['Ana 王', '王'],
    ['a\u0000b', '\u0000'],
    ['😀', '😀'],
    ['\uffff', '\uffff'],
  ])('does not draw all of %j', (text, missing) => {
    expect(findMissingCharacter(text, [coverage])).toBe(missing);
  });
});

test('what is no font is not taken for one', () => {
  expect(() => readFontCoverage(new Uint8Array(64))).toThrow('cmap');
});
