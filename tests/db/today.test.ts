import { describe, expect, test } from 'vitest';
import { issueCertificates } from '../../db/certificate-issuing.ts';
import { closeEdition, moveEdition } from '../../db/edition-steps.ts';
import { cancelSession } from '../../db/sessions.ts';
import { getToday } from '../../db/today.ts';
import { recordBackupRun } from '../../db/backup-runs.ts';
import { secondPlaceSinceName } from '../../db/backup-tasks.ts';
import { setLocalSetting } from '../../db/local-settings.ts';
import { calendarDateSchema, instantSchema } from '../../domain/calendar-date.ts';
import {
  accepted,
  createTestEdition,
  createTestPeople,
  createTestSessions,
  draftEdition,
  enrolAll,
  runEdition,
} from '../support/edition.ts';
import { createEdition, updateEdition } from '../../db/editions.ts';
import { insertRow } from '../../db/database.ts';
import { declineRequests, requestEnrolment } from '../../db/requests.ts';
import { createTestCascade, say } from '../support/trainers.ts';
import { createTestOffice, type TestOffice } from '../support/office.ts';
import { gradeEveryone, markRow } from '../support/records.ts';

const day = (text: string) => calendarDateSchema.parse(text);

/** What waits in editions, as kind, code, date and count. */
function listWaiting({ db }: TestOffice, today: string) {
  return getToday(db, day(today)).tasks.flatMap((task) =>
    'editionId' in task ? [[task.kind, task.editionCode, task.date, task.count]] : [],
  );
}

/** What waits for the office's data, as kind and date. */
function listOfficeTasks({ db }: TestOffice, today: string) {
  return getToday(db, day(today)).tasks.flatMap((task) =>
    'editionId' in task ? [] : [[task.kind, task.date]],
  );
}

describe('today', () => {
  test('shows the sessions of the day and of its week from Monday to Sunday', () => {
    const { db, writer } = createTestOffice();
    const edition = createTestEdition(writer);
    const dates = ['2026-03-01', '2026-03-02', '2026-03-04', '2026-03-08', '2026-03-09'];
    const sessions = createTestSessions(writer, edition.id, dates);
    const [ana] = enrolAll(writer, edition.id, createTestPeople(writer, ['Arce, Ana', 'Beltrán, Beto']));
    if (ana === undefined) throw new Error('Ana was enrolled');
    runEdition(writer, edition.id);
    markRow(writer, ana, '..P..');
    const today = getToday(db, day('2026-03-04'));
    expect(today.week.map(({ date }) => date)).toEqual(['2026-03-02', '2026-03-04', '2026-03-08']);
    expect(today.sessions).toEqual([
      {
        sessionId: sessions[2]?.id,
        editionId: edition.id,
        editionCode: 'PAN-2026-01',
        courseTitle: 'Panadería y repostería',
        place: 'Salón municipal de Vinto',
        date: '2026-03-04',
        startsAt: '14:30',
        minutes: 120,
        state: 'held',
        markedCount: 1,
        enrolledCount: 2,
      },
    ]);
    expect([today.today, today.courseCount, today.editionCount, today.personCount]).toEqual([
      '2026-03-04',
      1,
      1,
      2,
    ]);
  });

  test('shows nothing of a cancelled edition', () => {
    const { db, writer } = createTestOffice();
    const edition = createTestEdition(writer);
    createTestSessions(writer, edition.id, ['2026-03-02']);
    accepted(moveEdition(writer, { editionId: edition.id, to: 'cancelled' }));
    expect(getToday(db, day('2026-03-02'))).toMatchObject({
      sessions: [],
      week: [],
      tasks: [],
      editionCount: 1,
      ownEditionCount: 1,
    });
  });

  test('of a new office is empty', () => {
    const { db } = createTestOffice();
    expect(getToday(db, day('2026-03-02'))).toEqual({
      today: '2026-03-02',
      sessions: [],
      tasks: [],
      week: [],
      courseCount: 0,
      editionCount: 0,
      ownEditionCount: 0,
      personCount: 0,
    });
  });
});

