import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron } from 'playwright-core';
import { expect, it } from 'vitest';

const projectFolder = resolve(import.meta.dirname, '../..');

/** Electron's program, if it was ever fetched to this machine; its own package would fetch it when asked. */
function findElectron(): string | null {
  const packageFolder = resolve(createRequire(import.meta.url).resolve('electron/package.json'), '..');
  const namePerPlatform: Partial<Record<NodeJS.Platform, string>> = {
    win32: 'electron.exe',
    darwin: 'Electron.app/Contents/MacOS/Electron',
  };
  const distFolder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(packageFolder, 'dist');
  const program = join(distFolder, namePerPlatform[process.platform] ?? 'electron');
  return existsSync(program) ? program : null;
}

it('the built application starts in Electron, where Electron is installed', async () => {
  const executablePath = findElectron();
  if (executablePath === null) {
    process.stderr.write('Electron binary absent: the smoke test did not run.\n');
    expect(executablePath).toBeNull();
    return;
  }
  const dataFolder = mkdtempSync(join(tmpdir(), 'yachay-electron-'));
  const application = await _electron.launch({
    executablePath,
    args: [projectFolder, '--data', dataFolder, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    const window = await application.firstWindow();
    const faults: string[] = [];
    window.on('pageerror', (fault) => faults.push(fault.message));
    await window.getByRole('heading').first().waitFor();
    expect(window.url()).toMatch(/^app:\/\/yachay\//);
    expect(await window.evaluate(() => typeof Reflect.get(globalThis, 'require'))).toBe('undefined');
    expect(await window.evaluate(() => Object.keys(Reflect.get(globalThis, 'yachayShell')))).toContain(
      'saveDocument',
    );
    expect(faults).toEqual([]);
  } finally {
    await application.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
});
