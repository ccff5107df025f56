import { recogniseColumns } from '../../domain/column-recognition.ts';
import { findList, type FoundList } from '../../domain/list-finding.ts';
import { isFault, type SheetTable, type TableRow } from '../../domain/sheet-table.ts';
import { inspectZip } from './inspect-zip.ts';
import type { ReadProblem } from './read-problem.ts';
import { decodeText, readTextRows } from './read-text-rows.ts';
import { maxRows, readWorkbook, type WorkbookSheet } from './read-workbook.ts';

export interface ReadSheetOptions {
  /** The sheet to read instead of the one with the longest list. */
  sheetName?: string;
  /** Excel's number of the row with the headings instead of the one found; null: the list has none. */
  headerRow?: number | null;
}

const maxBytes = 50_000_000;
const maxUnpackedBytes = 300_000_000;
const workbookTypes = new Set(['xlsx', 'xlsm', 'xltx', 'xlsb', 'xls', 'ods']);
const textTypes = new Set(['csv', 'txt', 'tsv']);
const sampledRows = 200;
const previewedRows = 60;

/**
 * Finds the list in a spreadsheet (.xlsx, .xls, .ods) or a delimited text (.csv, .txt): sheet, header, columns and
 * people. The content decides what the file is, not its name. Every file ends in a list or in a problem.
 */
export function readSheet(
  bytes: Uint8Array,
  fileName: string,
  options: ReadSheetOptions = {},
): SheetTable | ReadProblem {
  const sheets = readSheets(bytes, fileName);
  if ('problem' in sheets) return sheets;
  const chosen = chooseSheet(sheets, options);
  if (chosen === null || chosen.list.body.length === 0) return { problem: 'empty' };
  if ((chosen.sheet.rows.at(-1)?.row ?? 0) > maxRows - 100) return { problem: 'tooLarge' };
  if (lacksValues(chosen.list.body)) return { problem: 'formulasWithoutValues' };
  return {
    fileName,
    sheetNames: sheets.map((sheet) => sheet.name),
    sheetName: chosen.sheet.name,
    headerRow: chosen.list.headerRow,
    columns: recogniseColumns(chosen.list.headings, chosen.list.body.slice(0, sampledRows)),
    rows: chosen.list.body,
    skippedRows: chosen.list.skippedRows,
    firstRows: chosen.sheet.rows.slice(0, previewedRows),
  };
}

function readSheets(bytes: Uint8Array, fileName: string): WorkbookSheet[] | ReadProblem {
  const type = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (bytes.length === 0) return { problem: 'empty' };
  if (bytes.length > maxBytes) return { problem: 'tooLarge' };
  if (!workbookTypes.has(type) && !textTypes.has(type)) return { problem: 'unsupported' };
  if (startsWith(bytes, [0x50, 0x4b])) return readZip(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return tryWorkbook(bytes);
  if (isBinary(bytes)) return { problem: 'notAWorkbook' };
  if (textTypes.has(type)) return [{ name: fileName, isHidden: false, rows: readTextRows(bytes) }];
  return readMarkup(bytes);
}

/** .xlsx, .xlsb and .ods are zip files; what they unpack to is measured first. */
function readZip(bytes: Uint8Array): WorkbookSheet[] | ReadProblem {
  const zip = inspectZip(bytes, maxUnpackedBytes);
  if (zip === null) return { problem: 'notAWorkbook' };
  if (zip.isTooLarge) return { problem: 'tooLarge' };
  const isEncrypted =
    zip.names.includes('encrypted-package') ||
    (zip.readText('META-INF/manifest.xml')?.includes('encryption-data') ?? false);
  return isEncrypted ? { problem: 'passwordProtected' } : tryWorkbook(bytes);
}

/** Programs write web pages and 2003 XML under the name .xls. */
function readMarkup(bytes: Uint8Array): WorkbookSheet[] | ReadProblem {
  const text = decodeText(bytes).trimStart();
  const isMarkup =
    /^<(!doctype html|html|table|meta|\?xml)/i.test(text) &&
    /<table|urn:schemas-microsoft-com:office:spreadsheet/i.test(text);
  return isMarkup ? tryWorkbook(text) : { problem: text === '' ? 'empty' : 'notAWorkbook' };
}

/** The library throws at what is no workbook; its words are the only sign of a password. */
function tryWorkbook(content: Uint8Array | string): WorkbookSheet[] | ReadProblem {
  try {
    return readWorkbook(content);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(message)) return { problem: 'passwordProtected' };
    return { problem: /invalid string length/i.test(message) ? 'tooLarge' : 'notAWorkbook' };
  }
}

/** The sheet asked for, else the one with the longest list: below a header before without, visible before hidden. */
function chooseSheet(
  sheets: readonly WorkbookSheet[],
  { sheetName, headerRow }: ReadSheetOptions,
): { sheet: WorkbookSheet; list: FoundList } | null {
  const asked = sheets.filter((sheet) => sheet.name === sheetName);
  const candidates = (asked.length > 0 ? asked : sheets).map((sheet) => ({
    sheet,
    list: findList(sheet.rows, headerRow),
  }));
  const worth = ({ sheet, list }: { sheet: WorkbookSheet; list: FoundList }) =>
    (sheet.isHidden ? 0 : 2 * maxRows * 2) + (list.headerRow === null ? 0 : 2 * maxRows) + list.body.length;
  return (
    candidates.filter(({ list }) => list.body.length > 0).toSorted((a, b) => worth(b) - worth(a))[0] ?? null
  );
}

/** Whether half of the rows or more have a formula that the program which wrote the file never computed. */
function lacksValues(rows: readonly TableRow[]): boolean {
  const lacking = rows.filter(({ cells }) =>
    cells.some((cell) => isFault(cell) && cell.fault === 'formulaWithoutValue'),
  );
  return lacking.length * 2 >= rows.length;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Control characters no text has; zeros only where every second byte is one (UTF-16). */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4000);
  const zeros = head.filter((byte) => byte === 0).length;
  const controls = head.filter(
    (byte) => byte > 0 && byte < 32 && ![9, 10, 13, 26, 12, 11].includes(byte),
  ).length;
  return controls > head.length / 200 || (zeros > 0 && zeros < head.length / 4);
}
