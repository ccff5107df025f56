import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createRouterClient, ORPCError, type RouterClient } from '@orpc/server';
import type { BackupFile } from '../../../domain/backup.ts';
import { type Instant, toInstant } from '../../../domain/calendar-date.ts';
import { withDatabaseFile } from '../../../db/backup/database-file.ts';
import { all, getNumber, type ReadableDb } from '../../../db/database.ts';
import { router, type Router } from '../../../service/router/router.ts';
import { type Connection, createService, type Service } from '../../../service/service.ts';
import { startOffice } from '../../../service/setup.ts';
import { testOfficeSetup } from '../../support/office.ts';
import { draftPerson } from '../../support/person.ts';

const resourcesFolder = resolve(import.meta.dirname, '../../../resources');

/** An office in files of its own, at half past six in the evening of 22 November 2026, which tests move on. */
export interface BackupOffice {
  readonly folder: string;
  readonly data: string;
  readonly service: Service;
  readonly client: RouterClient<Router>;
  readonly connection: Connection;
  passHours(hours: number): void;
  addPeople(...givenNames: string[]): Promise<void>;
  makeBackup(to?: { path: string; passphrase: string | null }): Promise<BackupFile>;
  /** Closes the service and opens another over the same files; nobody is signed in. */
  reopen(): void;
  remove(): void;
}

/** Makes a folder with an office and its coordinator signed in; without `isSetUp` a service that has none yet. */
export async function createBackupOffice({ isSetUp = true } = {}): Promise<BackupOffice> {
  const folder = mkdtempSync(join(tmpdir(), 'yachay-backups-'));
  const data = join(folder, 'data');
  let time = Date.parse('2026-11-22T22:30:00.000Z');
  const now = (): Instant => toInstant(time);
  const open = () => createService({ dataFolder: data, resourcesFolder, now });
  const createClient = (of: Service) => createRouterClient(router, { context: { service: of, connection } });
  let connection: Connection = { userId: null };
  let service = open();
  let client = createClient(service);
  const office: BackupOffice = {
    folder,
    data,
    get service() {
      return service;
    },
    get client() {
      return client;
    },
    get connection() {
      return connection;
    },
    passHours: (hours) => {
      time += hours * 3_600_000;
    },
    addPeople: async (...givenNames) => {
      for (const name of givenNames) await client.people.create(draftPerson({ givenNames: name }));
    },
    makeBackup: async (to) => endOf(await client.backups.make({ to: to ?? null })),
    reopen: () => {
      service.close();
      service = open();
      connection = { userId: null };
      client = createClient(service);
    },
    remove: () => {
      service.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  if (isSetUp) await startOffice(service, connection, testOfficeSetup);
  return office;
}

/** The result of a long task. */
export async function endOf<Result>(steps: AsyncGenerator<unknown, Result, unknown>): Promise<Result> {
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return step.value;
  }
}

/** The tag with which a long task is refused. */
export async function refusalOf(steps: Promise<AsyncGenerator<unknown, unknown, unknown>>): Promise<string> {
  try {
    await endOf(await steps);
  } catch (error) {
    if (error instanceof ORPCError) return error.code;
    throw error;
  }
  return 'not refused';
}

export function countPeople(db: ReadableDb): number {
  return getNumber(db, 'SELECT count(*) FROM person');
}

export function listNames(db: ReadableDb): string[] {
  return all<{ name: string }>(db, 'SELECT given_names AS name FROM person ORDER BY name').map(
    ({ name }) => name,
  );
}

export function listFolder(folder: string): string[] {
  return readdirSync(folder).toSorted();
}

export const pageBytes = 4096;

/** Closes a service and overwrites pages of its database with nonsense, as a dying disk does. */
export function overwritePages(service: Service, choosePages: (db: ReadableDb) => number[]): void {
  const database = service.databaseFile ?? '';
  const pages = withDatabaseFile(database, {}, (db) => {
    db.handle.pragma('wal_checkpoint(TRUNCATE)');
    return choosePages(db);
  });
  service.close();
  const file = openSync(database, 'r+');
  for (const page of pages)
    writeSync(file, Buffer.alloc(pageBytes, 0xa5), 0, pageBytes, (page - 1) * pageBytes);
  closeSync(file);
}

/** The pages of a table that hold rows, by their place in the table. */
export function leavesOf(db: ReadableDb, table: string): number[] {
  return db.handle
    .prepare<[string], number>("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path")
    .pluck()
    .all(table);
}
