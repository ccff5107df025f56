import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accreditationPresets } from '../../../domain/accreditation-rule.ts';
import { calendarDateSchema } from '../../../domain/calendar-date.ts';
import type { ChangeEntry, Delta, LoggedValue } from '../../../domain/change-log.ts';
import { entryToLine } from '../../../db/change-log/chain.ts';
import { checkLog } from '../../../db/change-log/check.ts';
import { readEntryLine } from '../../../db/change-log/entry-shape.ts';
import { getClock, getHead } from '../../../db/change-log/heads.ts';
import { beginMerge, mergeEntries } from '../../../db/change-log/merge.ts';
import { readTravellingTables, type TravellingTable } from '../../../db/change-log/travelling-tables.ts';
import { issueCertificates } from '../../../db/certificate-issuing.ts';
import { setAccreditationRule } from '../../../db/accreditation-rules.ts';
import { all, insertRow, upsertRow } from '../../../db/database.ts';
import { commitImport } from '../../../db/imports.ts';
import { setObservationCriteria } from '../../../db/observation-criteria.ts';
import { addObservation } from '../../../db/observations.ts';
import { addOfficeDay } from '../../../db/office-days.ts';
import { insertPerson } from '../../../db/people.ts';
import { setTrades } from '../../../db/trades.ts';
import { createUser } from '../../../db/users.ts';
import { openDatabase } from '../../../db/open.ts';
import type { Service } from '../../../service/service.ts';
import { startOffice } from '../../../service/setup.ts';
import {
  accepted,
  closeTestEdition,
  createTestCourse,
  createTestEdition,
  createTestSessions,
  enrolAll,
  runEdition,
} from '../../support/edition.ts';
import { testOfficeSetup } from '../../support/office.ts';
import { draftPerson } from '../../support/person.ts';
import { gradeEveryone, markRow } from '../../support/records.ts';
import { say as sayOfTrainer } from '../../support/trainers.ts';
import { createTemporaryService } from '../hosts/transports.ts';
import { listContractNames } from '../router/procedures.ts';
import { type Asked, firstOf, listReadings, listUnanswered, notReadings } from './readings.ts';

let service: Service;
let remove: () => void;
let asked: Asked;
/** By name; read once, as the schema says them. */
const tables = readTravellingTables(openDatabase(':memory:').handle);

beforeAll(async () => {
  ({ service, remove } = createTemporaryService());
  asked = await furnish(service);
});
afterAll(() => remove());

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=';

/** An office in which every table has a row, and every screen something to show. */
async function furnish(of: Service): Promise<Asked> {
  const logo = { type: 'image/png', base64: png } as const;
  const user = accepted(await startOffice(of, { userId: null }, { ...testOfficeSetup, logo }));
  const writer = of.createWriter(user.id);
  const enterprise = { ...draftPerson().enterprise, name: 'Pan de Vinto', workers: 2, nit: '123456' };
  const people = ['Ana', 'Beto', 'Cira'].map((givenNames, index) =>
    insertPerson(
      writer,
      draftPerson({
        givenNames,
        idNumber: `123456${index}`,
        idIssuedIn: 'CB',
        sex: 'F',
        birthDate: '1990-05-01',
        email: 'a@b.bo',
        municipalityCode: '030904',
        community: 'Pairumani',
        organisationName: 'OTB Vinto',
        enterprise,
      }),
      null,
    ),
  );
  const [first, second] = people;
  if (first === undefined || second === undefined) throw new Error('three were registered');
  const before = createTestCourse(writer, { code: 'CO1', title: 'Costos 1' });
  const module = { id: null, title: 'Masas', hours: 4 };
  const closed = createTestEdition(
    writer,
    { trainers: [{ personId: second, role: 'lead' }] },
    { modules: [module], prerequisiteIds: [before.id] },
  );
  const running = createTestEdition(writer, { courseId: closed.courseId, code: 'PAN-2026-02' });
  for (const { id } of [closed, running]) {
    createTestSessions(writer, id, ['2026-03-02', '2026-03-03']);
    const enrolled = enrolAll(writer, id, people);
    if (id === running.id) runEdition(writer, id);
    for (const each of enrolled) markRow(writer, each, 'PP');
    gradeEveryone(
      writer,
      enrolled.map((each) => [each, 90]),
    );
  }
  closeTestEdition(writer, closed.id);
  accepted(issueCertificates(writer, { editionId: closed.id, enrolmentIds: null }, () => 'CC1:seal'));
  accepted(
    commitImport(writer, {
      fileName: 'lista.xlsx',
      sheetName: 'Hoja1',
      editionId: running.id,
      rowCount: 1,
      entries: [{ draft: draftPerson({ givenNames: 'Dina' }) }],
      role: 'coordinator',
    }),
  );
  accepted(createUser(writer, { name: 'Ana', role: 'trainer', passwordHash: null, personId: first }));
  const rule = { ...accreditationPresets.siyb, courseId: closed.courseId, level: 'trainer' } as const;
  accepted(setAccreditationRule(writer, rule));
  accepted(sayOfTrainer(writer, closed.courseId, { personId: second, word: 'accredited', on: '2026-03-02' }));
  const day = calendarDateSchema.parse('2026-12-24');
  addOfficeDay(writer, { startsOn: day, endsOn: day, name: 'Vacación', isWorked: false });
  setTrades(writer, { trades: [{ id: null, name: 'Panadería', section: 'C' }] });
  const observed = { personId: second, courseId: closed.courseId, observedOn: day, observer: 'Rosa Quispe' };
  for (const seen of [
    { marks: [], score: 80 },
    { marks: [{ text: 'Llegó a la hora', weight: 1, mark: 3 as const }], score: null },
  ])
    accepted(addObservation(writer, { ...observed, editionId: closed.id, remarks: 'Bien', ...seen }));
  setObservationCriteria(writer, { criteria: [{ id: null, text: 'Llegó a la hora', weight: 1 }] });
  upsertRow(writer, 'resolution', { conflict_key: 'keepBoth x' }, { choice: 'keepBoth' });
  insertRow(writer, 'programme', { id: writer.newId(), name: 'PMI', donor: 'FCM' });
  return {
    userId: user.id,
    personId: first,
    otherId: second,
    courseId: closed.courseId,
    organisationId: String(firstOf(of, 'organisation')['id']),
    editionIds: [closed.id, running.id],
    enrolmentId: String(firstOf(of, 'enrolment')['id']),
    sessionId: String(firstOf(of, 'session')['id']),
    certificateId: String(firstOf(of, 'certificate')['id']),
  };
}

