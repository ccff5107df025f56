import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { extractFile, getRawHeader, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeStandInElectron } from './stand-in-electron.ts';

const projectFolder = resolve(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'yachay-package-'));

const packages = [
  { platform: 'linux', flag: '--linux', folder: 'linux-unpacked', program: 'yachay' },
  { platform: 'win32', flag: '--win', folder: 'win-unpacked', program: 'Yachay.exe' },
] as const;

/** All that is taken of node_modules, whatever the platform. */
const sqliteFiles = [
  'LICENSE',
  'lib/binding.js',
  'lib/database.js',
  'lib/index.js',
  'lib/methods/aggregate.js',
  'lib/methods/backup.js',
  'lib/methods/explain.js',
  'lib/methods/function.js',
  'lib/methods/inspect.js',
  'lib/methods/pragma.js',
  'lib/methods/serialize.js',
  'lib/methods/table.js',
  'lib/methods/transaction.js',
  'lib/methods/wrappers.js',
  'lib/sqlite-error.js',
  'lib/util.js',
  'package.json',
].map((file) => `node_modules/better-sqlite3/${file}`);

/** Of the build: its programs, the compiler of the documents, and chunks they share. */
const mainFile =
  /^out\/main\/((main|service|backups-worker|documents-worker|imports-worker)|[\w.-]+-[\w-]{8})\.js$/;
const compilerFile = 'out/main/typst_ts_web_compiler_bg.wasm';

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();
}

/** The build as it was made, without its source maps and the host for browsers. Without a build there is nothing to pack. */
function listBuild(): string[] {
  return listFiles(join(projectFolder, 'out'))
    .filter((file) => !file.endsWith('.map') && file !== 'main/loopback.js')
    .map((file) => `out/${file}`);
}

function listArchive(archive: string): string[] {
  const folders = new Set<string>();
  const names = listPackage(archive, { isPack: false }).map((name) => name.replaceAll('\\', '/').slice(1));
  for (const name of names) folders.add(dirname(name));
  return names.filter((name) => !folders.has(name)).toSorted();
}

const run = promisify(execFile);

async function buildFolder(flag: string, platform: 'linux' | 'win32'): Promise<void> {
  const electronDist = join(scratch, `electron-${platform}`);
  makeStandInElectron(electronDist, platform);
  const require = createRequire(import.meta.url);
  const builder = join(dirname(require.resolve('electron-builder/package.json')), 'cli.js');
  const overrides = [`-c.electronDist=${electronDist}`, `-c.directories.output=${join(scratch, 'dist')}`];
  await run(process.execPath, [builder, '--dir', flag, '--x64', ...overrides], {
    cwd: projectFolder,
    maxBuffer: 64 * 1024 * 1024,
  });
}

afterAll(() => rmSync(scratch, { recursive: true }));

