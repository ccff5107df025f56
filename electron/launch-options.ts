import { join, resolve } from 'node:path';

export interface LaunchOptions {
  /** Where the service keeps the office's data. */
  readonly dataFolder: string;
  /** Where Chromium keeps what is its own. The single-instance lock belongs to it too. */
  readonly browserFolder: string;
}

/**
 * `--data DIR` moves everything into DIR, so that two folders can be open at once and one folder only once.
 * `userFolder` is where the system wants the application's data.
 */
export function readLaunchOptions(commandLine: readonly string[], userFolder: string): LaunchOptions {
  const chosen = readOption(commandLine, '--data');
  const dataFolder = chosen === null ? userFolder : resolve(chosen);
  return { dataFolder, browserFolder: join(dataFolder, 'browser') };
}

function readOption(commandLine: readonly string[], name: string): string | null {
  for (const [index, argument] of commandLine.entries()) {
    if (argument === name) return commandLine[index + 1] ?? null;
    if (argument.startsWith(`${name}=`)) return argument.slice(name.length + 1);
  }
  return null;
}
