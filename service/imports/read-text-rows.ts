import iconv from 'iconv-lite';
import type { TableRow } from '../../domain/sheet-table.ts';

/** Code pages in which spreadsheet programs of Spanish PCs (and Macs, and DOS) write text. */
const codePages = ['windows-1252', 'cp850', 'macintosh'] as const;
const separators = [';', ',', '\t', '|'] as const;

/** Reads delimited text: rows numbered by record as Excel does, every cell as it is written. */
export function readTextRows(bytes: Uint8Array): TableRow[] {
  const text = decodeText(bytes);
  const { separator, body } = findSeparator(text);
  return parseRecords(body, separator)
    .map((cells, index) => ({ row: index + 1, cells: cells.map((cell) => (cell === '' ? null : cell)) }))
    .filter(({ cells }) => cells.some((cell) => cell !== null));
}

/** UTF-8 and UTF-16 with or without a mark; otherwise the code page whose text looks most Spanish. */
export function decodeText(bytes: Uint8Array): string {
  const unicode = decodeUnicode(bytes);
  if (unicode !== null) return unicode;
  const candidates = codePages.map((codePage) => iconv.decode(Buffer.from(bytes), codePage));
  const scores = candidates.map(scoreSpanish);
  return candidates[scores.indexOf(Math.max(...scores))] ?? '';
}

function decodeUnicode(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const zeros = [0, 0];
  bytes.subarray(0, 2000).forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even + odd > 0) return new TextDecoder(odd > even ? 'utf-16le' : 'utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Letters and signs Spanish lists have, less those they do not. */
function scoreSpanish(text: string): number {
  const usual = text.match(/[áéíóúüñÁÉÍÓÚÜÑºª°¿¡«»]/g)?.length ?? 0;
  const others = text.match(/[^\0-\x7FáéíóúüñÁÉÍÓÚÜÑºª°¿¡«»–—‘’“”…]/g)?.length ?? 0;
  return usual - 2 * others;
}

/** 'sep=;' in the first line says it; otherwise the one that most lines have, outside quotes and equally often. */
function findSeparator(text: string): { separator: string; body: string } {
  const stated = /^sep=(.)\r?\n/.exec(text);
  if (stated?.[1]) return { separator: stated[1], body: `\n${text.slice(stated[0].length)}` };
  const lines = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\r|\n/)
    .slice(0, 60);
  const ranked = separators
    .map((separator) => ({ separator, ...measureRegularity(lines, separator) }))
    .toSorted((a, b) => b.lines - a.lines || b.perLine - a.perLine);
  return { separator: ranked[0]?.separator ?? ';', body: text };
}

/** How many times a line has the separator most often (at least once), and how many lines have it so. */
function measureRegularity(lines: readonly string[], separator: string): { lines: number; perLine: number } {
  const linesByCount = new Map<number, number>();
  for (const line of lines) {
    const count = line.split(separator).length - 1;
    if (count > 0) linesByCount.set(count, (linesByCount.get(count) ?? 0) + 1);
  }
  const [perLine, most] = [...linesByCount].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
  return { lines: most, perLine };
}

/** RFC 4180 with any separator and line end: quotes hold separators, line breaks and doubled quotes. */
function parseRecords(text: string, separator: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < text.length) {
    const field = text[at] === '"' ? readQuoted(text, at, separator) : readPlain(text, at, separator);
    record.push(field.value);
    at = field.end;
    if (text[at] === separator) {
      at += 1;
      if (at < text.length) continue;
      record.push('');
    }
    records.push(record);
    record = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return records;
}

function readPlain(text: string, start: number, separator: string): { value: string; end: number } {
  let end = start;
  while (end < text.length && !isFieldEnd(text, end, separator)) end += 1;
  return { value: text.slice(start, end), end };
}

/** What follows the closing quote up to the separator belongs to the field, as Excel has it. */
function readQuoted(text: string, start: number, separator: string): { value: string; end: number } {
  let close = text.indexOf('"', start + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0) return readPlain(text, start, separator);
  const rest = readPlain(text, close + 1, separator);
  return { value: text.slice(start + 1, close).replaceAll('""', '"') + rest.value, end: rest.end };
}

function isFieldEnd(text: string, at: number, separator: string): boolean {
  return text[at] === separator || text[at] === '\n' || text[at] === '\r';
}
