import { accreditationPresets } from '../../domain/accreditation-rule.ts';
import type { AccreditationWord } from '../../domain/accreditation.ts';
import { addDays, type CalendarDate } from '../../domain/calendar-date.ts';
import type { Course } from '../../domain/course.ts';
import type { CourseId, PersonId } from '../../domain/ids.ts';
import { type ObservationMark, presetCriteria } from '../../domain/observation.ts';
import { setAccreditationRule } from '../../db/accreditation-rules.ts';
import { sayAccreditation } from '../../db/accreditations.ts';
import type { Writer } from '../../db/database.ts';
import { addObservation } from '../../db/observations.ts';
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

/** What it takes to teach weaving, said before anybody teaches it here: whoever leads it first does so by a word. */
export function setWeavingRule(demo: TrainersDemo): void {
  const { writer, setClock, today } = demo;
  setClock(addDays(today, -890), 9);
  const courseId = requireCourse(demo, 'TEJ');
  must(setAccreditationRule(writer, { ...accreditationPresets.siyb, courseId, level: 'trainer' }));
}

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
  for (const seen of observations) observe(demo, seen);
}

interface Seen {
  person: number;
  course: string;
  daysAgo: number;
  /** By the criteria that are preset. */
  marks: readonly ObservationMark['mark'][];
  score: number | null;
}

/** Sessions that were observed: by the form, one of them not well enough yet, and one by another office's score. */
const observations: readonly Seen[] = [
  { person: first, course: 'PAN', daysAgo: 375, marks: [4, 3, 4, 4, 3, 4, 3, 3, 4, 3], score: null },
  { person: second, course: 'PAN', daysAgo: 75, marks: [4, 4, 3, 4, 4, 3, 4, 4, 3, 4], score: null },
  { person: second + 1, course: 'PAN', daysAgo: 68, marks: [3, 3, 3, 4, 3, 4, 3, 3, 3, 2], score: null },
  { person: first + 1, course: 'PAN', daysAgo: 680, marks: [], score: 82 },
];

function observe(demo: TrainersDemo, { person, course, daysAgo, marks, score }: Seen): void {
  const { writer, people, setClock, today } = demo;
  const observedOn = addDays(today, -daysAgo);
  setClock(addDays(observedOn, 1), 10);
  must(
    addObservation(writer, {
      personId: requirePerson(people, person),
      courseId: requireCourse(demo, course),
      editionId: null,
      observedOn,
      observer: marks.length === 0 ? 'Programa departamental' : 'Rosa Balderrama',
      remarks: score === null && marks.includes(2) ? 'Que reparta mejor el tiempo y dé más práctica.' : null,
      marks: presetCriteria
        .slice(0, marks.length)
        .map(({ text, weight }, place) => ({ text, weight, mark: marks[place] ?? null })),
      score,
    }),
  );
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
