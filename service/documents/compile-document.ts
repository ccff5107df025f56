import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentProblem, DocumentRequest } from '../../domain/documents.ts';
import { findMissingCharacter, readFontCoverage } from './font-coverage.ts';
import { listTexts } from './printed-text.ts';
import { drawQr } from './qr-picture.ts';
import { describeDocument, type TemplateData } from './template-data.ts';
import { type CompiledDocument, openTypst, type VirtualFiles } from './typst.ts';

/** One document to make; what a worker is started with. */
export interface DocumentTask {
  request: DocumentRequest;
  resourcesFolder: string;
  wasmFile: string;
}

type Progress = (done: number, total: number) => void;

/** Laying out is about this part of the time; the rest, writing the PDF, cannot tell how far it is. */
const layoutShare = 0.7;

const logoEndings = { 'image/png': '.png', 'image/jpeg': '.jpg', 'image/svg+xml': '.svg' } as const;

/** What the compiler was seen to need for each certificate. */
const bytesPerPage = 400_000;

/** A document of nothing but the logo: it compiles if the logo can be read. */
const logoProof = '/logo-proof.typ';

/** Makes the PDF of a request, or says why there can be none. Throws where templates or fonts are broken. */
export async function compileDocument(
  { request, resourcesFolder, wasmFile }: DocumentTask,
  onProgress: Progress,
): Promise<CompiledDocument | { problem: DocumentProblem }> {
  const document = describeDocument(request);
  const fonts = await readFolder(join(resourcesFolder, 'fonts'), '.otf');
  const problem = findMissingGlyph(document, [...fonts.values()]);
  if (problem !== null) return { problem };
  const templates = await readFolder(join(resourcesFolder, 'templates'), '.typ');
  const typst = await openTypst({
    wasm: await readFile(wasmFile),
    fonts: [...fonts.values()],
    files: listFiles(document, templates, onProgress),
    memory: document.pages.length * bytesPerPage,
  });
  if (!typst.compiles(logoProof)) return { problem: { tag: 'unreadableLogo' } };
  return typst.compile(`/${document.template}`);
}

async function readFolder(folder: string, ending: string): Promise<Map<string, Uint8Array>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending)).toSorted();
  const files = await Promise.all(names.map((name) => readFile(join(folder, name))));
  return new Map(names.map((name, index) => [name, files[index] ?? new Uint8Array()]));
}

function findMissingGlyph(document: TemplateData, fonts: readonly Uint8Array[]): DocumentProblem | null {
  const coverages = fonts.map(readFontCoverage);
  const covered = new Set<string>();
  const words = [document.data, ...document.pages.map(({ texts }) => texts)];
  for (const text of words.flatMap((word) => [...listTexts(word)])) {
    const unseen = [...text].filter((character) => !covered.has(character));
    const character = findMissingCharacter(unseen.join(''), coverages);
    if (character !== null) return { tag: 'missingGlyph', character, text };
    unseen.forEach((each) => covered.add(each));
  }
  return null;
}

/** The world the compiler sees. Each page is made when the template asks for it, which tells how far it is. */
function listFiles(
  document: TemplateData,
  templates: ReadonlyMap<string, Uint8Array>,
  onProgress: Progress,
): VirtualFiles {
  const files = new Map<string, () => Uint8Array>();
  for (const [name, bytes] of templates) files.set(`/${name}`, () => bytes);
  const { logo, data } = document;
  const logoName = logo === null ? null : `/logo${logoEndings[logo.type]}`;
  if (logo !== null) files.set(`${logoName}`, () => logo.bytes);
  files.set(logoProof, () => encode(logoName === null ? '' : `#image("${logoName}")`));
  files.set('/data.json', () => encode(JSON.stringify({ ...data, logo: logoName })));
  document.pages.forEach(({ texts, seal }, index) => {
    files.set(`/pages/${index}.json`, () => {
      onProgress(Math.floor(index * layoutShare), document.pages.length);
      return encode(JSON.stringify({ ...texts, qr: seal === null ? null : drawQr(seal) }));
    });
  });
  return files;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
