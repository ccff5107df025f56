import { readFileSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const root = import.meta.dirname;
/** Marks the copies that are the main program's own. */
const ofMain = '?of-main';
const source = (...parts: string[]) => path.join(root, ...parts);

/** The compiler of the documents is read as a file beside the built program, in Electron's archive too. */
function typstCompiler(): Plugin {
  const name = 'typst_ts_web_compiler_bg.wasm';
  const file = source('node_modules/@myriaddreamin/typst-ts-web-compiler/pkg', name);
  return {
    name: 'yachay:typst-compiler',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: name, source: readFileSync(file) });
    },
  };
}

/**
 * What opens windows stays whole in one file, which the archive's fingerprint covers: of what it shares with the hosts
 * it gets copies of its own.
 */
const mainStandsAlone: Plugin = {
  name: 'yachay:main-stands-alone',
  enforce: 'pre',
  resolveId: {
    async handler(name, importer) {
      const isOfMain =
        importer?.startsWith(source('electron')) === true || importer?.endsWith(ofMain) === true;
      if (!isOfMain || !name.startsWith('.')) return null;
      const shared = await this.resolve(name, importer, { skipSelf: true });
      return shared?.id.startsWith(source('domain')) === true ? shared.id + ofMain : null;
    },
  },
};

/** Both hosts serve the page at "/", where routes have depth; electron-vite would insist on "./". */
const servedAtRoot: Plugin = { name: 'yachay:served-at-root', config: () => ({ base: '/' }) };

export default defineConfig({
  main: {
    plugins: [typstCompiler(), mainStandsAlone],
    build: {
      externalizeDeps: false,
      target: 'node24.0',
      outDir: 'out/main',
      rolldownOptions: {
        external: ['electron', 'better-sqlite3'],
        input: {
          main: source('electron/main.ts'),
          service: source('service/hosts/port-main.ts'),
          loopback: source('service/hosts/loopback-main.ts'),
          'backups-worker': source('service/backups/backups-worker.ts'),
          'documents-worker': source('service/documents/documents-worker.ts'),
          'imports-worker': source('service/imports/imports-worker.ts'),
        },
        // Shared chunks lie beside the entries, so that what is found next to import.meta.url is found from either.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      outDir: 'out/preload',
      rolldownOptions: {
        input: { preload: source('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: 'renderer',
    publicDir: false,
    plugins: [react(), servedAtRoot],
    build: {
      // The loopback host opens whichever browser is installed, not only Electron's.
      target: 'chrome120',
      outDir: 'out/renderer',
      minify: true,
      // Nothing as data: URIs, which the content security policy refuses.
      assetsInlineLimit: 0,
      rolldownOptions: { input: source('renderer/index.html') },
    },
  },
});
