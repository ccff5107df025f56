import {
  type CalendarDate,
  calendarDateSchema,
  type Instant,
  toInstant,
} from '../../domain/calendar-date.ts';
import type { OfficeSetup } from '../../domain/contract/setup.ts';
import { encodeId } from '../../domain/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { User } from '../../domain/user.ts';
import type { WritableDb, Writer } from '../../db/database.ts';
import { openDatabase } from '../../db/open.ts';
import { createSigningKeys } from '../../db/change-log/chain.ts';
import { type DeviceKeys, findThisDevice } from '../../db/devices.ts';
import { type OfficeStart, setUpOffice } from '../../db/setup.ts';

/** An office in memory where time stands still until the test moves it and every id can be foretold. */
export interface TestOffice {
  readonly db: WritableDb;
  /** The coordinator who set the office up. */
  readonly user: User;
  readonly writer: Writer;
  readonly now: () => Instant;
  readonly newId: () => string;
  /** Makes it eight in the morning of a day in Bolivia. */
  setDay(day: string): CalendarDate;
  /** Lets a number of milliseconds pass. */
  passTime(milliseconds: number): void;
}

export const testOfficeSetup: OfficeSetup = {
  office: {
    name: 'Dirección de Desarrollo Productivo',
    municipalityCode: '030904',
    address: 'Plaza 14 de Septiembre',
    phone: '44356789',
    paper: 'letter',
    attendancePolicy: { latesPerAbsence: null, leave: 'neutral' },
    signatories: [
      { name: 'Ing. Rosa Quispe Mamani', position: 'Directora de Desarrollo Productivo' },
      { name: 'Lic. Juan Soto Ríos', position: 'Alcalde Municipal' },
    ],
  },
  logo: null,
  user: { name: 'Rosa Quispe', password: null },
};

/** Opens a database in memory and sets an office up in it: Vinto, on 2 March 2026, by Rosa Quispe. */
export function createTestOffice(setup: OfficeSetup = testOfficeSetup): TestOffice {
  const db = openDatabase(':memory:');
  const start = createTestStart(setup);
  const { clock, now, newId } = start;
  const user = setUpOffice(db, start);
  const device = findThisDevice(db);
  if (isRefusal(user) || device === null) throw new Error('the test office was not set up');
  return {
    db,
    user,
    writer: { db, userId: user.id, deviceId: device.id, now, newId },
    now,
    newId,
    setDay: (day) => {
      clock.milliseconds = Date.parse(`${day}T12:00:00.000Z`);
      return calendarDateSchema.parse(day);
    },
    passTime: (milliseconds) => {
      clock.milliseconds += milliseconds;
    },
  };
}

/** What `setUpOffice` is given in tests, with the clock that its `now` reads. */
export function createTestStart(
  setup: OfficeSetup = testOfficeSetup,
): OfficeStart & { clock: { milliseconds: number } } {
  const clock = { milliseconds: Date.parse('2026-03-02T12:00:00.000Z') };
  return {
    clock,
    setup,
    municipalityName: 'Vinto',
    passwordHash: null,
    deviceName: 'PC de prueba',
    keys: createTestKeys(),
    now: () => toInstant(clock.milliseconds),
    newId: countIds(),
  };
}

/** What looks like the public halves of keys, and opens nothing. */
export const testAgeRecipient = `age1${'q'.repeat(58)}`;
export const testIssuingKey = { id: 'a1b2c3d4e5f60718', publicKey: 'p'.repeat(43) };

/** A device's keys: those of its log sign, those of its certificates and packets are only names. */
export function createTestKeys(): DeviceKeys {
  return {
    ...createSigningKeys(),
    ageRecipient: testAgeRecipient,
    ageIdentity: 'AGE-SECRET-KEY-1',
    issuing: { ...testIssuingKey, privateKey: 'private' },
  };
}

/** Ids in the order in which they are asked for: …001, …002. */
export function countIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    const bytes = new Uint8Array(16);
    new DataView(bytes.buffer).setUint32(12, count);
    return encodeId(bytes);
  };
}
