import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { EventPublisher, ORPCError } from '@orpc/server';
import { uuidv7obj } from 'uuidv7';
import { type Instant, toInstant } from '../domain/calendar-date.ts';
import { encodeId, type UserId } from '../domain/ids.ts';
import type { User } from '../domain/user.ts';
import type { WritableDb, Writer } from '../db/database.ts';
import { closeDatabase, openDatabase } from '../db/open.ts';
import { findThisDevice } from '../db/devices.ts';
import { findUser } from '../db/users.ts';
import { removeSecretDocuments } from './documents/secret-documents.ts';
import type { ImportUploads } from './imports/import-uploads.ts';
import { createQueue, type Queue } from './queue.ts';

export interface ServiceOptions {
  /** Where the database, documents and logs of this PC lie; made if missing. */
  dataFolder: string;
  /** The project's resources: templates, fonts, catalogues. */
  resourcesFolder: string;
  /** ':memory:' keeps nothing; otherwise the database lies in the data folder. */
  database?: ':memory:';
  now?: () => Instant;
  newId?: () => string;
}

const documentLifeMs = 24 * 60 * 60 * 1000;

/** One window or one command line: who is signed in there. */
export interface Connection {
  userId: UserId | null;
  /** Its user went away: as long as this is true, the connection is nobody's. */
  isLocked?: boolean;
}

/** One running Yachay: its database and what its procedures share. It knows nothing of who serves it. */
export interface Service {
  readonly db: WritableDb;
  readonly dataFolder: string;
  readonly documentsFolder: string;
  readonly resourcesFolder: string;
  readonly uploads: ImportUploads;
  /** Packets are made and taken in one after the other. */
  readonly packetQueue: Queue;
  /** Files of the exchange folder that were looked at already. */
  readonly seenPackets: Set<string>;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly changes: EventPublisher<{ changed: { tables: string[] } }>;
  findSignedInUser(connection: Connection): User | null;
  /** Who writes, on this device. Throws before the office is set up. */
  createWriter(userId: UserId): Writer;
  /** Tells all watchers which tables were written since the last call. */
  broadcastChanges(): void;
  /** An expected error as it is; anything else is logged and becomes FAULT with the log's id. */
  reportFault(error: unknown, where: string): unknown;
  close(): void;
}

/** Opens the database of a data folder and makes the service over it. */
export function createService(options: ServiceOptions): Service {
  const { dataFolder, resourcesFolder } = options;
  const documentsFolder = join(dataFolder, 'documents');
  const logsFolder = join(dataFolder, 'logs');
  mkdirSync(documentsFolder, { recursive: true });
  removeOldDocuments(documentsFolder, Date.now() - documentLifeMs);
  removeSecretDocuments(documentsFolder);
  mkdirSync(logsFolder, { recursive: true });
  const db = openDatabase(options.database ?? join(dataFolder, 'yachay.db'));
  const now = options.now ?? (() => toInstant(Date.now()));
  const newId = options.newId ?? (() => encodeId(uuidv7obj().bytes));
  const changes = new EventPublisher<{ changed: { tables: string[] } }>();

  return {
    db,
    dataFolder,
    documentsFolder,
    resourcesFolder,
    uploads: new Map(),
    packetQueue: createQueue(),
    seenPackets: new Set(),
    now,
    newId,
    changes,
    findSignedInUser: ({ userId, isLocked }) =>
      userId === null || isLocked === true ? null : findActiveUser(db, userId),
    createWriter: (userId) => createWriter(db, userId, now, newId),
    broadcastChanges: () => broadcastChanges(db.changedTables, changes),
    reportFault: (error, where) => reportFault(error, where, now(), join(logsFolder, 'yachay.log')),
    close: () => {
      removeSecretDocuments(documentsFolder);
      closeDatabase(db);
    },
  };
}

/** Documents are made anew whenever they are wanted; those of today may still be open in another window. */
function removeOldDocuments(folder: string, madeBefore: number): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (statSync(file).mtimeMs < madeBefore) rmSync(file, { force: true });
  }
}

function findActiveUser(db: WritableDb, userId: UserId): User | null {
  const user = findUser(db, userId);
  return user?.isActive === true ? user : null;
}

function createWriter(db: WritableDb, userId: UserId, now: () => Instant, newId: () => string): Writer {
  const device = findThisDevice(db);
  if (device === null) throw new Error('this device has no identity before the office is set up');
  return { db, userId, deviceId: device.id, now, newId };
}

function broadcastChanges(changed: WritableDb['changedTables'], changes: Service['changes']): void {
  if (changed.size === 0) return;
  const tables = [...changed];
  changed.clear();
  changes.publish('changed', { tables });
}

function reportFault(error: unknown, where: string, now: Instant, logFile: string): unknown {
  const isExpected = error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR';
  const isCancelled = error instanceof Error && error.name === 'AbortError';
  if (isExpected || isCancelled) return error;
  const logId = randomUUID().slice(0, 8);
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  appendFileSync(logFile, `${now} ${logId} ${where}\n${text}\n\n`);
  return new ORPCError('FAULT', { defined: true, status: 500, data: { logId }, cause: error });
}
