import type { Instant } from '../domain/calendar-date.ts';
import type { OfficeSetup } from '../domain/contract/setup.ts';
import type { DeviceId, UserId } from '../domain/ids.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import type { User } from '../domain/user.ts';
import {
  findRow,
  insertRow,
  inTransaction,
  type ReadableDb,
  runUnstamped,
  type WritableDb,
  type Writer,
} from './database.ts';
import type { IssuingKey } from './issuing-keys.ts';
import { createOffice, findOffice } from './office.ts';
import { createProgramme } from './programmes.ts';
import { insertUser } from './users.ts';

export interface OfficeStart {
  setup: OfficeSetup;
  /** The name that belongs to the office's municipality code. */
  municipalityName: string;
  /** Of the first user's password, where they chose one. */
  passwordHash: string | null;
  deviceName: string;
  /** With which this device will seal certificates. */
  issuingKey: IssuingKey;
  now: () => Instant;
  newId: () => string;
}

export interface ThisDevice {
  id: DeviceId;
  name: string;
  /** The letter of the folios that this device gives. */
  series: string;
}

/** The programme that an office starts with and its three themes; all of it can be changed. */
const firstProgramme = {
  name: 'PMI-DEL',
  donor: null,
  themes: [
    'Promoción del municipio',
    'Capacitación de micro, pequeños y medianos emprendedores',
    'Incentivos a la producción',
  ].map((name) => ({ id: null, name })),
};

/** This installation, or null before the office is set up. */
export function findThisDevice(db: ReadableDb): ThisDevice | null {
  const row = findRow<ThisDevice>(
    db,
    'SELECT d.id, d.name, d.series FROM this_device t JOIN device d ON d.id = t.device_id',
  );
  return row ?? null;
}

/**
 * Makes an office from nothing: this device with series A, its first coordinator (who made themselves), the
 * office with signatories and logo, the first programme and the keys of its certificates. All or nothing.
 */
export function setUpOffice(db: WritableDb, start: OfficeStart): User | Refusal<'ALREADY_SET_UP'> {
  return inTransaction(db, () => {
    if (findThisDevice(db) !== null || findOffice(db) !== null) return refuse('ALREADY_SET_UP');
    const { setup, municipalityName, passwordHash } = start;
    const writer = createFirstWriter(db, start);
    createThisDevice(writer, start.deviceName);
    const user = insertUser(writer, writer.userId, {
      name: setup.user.name,
      role: 'coordinator',
      passwordHash,
    });
    createOffice(writer, setup.office, municipalityName, setup.logo);
    createProgramme(writer, firstProgramme);
    storeIssuingKey(writer, start.issuingKey);
    return user;
  });
}

function createFirstWriter(db: WritableDb, { now, newId }: OfficeStart): Writer {
  return { db, userId: newId() as UserId, deviceId: newId() as DeviceId, now, newId };
}

function createThisDevice(writer: Writer, name: string): void {
  insertRow(writer, 'device', { id: writer.deviceId, name, series: 'A' });
  runUnstamped(writer.db, 'INSERT INTO this_device (one, device_id) VALUES (1, ?)', writer.deviceId);
}

/** The private half never leaves this device, so it carries no stamps. */
function storeIssuingKey(writer: Writer, { id, publicKey, privateKey }: IssuingKey): void {
  insertRow(writer, 'issuing_key', { id, device_id: writer.deviceId, public_key: publicKey });
  runUnstamped(
    writer.db,
    'INSERT INTO private_key (issuing_key_id, private_key) VALUES (?, ?)',
    id,
    privateKey,
  );
}
