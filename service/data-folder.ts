import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Where this PC's data lies: what `--data` says, else the user's data folder as each system has it. Electron's
 * `userData` is the same place, so that the window, the browser and the command line see one office.
 */
export function findDataFolder(
  given: string | undefined,
  env = process.env,
  platform = process.platform,
): string {
  if (given !== undefined) return resolve(given);
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Yachay');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Yachay');
  return join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'Yachay');
}
