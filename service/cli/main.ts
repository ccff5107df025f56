import { join, resolve } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { findDataFolder } from '../data-folder.ts';
import { DataFolderInUseError } from '../data-lock.ts';
import { router } from '../router/router.ts';
import { type Connection, createService, type Service } from '../service.ts';
import { checkDatabase } from './backup-commands.ts';
import { type CommandLine, parseCommandLine, usage, UsageError } from './command-line.ts';
import { runCommand } from './commands.ts';
import { printPlain } from './plain-text.ts';
import { RefusedError, sentenceFor } from './sentences.ts';

const refused = 1;
const wrongUsage = 2;

const resourcesFolder = resolve(import.meta.dirname, '../../resources');

/** Runs one command against the office of a data folder. Answers the exit status. */
async function main(words: string[]): Promise<number> {
  let line: CommandLine;
  try {
    line = parseCommandLine(words);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n\n${usage}\n`);
    return wrongUsage;
  }
  if (line.command === 'help') {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  if (line.command === 'check') return check(line);
  const service = openService(line);
  if (service === null) return refused;
  try {
    return await answer(service, line);
  } finally {
    service.close();
  }
}

/** Looks at the file itself: what is damaged does not open as an office. */
function check({ data, json }: CommandLine): number {
  const value = checkDatabase(join(findDataFolder(data), 'yachay.db'));
  process.stdout.write(`${json ? JSON.stringify(value) : printPlain(value)}\n`);
  return value.ok ? 0 : refused;
}

/** The service over the data folder, or null where its data cannot be opened. */
function openService({ data }: CommandLine): Service | null {
  try {
    return createService({ dataFolder: findDataFolder(data), resourcesFolder });
  } catch (error) {
    process.stderr.write(`${sentenceFor(error, resourcesFolder)}\n`);
    return null;
  }
}

async function answer(service: Service, line: CommandLine): Promise<number> {
  const connection: Connection = { userId: null };
  const client = createRouterClient(router, { context: { service, connection } });
  try {
    const { value, status } = await runCommand(service, client, line);
    const text = line.json ? JSON.stringify(value) : printPlain(value);
    process.stdout.write(`${text}\n`);
    return status;
  } catch (error) {
    const known =
      error instanceof RefusedError || error instanceof DataFolderInUseError
        ? error
        : service.reportFault(error, `command ${line.command}`);
    process.stderr.write(`${sentenceFor(known, resourcesFolder)}\n`);
    return refused;
  }
}

process.exitCode = await main(process.argv.slice(2));
