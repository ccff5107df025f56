import { type Pick, pickOf } from './dice.ts';

const texts = [
  'Juana',
  'JUANA  ',
  'Ñuflo de Chávez',
  'n\u0303andu\u0301',
  '',
  'a "b" \\c',
  'línea\nraya\ttope',
  '😀 𝒳 \u2028',
  "O'Higgins",
  '{"a":[1]}',
  'null',
];
const names = texts.filter((each) => each.trim() !== '');
export const strangeTexts = [...texts, 'Quispe '.repeat(60), 'a\u0000b', '\u0007\u001f\u007f', '\ufeff'];
/** Such as this version admits. */
const reals = [1, 1.5, 1.1, 4 / 3, 51, 99.99, 1.000_000_1, 100];
/** Columns of the next version know no bounds here. */
const anyReals = [...reals, 0, 1e-7, 1e21, 5e-324, Number.MAX_VALUE, -2];
export const organisations = ['OTB Vinto', 'otb  vinto', 'Warmi Ñan', null];

export const text = (pick: Pick): string => pickOf(pick, texts) ?? '';
export const name = (pick: Pick): string => pickOf(pick, names) ?? 'Juana';
export const real = (pick: Pick): number => pickOf(pick, reals) ?? 1;
export const anyReal = (pick: Pick): number => pickOf(pick, anyReals) ?? 0;
export const orNull = <Value>(pick: Pick, value: Value): Value | null => (pick(4) === 0 ? null : value);
