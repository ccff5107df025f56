import {
  initSync,
  type TypstCompiler,
  TypstCompilerBuilder,
  type TypstCompileWorld,
} from '@myriaddreamin/typst-ts-web-compiler';

/** A file of the world the compiler sees; it is asked for its bytes when a template reads it. */
export type VirtualFiles = ReadonlyMap<string, () => Uint8Array>;

export interface CompiledDocument {
  pdf: Uint8Array<ArrayBuffer>;
  pages: number;
}

const pagedDocument = 0;
const pdfArtifact = 1;
const plainDiagnostics = 2;

export interface Typst {
  /** Makes a template's PDF. Throws with the compiler's words; a warning (an unknown font) is an error too. */
  compile: (main: string) => CompiledDocument;
  /** Whether a template compiles at all. */
  compiles: (main: string) => boolean;
}

/**
 * Starts the compiler with these fonts and files and no others: no system fonts, no packages, no disk. It
 * never frees what it caches, so it belongs into a worker that ends with the document.
 */
export async function openTypst(input: {
  wasm: Uint8Array<ArrayBuffer>;
  fonts: readonly Uint8Array[];
  files: VirtualFiles;
  /** What the document is expected to need, in bytes. */
  memory: number;
}): Promise<Typst> {
  initSync({ module: input.wasm });
  const builder = new TypstCompilerBuilder();
  await openFiles(builder, input.files);
  for (const font of input.fonts) await builder.add_raw_font(font);
  const compiler = await builder.build();
  reserveMemory(compiler, input.memory);
  return {
    compile: (main) => exportPdf(compiler.snapshot('/', main, undefined)),
    compiles: (main) =>
      listDiagnostics(compiler.snapshot('/', main, undefined).compile(pagedDocument, plainDiagnostics))
        .length === 0,
  };
}

/**
 * Lets the compiler's memory grow once instead of in hundreds of small steps, each of which has the whole
 * JavaScript heap collected: 1,000 certificates took three times as long. A file is copied on its way in, so
 * one of half the size claims it all; once removed, its room is free for the compiler.
 */
function reserveMemory(compiler: TypstCompiler, bytes: number): void {
  compiler.map_shadow('/reserve', new Uint8Array(Math.floor(bytes / 2)));
  compiler.unmap_shadow('/reserve');
}

function exportPdf(world: TypstCompileWorld): CompiledDocument {
  refuseDiagnostics(world.compile(pagedDocument, plainDiagnostics));
  const pages: unknown = JSON.parse(world.query(pagedDocument, '<pages>', 'value'));
  const artifact: unknown = world.get_artifact(pdfArtifact, plainDiagnostics);
  refuseDiagnostics(artifact);
  return { pdf: readResult(artifact), pages: readPages(pages) };
}

function openFiles(builder: TypstCompilerBuilder, files: VirtualFiles): Promise<void> {
  return builder.set_access_model(
    undefined,
    () => 0,
    (path: string) => files.has(path),
    (path: string) => path,
    (path: string) => files.get(path)?.(),
  );
}

function listDiagnostics(answer: unknown): unknown[] {
  const diagnostics = readProperty(answer, 'diagnostics');
  return Array.isArray(diagnostics) ? diagnostics : [];
}

function refuseDiagnostics(answer: unknown): void {
  const diagnostics = listDiagnostics(answer);
  if (diagnostics.length > 0) throw new Error(`the document does not compile: ${diagnostics.join('; ')}`);
}

function readResult(answer: unknown): Uint8Array<ArrayBuffer> {
  const result = readProperty(answer, 'result');
  if (result instanceof Uint8Array) return result.slice();
  throw new Error('the compiler made no document');
}

function readPages(value: unknown): number {
  const pages: unknown = Array.isArray(value) ? value[0] : undefined;
  if (typeof pages === 'number') return pages;
  throw new Error('the template does not tell its number of pages');
}

function readProperty(value: unknown, name: string): unknown {
  return value !== null && typeof value === 'object' ? Reflect.get(value, name) : undefined;
}
