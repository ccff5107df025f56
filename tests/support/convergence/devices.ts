import { toInstant } from '../../../domain/calendar-date.ts';
import type { UserId } from '../../../domain/ids.ts';
import { createPerson } from '../../../db/people.ts';
import { findThisDevice } from '../../../db/devices.ts';
import { openDatabase } from '../../../db/open.ts';
import { countIdsOf, openBytes, setUpFromCopy, takeIdentity, type TestDevice } from '../devices.ts';
import { createTestEdition, createTestSessions, enrolAll } from '../edition.ts';
import { nextMigrations } from '../next-schema.ts';
import { createTestOffice } from '../office.ts';
import { draftPerson } from '../person.ts';
import { openReusable, type ReusableDb } from './reusable.ts';

/** One of the PCs of a run. */
export interface RunDevice extends TestDevice {
  /** Whether it has the next version already. */
  readonly isNext: boolean;
}

const hour = 3_600_000;
const start = Date.parse('2026-03-02T12:00:00.000Z');

/** What the wall clocks show: the time, three years ago, in five hours, yesterday. */
const wallClocks = [start, start - 3 * 365 * 24 * hour, start + 5 * hour, start - 24 * hour];

/** The databases every run begins with. */
export interface Template {
  readonly userId: UserId;
  /** An office and three PCs set up from copies of it, the last two of the next version. */
  readonly offices: readonly ReusableDb[];
  /** A PC where nothing was set up, of the next version. */
  readonly empty: ReusableDb;
}

/** An office with people, an edition, sessions and enrolments that all its PCs know. Made once for many runs. */
export function createTemplate(): Template {
  const { db, writer, user } = createTestOffice();
  const people = ['Ana', 'Beto', 'Cira'].map(
    (givenNames) => createPerson(writer, draftPerson({ givenNames, organisationName: 'OTB Vinto' })).id,
  );
  const edition = createTestEdition(writer);
  createTestSessions(writer, edition.id, ['2026-03-02', '2026-03-03']);
  enrolAll(writer, edition.id, people.slice(0, 2));
  const original = db.handle.serialize();
  const next = openDatabase(original, nextMigrations).handle.serialize();
  const copies = [original, next, next].map((bytes, index) =>
    setUpFromCopy(bytes, { number: index + 1, userId: user.id }).db.handle.serialize(),
  );
  const empty = openDatabase(':memory:', nextMigrations).handle.serialize();
  return { userId: user.id, offices: [original, ...copies].map(openReusable), empty: openReusable(empty) };
}

/** The PCs at the beginning of a run. */
export function openDevices({ offices, userId }: Template): RunDevice[] {
  return offices.map(({ db, reset }, index) => {
    reset();
    const device = findThisDevice(db);
    if (device === null) throw new Error('every copy has an identity');
    const clock = { milliseconds: wallClocks[index] ?? start };
    const now = () => toInstant(clock.milliseconds);
    const writer = { db, userId, deviceId: device.id, now, newId: countIdsOf(100 + index) };
    return { db, clock, writer, isNext: index > 1 };
  });
}

/** Closes the databases that were opened in a run; those it began with are used again. */
export function closeOpened({ offices }: Template, devices: readonly RunDevice[]): void {
  const lent = new Set(offices.map(({ db }) => db));
  for (const { db } of devices) if (!lent.has(db)) db.handle.close();
}

/** The same PC after an update of the program. */
export function updateDevice({ db, clock, writer }: RunDevice): RunDevice {
  const updated = openDatabase(db.handle.serialize(), nextMigrations);
  return { db: updated, clock, writer: { ...writer, db: updated }, isNext: true };
}

/** A PC that goes on from an older copy of its database, as another one: what it wrote since is lost to it. */
export function restoreDevice(
  { clock, writer, isNext }: RunDevice,
  { bytes, number }: { bytes: Buffer; number: number },
): RunDevice {
  const startsAt = clock.milliseconds;
  return { ...takeIdentity(openBytes(bytes), { number, userId: writer.userId, startsAt }), isNext };
}
