import {
  addDays,
  type CalendarDate,
  dayInBolivia,
  type Instant,
  toInstant,
} from '../../domain/calendar-date.ts';
import type { Course } from '../../domain/course.ts';
import type { Edition } from '../../domain/edition.ts';
import type { EnrolmentId, PersonId, ThemeId } from '../../domain/ids.ts';
import type { AttendanceMark } from '../../domain/attendance.ts';
import type { User } from '../../domain/user.ts';
import { markAttendance } from '../../db/attendance.ts';
import { createCourse } from '../../db/courses.ts';
import { inTransaction, type Writer } from '../../db/database.ts';
import { closeEdition, moveEdition } from '../../db/edition-steps.ts';
import { createEdition, suggestEditionCode } from '../../db/editions.ts';
import { enrolPeople } from '../../db/enrolling.ts';
import { listEnrolments } from '../../db/enrolments.ts';
import { listAssessments, recordGrades } from '../../db/grades.ts';
import { addOfficeDay } from '../../db/office-days.ts';
import { createPerson } from '../../db/people.ts';
import { listProgrammes } from '../../db/programmes.ts';
import { createSession, listSessions } from '../../db/sessions.ts';
import { setTrades } from '../../db/trades.ts';
import { holdsSeat } from '../../domain/enrolment.ts';
import { issueCertificates } from '../certificates/issue.ts';
import type { Service } from '../service.ts';
import { createDice, type Dice } from './dice.ts';
import { demoTrades, inventPerson, requirePerson } from './invented-people.ts';
import { type DemoEdition, demoCourses, demoEditions } from './plan.ts';
import { inventTrainers, setWeavingRule } from './trainers.ts';
import { must } from './must.ts';

const personCount = 120;
/** Whoever takes part in the courses for entrepreneurs comes from here on. */
const firstLearner = 30;

/** What the story of the invented office is told with. */
interface Demo {
  service: Service;
  dice: Dice;
  today: CalendarDate;
  /** Who writes, with a clock that the story sets as it goes. */
  writer: Writer;
  setClock: (day: CalendarDate, hour: number) => void;
  courses: ReadonlyMap<string, Course>;
  people: readonly PersonId[];
}

/**
 * Fills an office that was just set up with an invented year: courses, 120 people, and editions in every state
 * around today. The same seed on the same day invents the same office.
 */
export function fillWithDemo(service: Service, user: User, seed: number): void {
  const clock = { now: service.now() };
  const today = dayInBolivia(clock.now);
  const writer: Writer = { ...service.createWriter(user.id), now: () => clock.now };
  const setClock = (day: CalendarDate, hour: number) => {
    clock.now = earliest(at(day, hour), service.now());
  };
  inTransaction(service.db, () => {
    const dice = createDice(seed);
    setClock(addDays(today, -900), 9);
    const themeId = findTrainingTheme(service);
    const courses = new Map(
      demoCourses.map((draft) => [
        draft.code,
        must(createCourse(writer, { ...draft, themeId, modules: [...draft.modules] })),
      ]),
    );
    setTrades(writer, { trades: demoTrades });
    const people = Array.from(
      { length: personCount },
      (_, index) => createPerson(writer, inventPerson(dice, index)).id,
    );
    const demo: Demo = { service, dice, today, writer, setClock, courses, people };
    setWeavingRule(demo);
    for (const plan of demoEditions) inventEdition(demo, plan);
    inventTrainers(demo);
    inventOfficeDays(demo);
  });
}

/** The theme of the programme that is about training. */
function findTrainingTheme({ db }: Service): ThemeId | null {
  const themes = listProgrammes(db).flatMap((programme) => programme.themes);
  return themes.find(({ name }) => /capacit/i.test(name))?.id ?? null;
}

function inventEdition(demo: Demo, plan: DemoEdition): void {
  const { writer, setClock, today } = demo;
  const startsOn = addDays(today, plan.startsIn);
  setClock(addDays(startsOn, -30), 10);
  const edition = createPlanned(demo, plan, startsOn);
  if (plan.status === 'planned') return;
  must(moveEdition(writer, { editionId: edition.id, to: 'open' }));
  setClock(addDays(startsOn, -12), 11);
  must(
    enrolPeople(writer, {
      editionId: edition.id,
      personIds: pickPeople(demo, plan),
      exceptionReason: null,
      prerequisiteReason: null,
      role: 'coordinator',
      importId: null,
    }),
  );
  if (plan.status === 'open') return;
  if (plan.status === 'cancelled') {
    must(moveEdition(writer, { editionId: edition.id, to: 'cancelled' }));
    return;
  }
  must(moveEdition(writer, { editionId: edition.id, to: 'running' }));
  holdSessions(demo, edition);
  if (plan.status === 'closed') closeAndCertify(demo, edition, plan);
}

