import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { accreditationPresets } from '../../domain/accreditation-rule.ts';
import type { AttendanceMark } from '../../domain/attendance.ts';
import { addDays, calendarDateSchema } from '../../domain/calendar-date.ts';
import type { CourseId, EnrolmentId, PersonId } from '../../domain/ids.ts';
import type { Session } from '../../domain/session.ts';
import { setAccreditationRule } from '../../db/accreditation-rules.ts';
import { markAttendance } from '../../db/attendance.ts';
import { closeEdition } from '../../db/edition-steps.ts';
import { inTransaction, type Writer } from '../../db/database.ts';
import { insertPerson } from '../../db/people.ts';
import { checkHealth } from '../../service/backups/watch-health.ts';
import { createService, type Service } from '../../service/service.ts';
import { startOffice } from '../../service/setup.ts';
import { createDice, type Dice } from '../../service/demo/dice.ts';
import {
  accepted,
  createTestCourse,
  createTestEdition,
  createTestSessions,
  enrolAll,
  runEdition,
} from '../support/edition.ts';
import { testOfficeSetup } from '../support/office.ts';
import { say } from '../support/trainers.ts';
import { inventManyPeople } from './big-office.ts';
import { resourcesFolder } from './host.ts';

/** What an office of a middling municipality keeps after ten years. */
export const tenYears = { people: 20_000, editions: 1000, enrolments: 60_000, marks: 600_000 };

const sessionsPerEdition = 10;
/** The last so many are running still; all before are closed, as in an office that keeps order. */
const openEditions = 20;
const peoplePerEdition = tenYears.enrolments / tenYears.editions;

/** An office after ten years with everything in its log, in an empty data folder. */
export async function createTenYearOffice(dataFolder: string): Promise<void> {
  const service = createService({ dataFolder, resourcesFolder });
  try {
    await fill(service);
    // Once a week every page is read after the start: not at the starts that are measured.
    await checkHealth(service, { wasCutOff: false });
  } finally {
    service.close();
  }
}

async function fill(service: Service): Promise<void> {
  const user = accepted(await startOffice(service, { userId: null }, testOfficeSetup));
  const writer = service.createWriter(user.id);
  const people = inTransaction(service.db, () =>
    inventManyPeople(tenYears.people, { seed: 5, from: 10_000_000 }).map((person) =>
      insertPerson(writer, person, null),
    ),
  );
  const courses = Array.from(
    { length: 20 },
    // Without certificates: what is closed is done with.
    (_, index) =>
      createTestCourse(writer, { code: `C${index}`, givesApproval: false, givesParticipation: false }).id,
  );
  inTransaction(writer.db, () => accreditTrainers(writer, courses, people));
  const dice = createDice(6);
  for (let index = 0; index < tenYears.editions; index += 1) {
    createEditionOfThen(writer, { index, courseId: dice.pick(courses), people, dice });
  }
}

/** Half of the courses ask of their trainers to have passed another; each has had a hundred of them. */
function accreditTrainers(writer: Writer, courses: readonly CourseId[], people: readonly PersonId[]): void {
  const half = courses.length / 2;
  for (const [index, courseId] of courses.slice(0, half).entries()) {
    const trainingCourseId = courses[index + half] ?? null;
    const rule = {
      ...accreditationPresets.siyb,
      courseId,
      trainingCourseId,
      refresherCourseId: trainingCourseId,
    };
    accepted(setAccreditationRule(writer, { ...rule, level: 'trainer' }));
    for (let place = 0; place < 100; place += 1) {
      const personId = people[index * 400 + place * 3];
      if (personId === undefined) throw new Error('the office has that many people');
      const on = addDays(calendarDateSchema.parse('2026-02-01'), -30 * place);
      accepted(say(writer, courseId, { personId, word: 'accredited', on }));
    }
  }
}

function createEditionOfThen(
  writer: Writer,
  {
    index,
    courseId,
    people,
    dice,
  }: { index: number; courseId: CourseId; people: readonly PersonId[]; dice: Dice },
): void {
  const startsOn = addDays(
    calendarDateSchema.parse('2016-02-01'),
    Math.floor((index * 3650) / tenYears.editions),
  );
  const days = Array.from({ length: sessionsPerEdition }, (_, day) => addDays(startsOn, day));
  const first = index * peoplePerEdition;
  const learners = Array.from(
    { length: peoplePerEdition },
    (_, place) => people[(first + place) % people.length],
  ).filter((id) => id !== undefined);
  inTransaction(writer.db, () => {
    const draft = { courseId, code: `E-${index}`, startsOn, endsOn: addDays(startsOn, 12), capacity: 60 };
    const edition = createTestEdition(writer, draft);
    const sessions = createTestSessions(writer, edition.id, days);
    const enrolments = enrolAll(writer, edition.id, learners);
    runEdition(writer, edition.id);
    for (const session of sessions) markSession(writer, session, enrolments, dice);
    if (index >= tenYears.editions - openEditions) return;
    accepted(closeEdition(writer, { editionId: edition.id, acceptsUnrecorded: false }));
  });
}

function markSession(writer: Writer, session: Session, enrolments: readonly EnrolmentId[], dice: Dice): void {
  const letters: readonly AttendanceMark[] = ['P', 'P', 'P', 'P', 'P', 'A', 'F', 'L'];
  const changes = enrolments.map((enrolmentId) => ({
    sessionId: session.id,
    enrolmentId,
    mark: dice.pick(letters),
  }));
  accepted(markAttendance(writer, { changes }));
}

/** The file of a data folder's database. */
export function databaseFile(dataFolder: string): string {
  return join(dataFolder, 'yachay.db');
}

/** How many marks the database of a data folder holds. */
export function countMarks(dataFolder: string): number {
  const handle = new BetterSqlite3(databaseFile(dataFolder), { readonly: true });
  try {
    const sql = 'SELECT count(*) AS marks FROM attendance_mark';
    return handle.prepare<[], { marks: number }>(sql).get()?.marks ?? 0;
  } finally {
    handle.close();
  }
}

/** Rows that `addYear` writes, about. */
export const yearEntries = '25,000';

/** Ten editions more of a hundred people and twenty sessions, all marked. */
export function addYear(writer: Writer, name: string): void {
  const people = writer.db.handle.prepare<[], { id: PersonId }>('SELECT id FROM person LIMIT 100').all();
  const ids = people.map(({ id }) => id);
  const dice = createDice(7);
  const startsOn = calendarDateSchema.parse('2026-03-02');
  const days = Array.from({ length: 20 }, (_, day) => addDays(startsOn, day));
  for (let index = 0; index < 11; index += 1) {
    inTransaction(writer.db, () => {
      const code = `${name}-${index}`;
      const edition = createTestEdition(writer, { code, capacity: ids.length }, { code });
      const sessions = createTestSessions(writer, edition.id, days);
      const enrolments = enrolAll(writer, edition.id, ids);
      runEdition(writer, edition.id);
      for (const session of sessions) markSession(writer, session, enrolments, dice);
    });
  }
}
