import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EditionId, EnrolmentId, SessionId, UserId } from '../../domain/ids.ts';
import { getAttendanceGrid } from '../../db/attendance-grid.ts';
import { inTransaction, type Writer } from '../../db/database.ts';
import { mintDevice } from '../../db/devices.ts';
import { createDeviceKeys } from '../../service/device-keys.ts';
import { receivePacket } from '../../service/packets/receive-packet.ts';
import { sendPacket } from '../../service/packets/send-packet.ts';
import { createService, type Service } from '../../service/service.ts';
import { startOffice } from '../../service/setup.ts';
import {
  accepted,
  closeTestEdition,
  createTestCourse,
  createTestCrowd,
  createTestEdition,
  createTestPeople,
  createTestSessions,
  enrolAll,
  runEdition,
} from '../support/edition.ts';
import { testOfficeSetup } from '../support/office.ts';
import { markRow } from '../support/records.ts';

const resourcesFolder = join(import.meta.dirname, '../../resources');
const learners = 20;
const packetCount = 12;

/** An office with enough to do for a long time, and packets of another PC that wait to be taken in. */
export interface BusyOffice {
  readonly dataFolder: string;
  /** Of the PC that made the packets. */
  readonly laptopFolder: string;
  /** Places for marks: every learner of a running edition in every session. */
  readonly places: readonly { sessionId: SessionId; enrolmentId: EnrolmentId }[];
  /** Closed editions whose certificates nobody has issued yet. */
  readonly closedEditions: readonly EditionId[];
  /** Made one after the other; each holds all that the ones before hold. */
  readonly packets: readonly string[];
}

/** Makes the office and its second PC in a folder. */
export async function createBusyOffice(folder: string, rounds: number): Promise<BusyOffice> {
  const dataFolder = join(folder, 'office');
  const service = createService({ dataFolder, resourcesFolder });
  const user = accepted(await startOffice(service, { userId: null }, testOfficeSetup));
  const writer = service.createWriter(user.id);
  const people = inTransaction(service.db, () => createTestCrowd(writer, learners));
  const running = createTestEdition(writer, { capacity: learners });
  const days = Array.from({ length: 10 }, (_, index) => `2026-03-${String(index + 2).padStart(2, '0')}`);
  createTestSessions(writer, running.id, days);
  enrolAll(writer, running.id, people);
  runEdition(writer, running.id);
  const { sessions, enrolments } = accepted(getAttendanceGrid(service.db, { editionId: running.id }));
  const places = sessions.flatMap(({ id: sessionId }) =>
    enrolments.map(({ id: enrolmentId }) => ({ sessionId, enrolmentId })),
  );
  const course = createTestCourse(writer, { code: 'CORTO', passMark: null, givesApproval: false });
  const closedEditions = Array.from({ length: rounds }, (_, index) => {
    const draft = { courseId: course.id, code: `CORTO-${index}`, capacity: 8 };
    const edition = createTestEdition(writer, draft);
    createTestSessions(writer, edition.id, ['2026-03-02']);
    const enrolled = enrolAll(writer, edition.id, people.slice(0, 8));
    for (const enrolmentId of enrolled) markRow(writer, enrolmentId, 'P');
    closeTestEdition(writer, edition.id);
    return edition.id;
  });
  const laptopFolder = join(folder, 'laptop');
  const packets = await createPackets(service, writer, laptopFolder);
  service.close();
  return { dataFolder, laptopFolder, places, closedEditions, packets };
}

/** The other PC works and writes a packet again and again; the office has accepted it already. */
async function createPackets(office: Service, writer: Writer, folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  office.db.handle.prepare('VACUUM INTO ?').run(join(folder, 'yachay.db'));
  const laptop = createService({ dataFolder: folder, resourcesFolder });
  const { db, now, newId } = laptop;
  const userId: UserId = writer.userId;
  const keys = await createDeviceKeys();
  mintDevice(db, { name: 'Laptop', keys, userId, now, newId }, { retiresFormer: false });
  const order = { forDevice: null, lock: { kind: 'open' } } as const;
  const packets: string[] = [];
  for (let index = 0; index <= packetCount; index += 1) {
    const own = laptop.createWriter(userId);
    inTransaction(db, () =>
      createTestPeople(
        own,
        Array.from({ length: 150 }, (_, place) => `Laptop ${index}, Ana ${place}`),
      ),
    );
    const packet = join(folder, `${index}.yachay`);
    accepted(await sendPacket(laptop, own, packet, order));
    if (index > 0) packets.push(packet);
    else await accept(office, writer, packet);
  }
  laptop.close();
  return packets;
}

async function accept(office: Service, writer: Writer, packet: string): Promise<void> {
  const how = { fileName: 'primero.yachay', passphrase: null, acceptsSender: true };
  const outcome = accepted(await receivePacket(office, writer, packet, how));
  if (outcome.aside !== null) throw new Error(`the first packet was set aside: ${outcome.aside}`);
}