function createPlanned(
  { writer, courses, people, dice }: Demo,
  plan: DemoEdition,
  startsOn: CalendarDate,
): Edition {
  const course = courses.get(plan.course);
  if (course === undefined) throw new Error(`no course ${plan.course}`);
  const dates = Array.from({ length: plan.sessions }, (_, index) => addDays(startsOn, index * plan.every));
  const edition = must(
    createEdition(
      writer,
      {
        courseId: course.id,
        code: must(suggestEditionCode(writer.db, { courseId: course.id }, startsOn)),
        place: plan.place,
        room: null,
        startsOn,
        endsOn: dates.at(-1) ?? startsOn,
        capacity: plan.capacity,
        attendancePolicy: { latesPerAbsence: 3, leave: 'neutral' },
        notes: null,
        trainers: [
          {
            personId: requirePerson(people, plan.lead),
            role: 'lead',
            exceptionReason: plan.leadReason ?? null,
          },
        ],
      },
      'coordinator',
    ),
  );
  for (const date of dates) {
    const topic = course.modules.length === 0 ? null : dice.pick(course.modules).title;
    must(
      createSession(writer, {
        editionId: edition.id,
        draft: { date, startsAt: '18:30', minutes: plan.minutes, topic, moduleId: null, room: null },
      }),
    );
  }
  return edition;
}

/** The office takes stock in three weeks. */
function inventOfficeDays({ writer, setClock, today }: Demo): void {
  setClock(addDays(today, -20), 9);
  const startsOn = addDays(today, 21);
  addOfficeDay(writer, { startsOn, endsOn: addDays(startsOn, 2), name: 'Inventario anual', isWorked: false });
}

/** Neighbours in the list of people, so that some took part in several editions; those who teach stand before them. */
function pickPeople({ people, dice }: Demo, { people: count, firstPerson }: DemoEdition): PersonId[] {
  const first = firstPerson ?? firstLearner + dice.upTo(people.length - count - firstLearner);
  return people.slice(first, first + count);
}

function holdSessions({ writer, setClock, today, dice, service }: Demo, edition: Edition): void {
  const enrolmentIds = listSeated(service, edition);
  const diligence = new Map(enrolmentIds.map((id) => [id, dice.chance(0.85) ? 0.93 : 0.55]));
  for (const session of listSessions(service.db, edition.id).filter(({ date }) => date < today)) {
    setClock(session.date, 20);
    const changes = enrolmentIds.map((enrolmentId) => ({
      sessionId: session.id,
      enrolmentId,
      mark: throwMark(dice, diligence.get(enrolmentId) ?? 1),
    }));
    must(markAttendance(writer, { changes }));
  }
}

function throwMark(dice: Dice, diligence: number): AttendanceMark {
  if (dice.chance(diligence)) return dice.chance(0.06) ? 'A' : 'P';
  return dice.chance(0.25) ? 'L' : 'F';
}

function closeAndCertify(
  { service, writer, setClock, dice }: Demo,
  edition: Edition,
  plan: DemoEdition,
): void {
  setClock(addDays(edition.endsOn, 1), 9);
  const assessments = listAssessments(service.db, edition.id);
  const changes = listSeated(service, edition).flatMap((enrolmentId) =>
    assessments.map(({ id, kind }) => ({
      assessmentId: id,
      enrolmentId,
      score: (kind === 'preTest' ? 25 : 45) + dice.upTo(50),
    })),
  );
  if (changes.length > 0) must(recordGrades(writer, { changes }));
  must(closeEdition(writer, { editionId: edition.id, acceptsUnrecorded: false }));
  if (!plan.hasCertificates) return;
  setClock(addDays(edition.endsOn, 3), 15);
  must(issueCertificates(writer, { editionId: edition.id, enrolmentIds: null }));
}

function listSeated({ db }: Service, { id }: Edition): EnrolmentId[] {
  return listEnrolments(db, id)
    .filter(({ status }) => holdsSeat(status))
    .map((enrolment) => enrolment.id);
}

/** Noon and evening in Bolivia are the same day in UTC-4 whatever this PC's zone. */
function at(day: CalendarDate, hour: number): Instant {
  return toInstant(Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00-04:00`));
}

function earliest(a: Instant, b: Instant): Instant {
  return a < b ? a : b;
}
