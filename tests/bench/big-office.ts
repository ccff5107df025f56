import { markAttendance } from '../../db/attendance.ts';
import { all, inTransaction, type ReadableDb, type Writer } from '../../db/database.ts';
import { insertPerson } from '../../db/people.ts';
import { addDays, dayInBolivia } from '../../domain/calendar-date.ts';
import type { EditionId, EnrolmentId, PersonId } from '../../domain/ids.ts';
import { surnamesFirst } from '../../domain/person-name.ts';
import type { Session } from '../../domain/session.ts';
import { issueCertificates } from '../../service/certificates/issue.ts';
import { createDice, type Dice } from '../../service/demo/dice.ts';
import { inventPerson } from '../../service/demo/invented-people.ts';
import { startDemo } from '../../service/demo/start-demo.ts';
import { createService } from '../../service/service.ts';
import {
  accepted,
  closeTestEdition,
  createTestEdition,
  createTestSessions,
  enrolAll,
  runEdition,
} from '../support/edition.ts';
import { gradeEveryone } from '../support/records.ts';
import { resourcesFolder } from './host.ts';

/** An office after many years: the demo's year, and beside it what the benchmarks measure. */
export interface BigOffice {
  readonly dataFolder: string;
  /** Everyone, in the order of surnames. */
  readonly people: readonly SoughtPerson[];
  /** Running: 200 people, 20 sessions, the last of which is not marked yet. */
  readonly gridEditionId: EditionId;
  /** Closed: 1,000 people with a certificate each. */
  readonly certificatesEditionId: EditionId;
}

/** By what words somebody is found: the name as it is listed, surnames first; the community and the organisation. */
export interface SoughtPerson {
  readonly name: string;
  readonly others: string;
}

interface SoughtRow {
  given_names: string;
  paternal_surname: string | null;
  maternal_surname: string | null;
  married_surname: string | null;
  community: string | null;
  organisation_name: string | null;
}

const bigOfficePeople = 100_000;
export const gridSize = { people: 200, sessions: 20 };
export const certificateCount = 1000;

/** Invented people under two given names each, so that namesakes are as rare as among so many real ones. */
export function inventManyPeople(count: number, { seed, from }: { seed: number; from: number }) {
  const dice = createDice(seed);
  return Array.from({ length: count }, (_, index) => {
    const person = inventPerson(dice, index);
    const { givenNames } = inventPerson(dice, 0);
    return {
      ...person,
      givenNames: `${person.givenNames} ${givenNames}`,
      idNumber: String(from + index),
    };
  });
}

/** Makes the office in an empty data folder, through the functions that the service itself writes with. */
export async function createBigOffice(dataFolder: string): Promise<BigOffice> {
  const service = createService({ dataFolder, resourcesFolder });
  try {
    const user = accepted(await startDemo(service, { userId: null }, 1));
    const writer = service.createWriter(user.id);
    const people = inventManyPeople(bigOfficePeople, { seed: 2, from: 20_000_000 });
    return inTransaction(service.db, () => {
      const ids = people.map((person) => insertPerson(writer, person, null));
      return {
        dataFolder,
        people: listSought(service.db),
        gridEditionId: createGridEdition(writer, ids.slice(0, gridSize.people)),
        certificatesEditionId: createCertificates(writer, ids.slice(-certificateCount)),
      };
    });
  } finally {
    service.close();
  }
}

function listSought(db: ReadableDb): SoughtPerson[] {
  const rows = all<SoughtRow>(
    db,
    `SELECT p.*, o.name AS organisation_name FROM person p LEFT JOIN organisation o ON o.id = p.organisation_id
      WHERE p.deleted_at IS NULL ORDER BY p.sort_name, p.row_number`,
  );
  return rows.map((row) => ({
    name: surnamesFirst({
      givenNames: row.given_names,
      paternalSurname: row.paternal_surname,
      maternalSurname: row.maternal_surname,
      marriedSurname: row.married_surname,
    }),
    others: `${row.community ?? ''} ${row.organisation_name ?? ''}`,
  }));
}

function createGridEdition(writer: Writer, people: readonly PersonId[]): EditionId {
  const { editionId, sessions, enrolments } = createRunningEdition(writer, 'PAN-GRANDE', people, {
    sessions: gridSize.sessions,
    daysAgo: gridSize.sessions - 1,
  });
  markEveryone(writer, sessions.slice(0, -1), enrolments, createDice(3));
  return editionId;
}

function createCertificates(writer: Writer, people: readonly PersonId[]): EditionId {
  const edition = createRunningEdition(writer, 'PAN-MASIVA', people, { sessions: 2, daysAgo: 30 });
  const { editionId, sessions, enrolments } = edition;
  markEveryone(writer, sessions, enrolments, null);
  const dice = createDice(4);
  gradeEveryone(
    writer,
    enrolments.map((id) => [id, 51 + dice.upTo(50)] as const),
  );
  closeTestEdition(writer, editionId);
  const { issued } = accepted(issueCertificates(writer, { editionId, enrolmentIds: null }));
  if (issued.length !== people.length) throw new Error(`${issued.length} certificates were issued`);
  return editionId;
}

interface RunningEdition {
  editionId: EditionId;
  sessions: Session[];
  enrolments: EnrolmentId[];
}

/** A running edition with a session a day, the first of them some days ago. */
function createRunningEdition(
  writer: Writer,
  code: string,
  people: readonly PersonId[],
  plan: { sessions: number; daysAgo: number },
): RunningEdition {
  const today = dayInBolivia(writer.now());
  const days = Array.from({ length: plan.sessions }, (_, index) => addDays(today, index - plan.daysAgo));
  const [startsOn = today] = days;
  const endsOn = days.at(-1) ?? today;
  const edition = createTestEdition(
    writer,
    { code, startsOn, endsOn, capacity: people.length },
    { code: code.slice(4) },
  );
  const sessions = createTestSessions(writer, edition.id, days);
  const enrolments = enrolAll(writer, edition.id, people);
  runEdition(writer, edition.id);
  return { editionId: edition.id, sessions, enrolments };
}

/** Marks all as present, or with a throw of the dice as absent, late or on leave. */
function markEveryone(
  writer: Writer,
  sessions: readonly Session[],
  enrolments: readonly EnrolmentId[],
  dice: Dice | null,
): void {
  const marks = ['P', 'P', 'P', 'P', 'P', 'P', 'A', 'F', 'L'] as const;
  const changes = sessions.flatMap(({ id: sessionId }) =>
    enrolments.map((enrolmentId) => ({ sessionId, enrolmentId, mark: dice?.pick(marks) ?? 'P' }) as const),
  );
  accepted(markAttendance(writer, { changes }));
}