describe.each(packages)('the package for $platform x64', ({ platform, flag, folder, program }) => {
  const packageFolder = join(scratch, 'dist', folder);
  const archive = join(packageFolder, 'resources/app.asar');
  const unpackedFolder = join(packageFolder, 'resources/app.asar.unpacked');
  const nativeModule = `node_modules/better-sqlite3/prebuilds/${platform}-x64.node`;

  beforeAll(() => buildFolder(flag, platform), 120_000);

  it('has in its archive the build, better-sqlite3 and nothing else', () => {
    const expected = [...listBuild(), ...sqliteFiles, nativeModule, 'package.json'];
    expect(listArchive(archive)).toEqual(expected.toSorted());
  });

  it('has every program of the build and no other', () => {
    const files = listArchive(archive).filter((file) => file.startsWith('out/'));
    expect(files).toEqual(
      expect.arrayContaining([
        'out/main/main.js',
        'out/main/service.js',
        'out/main/backups-worker.js',
        'out/main/documents-worker.js',
        'out/main/imports-worker.js',
        compilerFile,
        'out/preload/preload.cjs',
        'out/renderer/index.html',
      ]),
    );
    const unknown = files.filter(
      (file) => !mainFile.test(file) && file !== compilerFile && !file.startsWith('out/renderer/'),
    );
    expect(unknown).toEqual(['out/preload/preload.cjs']);
  });

  it('names the main program and says that it is an ES module', () => {
    const description: unknown = JSON.parse(extractFile(archive, 'package.json').toString('utf8'));
    expect(description).toMatchObject({ name: 'yachay', type: 'module', main: 'out/main/main.js' });
    expect(description).not.toHaveProperty('devDependencies');
    expect(description).not.toHaveProperty('scripts');
  });

  it('keeps what opens windows whole and inside the archive, where the fingerprint covers it', () => {
    const header: unknown = JSON.parse(getRawHeader(archive).headerString);
    expect(header).toMatchObject({
      files: {
        'package.json': { integrity: { algorithm: 'SHA256' } },
        out: { files: { main: { files: { 'main.js': { integrity: { algorithm: 'SHA256' } } } } } },
      },
    });
    expect(extractFile(archive, 'out/main/main.js').toString('utf8')).not.toMatch(
      /(from|import) ?\(?"\.\.?\//,
    );
  });

  it('lets the service run as plain files, with its one native module', () => {
    const unpacked = listFiles(unpackedFolder);
    const service = listBuild().filter((file) => file.startsWith('out/main/') && file !== 'out/main/main.js');
    expect(unpacked).toEqual([...service, ...sqliteFiles, nativeModule, 'package.json'].toSorted());
    expect(unpacked.filter((file) => file.endsWith('.node'))).toEqual([nativeModule]);
    expect(readFileSync(join(unpackedFolder, nativeModule))).toEqual(
      readFileSync(join(projectFolder, nativeModule)),
    );
  });

  it('brings what documents are made of, and the icon of the window', () => {
    const resources = listFiles(join(packageFolder, 'resources/resources'));
    const source = listFiles(join(projectFolder, 'resources'));
    expect(resources).toEqual(
      source.filter(
        (file) => /^(catalogues|fonts|locales\/es|templates)\//.test(file) || file === 'icons/icon.png',
      ),
    );
    expect(resources.filter((file) => file.endsWith('.typ')).length).toBeGreaterThan(0);
    expect(readdirSync(join(packageFolder, 'resources')).toSorted()).toEqual([
      'app.asar',
      'app.asar.unpacked',
      'resources',
    ]);
  });

  it('speaks Spanish and English, and carries the licences', () => {
    expect(listFiles(join(packageFolder, 'locales'))).toEqual(['en-US.pak', 'es-419.pak', 'es.pak']);
    expect(readdirSync(packageFolder).toSorted()).toEqual(
      [
        'LICENSE.electron.txt',
        'LICENSE.txt',
        'LICENSES.chromium.html',
        'locales',
        program,
        'resources',
        'version',
      ].toSorted(),
    );
  });

  it('has its fuses set so that the program runs this archive only, and nothing else with it', async () => {
    const wire = await getCurrentFuseWire(join(packageFolder, program));
    const [off, on] = ['0', '1'].map((state) => state.charCodeAt(0));
    expect(wire).toEqual({
      version: '1',
      [FuseV1Options.RunAsNode]: off,
      [FuseV1Options.EnableCookieEncryption]: on,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
      [FuseV1Options.EnableNodeCliInspectArguments]: off,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
      [FuseV1Options.OnlyLoadAppFromAsar]: on,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: off,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
    });
  });
});

/** Its native module runs on its own system only. */
const runnableHere = packages.filter(({ platform }) => platform === process.platform);

it.each(runnableHere)('the service of $folder works with nothing but its package', async ({ folder }) => {
  const resources = join(scratch, 'dist', folder, 'resources');
  const { stdout } = await run(process.execPath, [
    fileURLToPath(new URL('./run-packaged-service.ts', import.meta.url)),
    join(resources, 'app.asar.unpacked/out/main/service.js'),
    join(scratch, 'data'),
    join(resources, 'resources'),
  ]);
  expect(JSON.parse(stdout)).toEqual({ pages: expect.any(Number), start: '%PDF-' });
});

it('the program for Windows knows the fingerprint of its archive', () => {
  const resources = join(scratch, 'dist/win-unpacked/resources');
  const program = readFileSync(join(resources, '../Yachay.exe'));
  const { headerString } = getRawHeader(join(resources, 'app.asar'));
  const fingerprint = createHash('sha256').update(headerString).digest('hex');
  expect(program.includes(`"alg":"SHA256","value":"${fingerprint}"`)).toBe(true);
});