describe('what waits', () => {
  test('follows an edition from its plan to its certificates', () => {
    const office = createTestOffice();
    const { writer, setDay } = office;
    const { id: editionId } = createTestEdition(writer, { startsOn: day('2026-03-09') });
    expect(listWaiting(office, '2026-03-02')).toEqual([
      ['editionWithoutSessions', 'PAN-2026-01', '2026-03-09', null],
    ]);
    const sessions = createTestSessions(writer, editionId, ['2026-03-09', '2026-03-10']);
    expect(listWaiting(office, '2026-03-02')).toEqual([]);
    accepted(moveEdition(writer, { editionId, to: 'open' }));
    const [ana] = enrolAll(writer, editionId, createTestPeople(writer, ['Arce, Ana']));
    if (ana === undefined) throw new Error('Ana was enrolled');
    expect(listWaiting(office, '2026-02-20')).toEqual([]);
    expect(listWaiting(office, '2026-03-02')).toEqual([['freeSeats', 'PAN-2026-01', '2026-03-09', 29]]);
    expect(listWaiting(office, '2026-03-09')).toEqual([
      ['editionToStart', 'PAN-2026-01', '2026-03-09', null],
    ]);
    accepted(moveEdition(writer, { editionId, to: 'running' }));
    expect(listWaiting(office, '2026-03-09')).toEqual([]);
    expect(listWaiting(office, '2026-03-11')).toEqual([
      ['unrecordedSession', 'PAN-2026-01', '2026-03-09', null],
      ['unrecordedSession', 'PAN-2026-01', '2026-03-10', null],
    ]);
    markRow(writer, ana, 'P');
    const second = sessions[1];
    if (second === undefined) throw new Error('two sessions were made');
    accepted(cancelSession(writer, { sessionId: second.id, reason: 'Paro' }));
    gradeEveryone(writer, [[ana, 80]]);
    expect(listWaiting(office, '2026-03-27')).toEqual([]);
    expect(listWaiting(office, '2026-03-28')).toEqual([
      ['editionToClose', 'PAN-2026-01', '2026-03-27', null],
    ]);
    setDay('2026-03-28');
    accepted(closeEdition(writer, { editionId, acceptsUnrecorded: false }));
    expect(listWaiting(office, '2026-03-28')).toEqual([['certificatesToIssue', 'PAN-2026-01', null, 1]]);
    expect(listWaiting(office, '2027-04-28')).toEqual([]);
    accepted(issueCertificates(writer, { editionId, enrolmentIds: null }, ({ folio }) => `CC1:${folio}`));
    expect(listWaiting(office, '2026-03-28')).toEqual([]);
  });
});

describe('what people asked for', () => {
  test('waits in editions that still take people, with their number, until it is answered', () => {
    const office = createTestOffice();
    const { writer } = office;
    const { id: editionId } = createTestEdition(writer, {
      startsOn: day('2026-04-06'),
      endsOn: day('2026-04-30'),
    });
    createTestSessions(writer, editionId, ['2026-04-06']);
    const [ana, beto] = createTestPeople(writer, ['Arce, Ana', 'Beltrán, Beto']);
    if (!ana || !beto) throw new Error('two were registered');
    const { requested } = accepted(requestEnrolment(writer, { editionId, personIds: [ana, beto] }));
    const waits = (count: number) => [['requestsToAnswer', 'PAN-2026-01', '2026-04-06', count]];
    expect(listWaiting(office, '2026-03-02')).toEqual(waits(2));
    enrolAll(writer, editionId, [ana]);
    expect(listWaiting(office, '2026-03-02')).toEqual(waits(1));
    accepted(
      declineRequests(writer, { enrolmentIds: requested.slice(1), reason: 'No vive en el municipio' }),
    );
    expect(listWaiting(office, '2026-03-02')).toEqual([]);
  });
});

