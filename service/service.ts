import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { EventPublisher, ORPCError } from '@orpc/server';
import { uuidv7obj } from 'uuidv7';
import { type Instant, toInstant } from '../domain/calendar-date.ts';
import { encodeId, type UserId } from '../domain/ids.ts';
import type { User } from '../domain/user.ts';
import { isDamage } from '../db/backup/database-file.ts';
import type { WritableDb, Writer } from '../db/database.ts';
import { findThisDevice } from '../db/devices.ts';
import { findUser } from '../db/users.ts';
import { openDatabaseStore } from './database-store.ts';
import { removeSecretDocuments } from './documents/secret-documents.ts';
import { findStorageReason } from './storage-problem.ts';
import { guardIdentity } from './identity-guard.ts';
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
  /** The database it was signed in to: with a restored one everyone starts anew. */
  database?: number;
}

/** One running Yachay: its database and what its procedures share. It knows nothing of who serves it. */
export interface Service {
  /** Throws while the database is damaged. */
  readonly db: WritableDb;
  /** Null: it is kept in memory. */
  readonly databaseFile: string | null;
  /** Whether the database cannot be read: then only recovery works. */
  readonly isDamaged: boolean;
  readonly dataFolder: string;
  readonly documentsFolder: string;
  readonly resourcesFolder: string;
  readonly uploads: ImportUploads;
  /** Packets are made and taken in one after the other. */
  readonly packetQueue: Queue;
  /** Backups and what exchanges the database wait for each other. */
  readonly backupQueue: Queue;
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
  /** Stops working with a database that turned out to be damaged. */
  declareDamaged(): void;
  /** Lets `exchange` put another file in the database's place while it is closed; everyone is signed out. */
  exchangeDatabase<Result>(exchange: () => Result): Result;
  close(): void;
}

/** Opens the database of a data folder and makes the service over it. */
export function createService(options: ServiceOptions): Service {
  const { dataFolder, resourcesFolder } = options;
  const documentsFolder = join(dataFolder, 'documents');
  const logsFolder = join(dataFolder, 'logs');
  mkdirSync(documentsFolder, { recursive: true });
  removeSecretDocuments(documentsFolder);
  removeOldDocuments(documentsFolder, Date.now() - documentLifeMs);
  mkdirSync(logsFolder, { recursive: true });
  const databaseFile = options.database === ':memory:' ? null : join(dataFolder, 'yachay.db');
  const store = openDatabaseStore(databaseFile ?? ':memory:');
  let database = 0;
  // Whose identity was looked at: before the first write, and again after another file took the place.
  let guardedDatabase: number | null = null;
  const now = options.now ?? (() => toInstant(Date.now()));
  const newId = options.newId ?? (() => encodeId(uuidv7obj().bytes));
  const changes = new EventPublisher<{ changed: { tables: string[] } }>();

  const seenPackets = new Set<string>();
  const startAnew = () => {
    database += 1;
    // What an older database never took in lies there still.
    seenPackets.clear();
    changes.publish('changed', { tables: ['office', 'user_account'] });
  };
  const declareDamaged = () => {
    if (store.isDamaged) return;
    store.declareDamaged();
    startAnew();
  };

  return {
    get db() {
      return store.db;
    },
    databaseFile,
    get isDamaged() {
      return store.isDamaged;
    },
    dataFolder,
    documentsFolder,
    resourcesFolder,
    uploads: new Map(),
    packetQueue: createQueue(),
    backupQueue: createQueue(),
    seenPackets,
    now,
    newId,
    changes,
    findSignedInUser: (connection) => {
      connection.database ??= database;
      if (connection.database !== database) signOutOfFormer(connection, database);
      const { userId, isLocked } = connection;
      if (userId === null || isLocked === true || store.isDamaged) return null;
      return findActiveUser(store.db, userId);
    },
    createWriter: (userId) => {
      if (databaseFile !== null && guardedDatabase !== database) {
        guardIdentity({ db: store.db, dataFolder, userId, now, newId });
        guardedDatabase = database;
      }
      return createWriter(store.db, userId, now, newId);
    },
    broadcastChanges: () => {
      if (!store.isDamaged) broadcastChanges(store.db.changedTables, changes);
    },
    reportFault: (error, where) => {
      if (isDamage(error)) declareDamaged();
      return reportFault(error, where, now(), join(logsFolder, 'yachay.log'));
    },
    declareDamaged,
    exchangeDatabase: (exchange) => {
      try {
        return store.exchange(exchange);
      } finally {
        startAnew();
      }
    },
    close: () => {
      removeSecretDocuments(documentsFolder);
      store.close();
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

function signOutOfFormer(connection: Connection, database: number): void {
  connection.userId = null;
  connection.isLocked = false;
  connection.database = database;
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
  const reason = findStorageReason(error);
  if (reason !== null)
    return new ORPCError('STORAGE', { defined: true, status: 422, data: { reason }, cause: error });
  const logId = randomUUID().slice(0, 8);
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  appendFileSync(logFile, `${now} ${logId} ${where}\n${text}\n\n`);
  return new ORPCError('FAULT', { defined: true, status: 500, data: { logId }, cause: error });
}
