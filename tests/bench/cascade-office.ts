import { accreditationPresets } from '../../domain/accreditation-rule.ts';
import { addDays, type CalendarDate, dayInBolivia } from '../../domain/calendar-date.ts';
import type { CourseId, PersonId } from '../../domain/ids.ts';
import { setAccreditationRule } from '../../db/accreditation-rules.ts';
import { inTransaction, type Writer } from '../../db/database.ts';
import { insertPerson } from '../../db/people.ts';
import { startDemo } from '../../service/demo/start-demo.ts';
import { createService } from '../../service/service.ts';
import {
  accepted,
  createTestCourse,
  createTestEdition,
  createTestSessions,
  enrolAll,
  runEdition,
} from '../support/edition.ts';
import { say } from '../support/trainers.ts';
import { inventManyPeople } from './big-office.ts';
import { resourcesFolder } from './host.ts';

/** A cascade of 5,000 people below one master trainer: how many each of a generation trains. */
const trainedByEach = [10, 8, 4];
export const cascadePeople = 5000;

/** Makes an office whose only cascade is that one, in an empty data folder; answers with whom it begins. */
export async function createCascadeOffice(dataFolder: string): Promise<PersonId> {
  const service = createService({ dataFolder, resourcesFolder });
  try {
    const user = accepted(await startDemo(service, { userId: null }, 1));
    const writer = service.createWriter(user.id);
    return inTransaction(service.db, () => {
      const people = inventManyPeople(cascadePeople + 1, { seed: 5, from: 40_000_000 });
      const [master, ...others] = people.map((person) => insertPerson(writer, person, null));
      if (master === undefined) throw new Error('somebody was invented');
      teachAll(writer, master, others);
      return master;
    });
  } finally {
    service.close();
  }
}

function teachAll(writer: Writer, master: PersonId, others: readonly PersonId[]): void {
  const training = createTestCourse(writer, {
    code: 'CAS-CAP',
    title: 'Formación de capacitadores',
    hours: 40,
  });
  const course = createTestCourse(writer, { code: 'CAS', title: 'Gestión de emprendimientos', hours: 20 });
  const today = dayInBolivia(writer.now());
  let trainers: readonly PersonId[] = [master];
  let from = 0;
  for (const [generation, count] of trainedByEach.entries()) {
    const learners = others.slice(from, from + trainers.length * count);
    teach(writer, {
      courseId: training.id,
      trainers,
      learners,
      endsOn: addDays(today, -400 + generation * 90),
    });
    from += learners.length;
    trainers = learners;
  }
  teach(writer, { courseId: course.id, trainers, learners: others.slice(from), endsOn: addDays(today, -5) });
  // Only now: who is accredited no longer would not have been let to teach.
  const rule = { ...accreditationPresets.own, trainingCourseId: training.id };
  accepted(setAccreditationRule(writer, { ...rule, courseId: course.id, level: 'trainer' }));
  accredit(writer, course.id, others.slice(0, from), today);
}

/** Each trainer teaches an edition to about as many as every other. */
function teach(
  writer: Writer,
  {
    courseId,
    trainers,
    learners,
    endsOn,
  }: {
    courseId: CourseId;
    trainers: readonly PersonId[];
    learners: readonly PersonId[];
    endsOn: CalendarDate;
  },
): void {
  for (const [index, personId] of trainers.entries()) {
    const startAt = Math.floor((index * learners.length) / trainers.length);
    const endAt = Math.floor(((index + 1) * learners.length) / trainers.length);
    const code = `${endsOn.slice(0, 7)}-${String(index + 1).padStart(3, '0')}`;
    const edition = createTestEdition(writer, {
      courseId,
      code,
      startsOn: addDays(endsOn, -20),
      endsOn,
      capacity: 100,
      trainers: [{ personId, role: 'lead' }],
    });
    createTestSessions(writer, edition.id, [endsOn]);
    enrolAll(writer, edition.id, learners.slice(startAt, endAt));
    runEdition(writer, edition.id);
  }
}

/** Most for now, some for a while, some no longer. */
function accredit(
  writer: Writer,
  courseId: CourseId,
  people: readonly PersonId[],
  today: CalendarDate,
): void {
  const ages = [30, 60, 200, 400, 690, 1000];
  for (const [index, personId] of people.entries()) {
    const on = addDays(today, -(ages[index % ages.length] ?? 0));
    accepted(say(writer, courseId, { personId, word: 'accredited', on }));
    if (index % 11 === 0) {
      accepted(say(writer, courseId, { personId, word: 'suspended', on: addDays(today, -10) }));
    }
  }
}