describe('a lead without accreditation', () => {
  test('waits until a coordinator says why they lead all the same', () => {
    const office = createTestOffice();
    const { writer, setDay } = office;
    const { bread } = createTestCascade(writer);
    const [ana] = createTestPeople(writer, ['Ávila, Ana']);
    if (!ana) throw new Error('Ana was registered');
    say(writer, bread.id, { personId: ana, word: 'accredited', on: '2026-03-01' });
    const draft = draftEdition(bread.id, {
      startsOn: day('2026-04-06'),
      endsOn: day('2026-04-30'),
      trainers: [{ personId: ana, role: 'lead' }],
    });
    const { id: editionId } = accepted(createEdition(writer, draft));
    createTestSessions(writer, editionId, ['2026-04-06']);
    expect(listWaiting(office, '2026-03-02')).toEqual([]);
    setDay('2026-03-03');
    say(writer, bread.id, { personId: ana, word: 'suspended', on: '2026-03-03' });
    const waits = [['leadNotAccredited', 'PAN-2026-01', '2026-04-06', null]];
    expect(listWaiting(office, '2026-03-03')).toEqual(waits);
    const lead = { personId: ana, role: 'lead' as const, exceptionReason: 'Nadie más está libre' };
    accepted(updateEdition(writer, { editionId, draft: { ...draft, trainers: [lead] } }, 'coordinator'));
    expect(listWaiting(office, '2026-03-03')).toEqual([]);
  });

  test('is found of an edition that came from another PC, and not of one that is over', () => {
    const office = createTestOffice();
    const { writer } = office;
    const { bread } = createTestCascade(writer);
    const [ana] = createTestPeople(writer, ['Ávila, Ana']);
    if (!ana) throw new Error('Ana was registered');
    const { id: editionId } = createTestEdition(writer, {
      courseId: bread.id,
      startsOn: day('2026-04-06'),
      endsOn: day('2026-04-30'),
    });
    createTestSessions(writer, editionId, ['2026-04-06']);
    insertRow(writer, 'trainer_assignment', { edition_id: editionId, person_id: ana, role: 'lead' });
    expect(listWaiting(office, '2026-03-02')).toEqual([
      ['leadNotAccredited', 'PAN-2026-01', '2026-04-06', null],
    ]);
    runEdition(writer, editionId);
    const kinds = () => listWaiting(office, '2026-04-06').map(([kind]) => kind);
    expect(kinds()).toEqual(['leadNotAccredited']);
    accepted(closeEdition(writer, { editionId, acceptsUnrecorded: true }));
    expect(kinds()).toEqual([]);
  });
});

describe('a backup', () => {
  const runOn = (
    office: TestOffice,
    date: string,
    place: 'here' | 'second',
    problem: 'DISK_FULL' | null = null,
  ) =>
    recordBackupRun(office.db, {
      happenedAt: instantSchema.parse(`${date}T22:00:00.000Z`),
      place,
      path: '/respaldos/yachay.db',
      byteSize: 1,
      problem,
    });

  test('waits once the last good one is older than a week', () => {
    const office = createTestOffice();
    expect(listOfficeTasks(office, '2026-03-09')).toEqual([]);
    expect(listOfficeTasks(office, '2026-03-10')).toEqual([['backupOverdue', null]]);
    runOn(office, '2026-03-10', 'here');
    runOn(office, '2026-03-14', 'here', 'DISK_FULL');
    expect(listOfficeTasks(office, '2026-03-17')).toEqual([]);
    expect(listOfficeTasks(office, '2026-03-18')).toEqual([['backupOverdue', '2026-03-10']]);
  });

  test('of a clock that ran ahead does not count', () => {
    const office = createTestOffice();
    runOn(office, '2036-01-01', 'here');
    expect(listOfficeTasks(office, '2026-03-20')).toEqual([['backupOverdue', null]]);
  });

  test('waits for the second place too, a week after it was set up', () => {
    const office = createTestOffice();
    setLocalSetting(office.db, secondPlaceSinceName, '2026-03-10T22:00:00.000Z');
    runOn(office, '2026-03-20', 'here');
    expect(listOfficeTasks(office, '2026-03-17')).toEqual([['backupOverdue', null]]);
    expect(listOfficeTasks(office, '2026-03-20')).toEqual([['secondPlaceOverdue', null]]);
    runOn(office, '2026-03-20', 'second');
    expect(listOfficeTasks(office, '2026-03-27')).toEqual([]);
  });
});
