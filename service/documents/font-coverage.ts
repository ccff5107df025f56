/**
 * Which characters a font can draw, read from its `cmap` table (OpenType 1.9, formats 4 and 12). Typst would
 * draw an empty box for another character, and warn of nothing.
 */
export type FontCoverage = (codePoint: number) => boolean;

const unicodeEncodings = new Set(['0.3', '0.4', '0.6', '3.1', '3.10']);

/** Reads the coverage of a TrueType or OpenType font. Throws where the file is none. */
export function readFontCoverage(font: Uint8Array): FontCoverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = findTable(view, 'cmap');
  const covers: FontCoverage[] = [];
  for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
    const record = cmap + 4 + index * 8;
    const encoding = `${view.getUint16(record)}.${view.getUint16(record + 2)}`;
    if (!unicodeEncodings.has(encoding)) continue;
    const subtable = cmap + view.getUint32(record + 4);
    const format = view.getUint16(subtable);
    if (format === 4) covers.push(readSegments(view, subtable));
    if (format === 12) covers.push(readGroups(view, subtable));
  }
  if (covers.length === 0) throw new Error('the font has no Unicode character map');
  return (codePoint) => covers.some((isCovered) => isCovered(codePoint));
}

/** The first character of a text that one of the fonts cannot draw, or null. */
export function findMissingCharacter(text: string, fonts: readonly FontCoverage[]): string | null {
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (!fonts.every((covers) => covers(codePoint))) return character;
  }
  return null;
}

function findTable(view: DataView, tag: string): number {
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const record = 12 + index * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((place) => view.getUint8(record + place)));
    if (name === tag) return view.getUint32(record + 8);
  }
  throw new Error(`the font has no table ${tag}`);
}

/** Format 4: segments of the Basic Multilingual Plane, each with a delta or an array of glyph numbers. */
function readSegments(view: DataView, subtable: number): FontCoverage {
  const size = view.getUint16(subtable + 6);
  const [ends, starts] = [subtable + 14, subtable + 16 + size];
  const [deltas, offsets] = [starts + size, starts + 2 * size];
  return (codePoint) => {
    for (let place = 0; place < size; place += 2) {
      if (codePoint > view.getUint16(ends + place)) continue;
      const start = view.getUint16(starts + place);
      if (codePoint < start) return false;
      const offset = view.getUint16(offsets + place);
      if (offset === 0) return ((codePoint + view.getUint16(deltas + place)) & 0xffff) !== 0;
      return view.getUint16(offsets + place + offset + 2 * (codePoint - start)) !== 0;
    }
    return false;
  };
}

/** Format 12: groups of code points with consecutive glyph numbers. */
function readGroups(view: DataView, subtable: number): FontCoverage {
  const count = view.getUint32(subtable + 12);
  return (codePoint) => {
    for (let index = 0; index < count; index += 1) {
      const group = subtable + 16 + index * 12;
      if (codePoint >= view.getUint32(group) && codePoint <= view.getUint32(group + 4)) {
        return view.getUint32(group + 8) + codePoint - view.getUint32(group) !== 0;
      }
    }
    return false;
  };
}
