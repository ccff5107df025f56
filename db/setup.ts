import type { Instant } from '../domain/calendar-date.ts';
import type { OfficeSetup } from '../domain/contract/setup.ts';
import type { UserId } from '../domain/ids.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import type { User } from '../domain/user.ts';
import { inTransaction, type WritableDb } from './database.ts';
import { type DeviceKeys, findThisDevice, mintDevice } from './devices.ts';
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
  keys: DeviceKeys;
  now: () => Instant;
  newId: () => string;
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

/**
 * Makes an office from nothing: this device with series A, its first coordinator (who made themselves), the
 * office with signatories and logo, the first programme and the keys of its certificates. All or nothing.
 */
export function setUpOffice(db: WritableDb, start: OfficeStart): User | Refusal<'ALREADY_SET_UP'> {
  return inTransaction(db, () => {
    if (findThisDevice(db) !== null || findOffice(db) !== null) return refuse('ALREADY_SET_UP');
    const { setup, municipalityName, passwordHash } = start;
    const { deviceName: name, keys, now, newId } = start;
    const device = { name, keys, now, newId, userId: newId() as UserId };
    const writer = mintDevice(db, device, { retiresFormer: false });
    const user = insertUser(writer, writer.userId, {
      name: setup.user.name,
      role: 'coordinator',
      passwordHash,
      personId: null,
    });
    createOffice(writer, setup.office, municipalityName, setup.logo);
    createProgramme(writer, firstProgramme);
    return user;
  });
}
