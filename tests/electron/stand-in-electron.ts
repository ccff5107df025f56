import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where Electron's fuses begin in its program, and how many it has: the wire that electron-builder flips. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuseWireOfElectron = Buffer.from([1, 8, ...Buffer.from('10110001')]);

/**
 * A folder that looks like Electron's distribution to electron-builder, since the real one has to be fetched.
 * The program is no program: it only carries the fuses, on Windows in a real unsigned executable, which is
 * edited too.
 */
export function makeStandInElectron(folder: string, platform: 'linux' | 'win32'): void {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'));
  for (const language of ['de', 'en-US', 'es', 'es-419', 'qu']) {
    writeFileSync(join(folder, 'locales', `${language}.pak`), language);
  }
  const electronFolder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  copyFileSync(join(electronFolder, 'LICENSE'), join(folder, 'LICENSE'));
  writeFileSync(join(folder, 'LICENSES.chromium.html'), '<title>Licences</title>');
  writeFileSync(join(folder, 'version'), readElectronVersion(electronFolder));
  const program = platform === 'win32' ? readWindowsProgram() : Buffer.from('\x7fELF');
  const fused = Buffer.concat([program, Buffer.from(fuseSentinel), fuseWireOfElectron]);
  writeFileSync(join(folder, platform === 'win32' ? 'electron.exe' : 'electron'), fused, { mode: 0o755 });
}

function readElectronVersion(electronFolder: string): string {
  const description: { version: string } = JSON.parse(
    readFileSync(join(electronFolder, 'package.json'), 'utf8'),
  );
  return description.version;
}

/** Any unsigned executable with a version resource; electron-builder brings one along. */
function readWindowsProgram(): Buffer {
  const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder/package.json'));
  const squirrel = createRequire(builder.resolve('electron-builder-squirrel-windows/package.json'));
  return readFileSync(
    join(dirname(squirrel.resolve('electron-winstaller/package.json')), 'vendor/7z-x64.exe'),
  );
}
