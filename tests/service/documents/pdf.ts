import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const maxBuffer = 50_000_000;

/** A word on a page, in points from its top left corner. */
export interface Word {
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Page {
  width: number;
  height: number;
  words: Word[];
}

/** Puts a PDF into a folder of its own while it is looked at with other people's programs. */
async function withFile<T>(pdf: Uint8Array, look: (file: string, folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'yachay-pdf-'));
  try {
    const file = path.join(folder, 'document.pdf');
    await writeFile(file, pdf);
    return await look(file, folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The text of each page, in the order in which it is drawn, with one blank between words. */
export function readTexts(pdf: Uint8Array): Promise<string[]> {
  return withFile(pdf, async (file) => {
    const { stdout } = await run('pdftotext', ['-raw', file, '-'], { maxBuffer });
    const pages = stdout.split('\f').slice(0, -1);
    return pages.map((text) => text.replaceAll(/\s+/g, ' ').trim());
  });
}

/** The words of each page with their places. */
export function readPages(pdf: Uint8Array): Promise<Page[]> {
  return withFile(pdf, async (file) => {
    const { stdout } = await run('pdftotext', ['-bbox', file, '-'], { maxBuffer });
    return stdout.split('<page ').slice(1).map(readPage);
  });
}

function readPage(xml: string): Page {
  const [width = 0, height = 0] = readNumbers(/width="([\d.]+)" height="([\d.]+)"/.exec(xml));
  const pattern = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g;
  const words = [...xml.matchAll(pattern)].map((match) => {
    const [left = 0, top = 0, right = 0, bottom = 0] = readNumbers(match);
    return { text: match[5] ?? '', left, top, right, bottom };
  });
  return { width, height, words };
}

function readNumbers(match: RegExpExecArray | null): number[] {
  return (match ?? []).slice(1, 5).map(Number);
}

/** What a phone reads from each page of a 150-dpi scan: the texts of the QR codes, in the order of pages. */
export function scanCodes(pdf: Uint8Array): Promise<string[]> {
  return withFile(pdf, async (file, folder) => {
    await run('pdftoppm', ['-r', '150', '-gray', file, path.join(folder, 'page')]);
    const pictures = (await readdir(folder)).filter((name) => name.endsWith('.pgm')).toSorted();
    const scans = pictures.map((name) =>
      run('zbarimg', ['-q', '--raw', '-Sdisable', '-Sqrcode.enable', path.join(folder, name)]),
    );
    return (await Promise.all(scans)).map(({ stdout }) => stdout.replace(/\n$/, ''));
  });
}

/** What qpdf finds wrong; it throws where it finds anything. */
export function checkStructure(pdf: Uint8Array): Promise<string> {
  return withFile(pdf, async (file) => (await run('qpdf', ['--check', file])).stderr);
}

/** The facts that pdfinfo gives, by name. */
export function readInfo(pdf: Uint8Array): Promise<Record<string, string>> {
  return withFile(pdf, async (file) => {
    const { stdout } = await run('pdfinfo', [file]);
    const lines = stdout.trim().split('\n');
    return Object.fromEntries(lines.map((line) => [line.split(':')[0], line.replace(/^[^:]*:\s*/, '')]));
  });
}
