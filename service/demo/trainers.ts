import { accreditationPresets } from '../../domain/accreditation-rule.ts';
import type { AccreditationWord } from '../../domain/accreditation.ts';
import { addDays, type CalendarDate } from '../../domain/calendar-date.ts';
import type { Course } from '../../domain/course.ts';
import type { CourseId, PersonId } from '../../domain/ids.ts';
import { setAccreditationRule } from '../../db/accreditation-rules.ts';
import { sayAccreditation } from '../../db/accreditations.ts';
import type { Writer } from '../../db/database.ts';
import { requirePerson } from './invented-people.ts';
import { must } from './must.ts';
import { demoTrainers } from './plan.ts';

/** What of the story the trainers need. */
interface TrainersDemo {
  writer: Writer;
  setClock: (day: CalendarDate, hour: number) => void;
  today: CalendarDate;
  courses: ReadonlyMap<string, Course>;
  people: readonly PersonId[];
}

interface Said {
  /** By their place among the invented people. */
  person: number;
  word: AccreditationWord;
  /** Days from today. */
  daysAgo: number;
  reason: string;
}

const { master, first, second } = demoTrainers;
const fromCourse = 'Aprobó el curso y condujo una práctica acompañada';
const fromElsewhere = 'Acreditada por el programa departamental';

/** Of those who teach bread making: with the candidates, who need no word, every status is among them. */
const words: readonly Said[] = [
  { person: first, word: 'accredited', daysAgo: 370, reason: fromCourse },
  { person: first + 1, word: 'accredited', daysAgo: 672, reason: fromElsewhere },
  { person: first + 2, word: 'accredited', daysAgo: 800, reason: fromElsewhere },
  { person: first + 3, word: 'accredited', daysAgo: 360, reason: fromCourse },
  { person: first + 3, word: 'suspended', daysAgo: 25, reason: 'Dejó a medias la última edición' },
  { person: second, word: 'accredited', daysAgo: 70, reason: fromCourse },
  { person: second + 1, word: 'accredited', daysAgo: 65, reason: fromCourse },
];

/** Says who may teach bread making, and what it takes. */
export function inventTrainers(demo: TrainersDemo): void {
  const { writer, setClock, today } = demo;
  const training = requireCourse(demo, 'CAP');
  const bread = requireCourse(demo, 'PAN');
  const rule = { ...accreditationPresets.own, editionsAssisted: 0, trainingCourseId: training };
  setClock(addDays(today, -890), 9);
  must(setAccreditationRule(writer, { ...rule, courseId: bread, level: 'trainer' }));
  must(
    setAccreditationRule(writer, {
      ...accreditationPresets.own,
      editionsAssisted: 0,
      validityMonths: 36,
      courseId: bread,
      level: 'masterTrainer',
    }),
  );
  say(demo, bread, 'masterTrainer', {
    person: master,
    word: 'accredited',
    daysAgo: 880,
    reason: fromElsewhere,
  });
  for (const said of words) say(demo, bread, 'trainer', said);
}

function say(
  { writer, people, today, setClock }: TrainersDemo,
  courseId: CourseId,
  level: 'trainer' | 'masterTrainer',
  { person, word, daysAgo, reason }: Said,
): void {
  const on = addDays(today, -daysAgo);
  setClock(on, 11);
  must(
    sayAccreditation(writer, {
      personId: requirePerson(people, person),
      courseId,
      level,
      word,
      on,
      accreditedBy: null,
      reason,
      role: 'coordinator',
    }),
  );
}

function requireCourse({ courses }: TrainersDemo, code: string): CourseId {
  const course = courses.get(code);
  if (course === undefined) throw new Error(`no course ${code}`);
  return course.id;
}