test('everything that can be asked is a reading or none', () => {
  const named = [...Object.keys(listReadings(asked)), ...notReadings].toSorted();
  expect(named).toEqual(listContractNames().toSorted());
});

test('the truth is answered', async () => {
  expect(await listUnanswered(service, asked)).toEqual([]);
});

const liar = 'L'.repeat(22);

/** Merges what a check of packets lets through, as the liar's next word. */
function say(table: string, key: string, delta: Delta, isCreated = false): void {
  const { db } = service;
  const sequence = getHead(db, liar).sequence + 1;
  const at = { clock: getClock(db) + 1, madeAt: Date.parse(service.now()), madeBy: asked.userId };
  const said: ChangeEntry = { device: liar, sequence, action: sequence, ...at, table, key, isCreated, delta };
  const entry = readEntryLine(entryToLine(said), tables);
  if (entry !== null) mergeEntries(beginMerge(db), [entry]);
}

/** Every value that is none of a closed set, out of all ranges, or of no use. */
const lies: readonly LoggedValue[] = [
  'mentira',
  '',
  ' ',
  'x'.repeat(60_000),
  'scrypt$1073741824$8$1$AAAA$AAAA',
  -100,
  0,
  2 ** 53 - 1,
  1e308,
];

function keyOf({ key }: TravellingTable, row: Record<string, unknown>): string {
  const parts = key.map(({ name }) => row[name]);
  return parts.length === 1 ? String(parts[0]) : JSON.stringify(parts);
}

/** Left out: what takes a row, a user or a PC away is no lie, but a decision. */
const decisions = new Set(['deleted_at', 'is_active', 'merged_into', 'retired_at']);

function sayOfRow(table: TravellingTable, lie: LoggedValue): void {
  const row = firstOf(service, table.name);
  for (const column of table.columns.keys()) {
    if (!decisions.has(column)) say(table.name, keyOf(table, row), { [column]: lie });
  }
}

const idLengths: Readonly<Record<string, number>> = { logo: 64, issuing_key: 16 };
let made = 0;

/** New rows like the first one of a table, each with a lie in another column. */
function makeRows(table: TravellingTable, lie: LoggedValue): void {
  if (table.hasNaturalKey || table.name === 'office') return;
  const row = firstOf(service, table.name);
  const truth = Object.fromEntries(
    [...table.columns.values()].map(({ name, type }) => [
      name,
      type === 'BLOB' ? 'FF' : (row[name] as LoggedValue),
    ]),
  );
  for (const column of table.columns.keys()) {
    if (decisions.has(column)) continue;
    made += 1;
    const id = String(made).padStart(idLengths[table.name] ?? 22, '0');
    say(table.name, id, { ...truth, [column]: lie }, true);
  }
}

/** All that a table holds. */
const readTable = (name: string) => JSON.stringify(all(service.db, `SELECT * FROM "${name}"`));

/** What goes through the whole log and looks at no table. */
const readsLog = ['exchange.digest', 'exchange.reviewThinning'];

describe('every screen answers after a lie about every column, and in new rows, of', () => {
  test.each([...tables.values()].map((table) => [table.name, table] as const))(
    '%s',
    { timeout: 60_000 },
    async (_, table) => {
      for (const lie of lies) {
        const before = readTable(table.name);
        sayOfRow(table, lie);
        makeRows(table, lie);
        // A lie that stands nowhere is in the log only, of which the screens are asked at the end.
        if (readTable(table.name) === before) continue;
        expect(
          await listUnanswered(service, asked, { without: readsLog }),
          JSON.stringify(lie).slice(0, 40),
        ).toEqual([]);
      }
      expect(await listUnanswered(service, asked)).toEqual([]);
      expect(checkLog(service.db)).toEqual({ ok: true, problems: [] });
    },
  );
});
