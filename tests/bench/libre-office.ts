import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const places = [
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.com',
];

/** LibreOffice's program, or null where it is not installed. */
export function findLibreOffice(): string | null {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const programs = [...folders.map((folder) => path.join(folder, 'soffice')), ...places];
  return programs.find((program) => existsSync(program)) ?? null;
}

/**
 * Converts a file into a folder with a fresh profile. It is stopped at the limit (in milliseconds), since it was
 * seen not to end at all with long documents; true if it ended by itself and well.
 */
export async function convert(
  program: string,
  { file, to, folder, limit }: { file: string; to: string; folder: string; limit: number },
): Promise<boolean> {
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
  const args = [profile, '--headless', '--convert-to', to, '--outdir', folder, file];
  // Its program is a script that starts others: they end as the group that they are.
  const child = spawn(program, args, { stdio: 'ignore', detached: process.platform !== 'win32' });
  const stop = () => {
    if (child.pid !== undefined)
      process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  };
  const timer = setTimeout(stop, limit);
  process.once('exit', stop);
  const [code]: unknown[] = await once(child, 'exit');
  clearTimeout(timer);
  process.removeListener('exit', stop);
  return code === 0;
}
