import * as XLSX from '@e965/xlsx';

type Value = string | number | boolean | null;

/** A workbook of these sheets, as bytes. */
export function makeWorkbook(
  sheets: Record<string, Value[][]>,
  bookType: XLSX.BookType = 'xlsx',
): Uint8Array {
  const workbook = XLSX.utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    XLSX.utils.book_append_sheet(workbook, XLSX.utils.aoa_to_sheet(rows), name);
  }
  return writeWorkbook(workbook, bookType);
}

export function writeWorkbook(workbook: XLSX.WorkBook, bookType: XLSX.BookType = 'xlsx'): Uint8Array {
  return new Uint8Array(XLSX.write(workbook, { type: 'array', bookType, compression: true }));
}

/** An .xlsx whose only sheet is this XML, for what no program writes on purpose. */
export function makeWorkbookOfXml(sheetData: string): Uint8Array {
  const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const xml = `<?xml version="1.0"?><worksheet xmlns="${namespace}">${sheetData}</worksheet>`;
  return replaceEntry(makeWorkbook({ Hoja1: [['']] }), '/xl/worksheets/sheet1.xml', Buffer.from(xml));
}

/** The zip file with one entry changed or added. */
export function replaceEntry(zip: Uint8Array, path: string, content: Uint8Array): Uint8Array {
  const container = XLSX.CFB.read(zip, { type: 'buffer' });
  XLSX.CFB.utils.cfb_add(container, path, content);
  return new Uint8Array(XLSX.CFB.write(container, { type: 'buffer', fileType: 'zip', compression: true }));
}
