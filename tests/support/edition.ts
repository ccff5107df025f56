import { type CourseDraft, newCourse } from '../../domain/course.ts';
import { calendarDateSchema } from '../../domain/calendar-date.ts';
import type { Course } from '../../domain/course.ts';
import type { Edition, EditionDraft } from '../../domain/edition.ts';
import type { CourseId, EditionId, EnrolmentId, PersonId } from '../../domain/ids.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Session, SessionDraft } from '../../domain/session.ts';
import { createCourse } from '../../db/courses.ts';
import type { Writer } from '../../db/database.ts';
import { closeEdition, moveEdition } from '../../db/edition-steps.ts';
import { createEdition } from '../../db/editions.ts';
import { enrolPeople } from '../../db/enrolling.ts';
import { insertPerson } from '../../db/people.ts';
import { createSession } from '../../db/sessions.ts';
import { draftPerson } from './person.ts';

/** The answer of a step that a test only prepares itself with; throws where it was refused. */
export function accepted<Answer>(answer: Answer): Exclude<Answer, Refusal<string, unknown>> {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.refused} ${JSON.stringify(answer.data)}`);
  return answer as Exclude<Answer, Refusal<string, unknown>>;
}

/** A graded course of bread making with the usual thresholds. */
export function createTestCourse(writer: Writer, given: Partial<CourseDraft> = {}): Course {
  const draft = { ...newCourse, code: 'PAN', title: 'Panadería y repostería', ...given };
  return accepted(createCourse(writer, draft));
}

/** A draft of an edition in March 2026 with thirty seats. */
export function draftEdition(courseId: CourseId, given: Partial<EditionDraft> = {}): EditionDraft {
  return {
    courseId,
    code: 'PAN-2026-01',
    place: 'Salón municipal de Vinto',
    room: null,
    startsOn: calendarDateSchema.parse('2026-03-02'),
    endsOn: calendarDateSchema.parse('2026-03-27'),
    capacity: 30,
    attendancePolicy: { latesPerAbsence: null, leave: 'neutral' },
    notes: null,
    trainers: [],
    ...given,
  };
}

/** A planned edition, of a course of its own unless one is given. */
export function createTestEdition(
  writer: Writer,
  given: Partial<EditionDraft> = {},
  course: Partial<CourseDraft> = {},
): Edition {
  const courseId = given.courseId ?? createTestCourse(writer, course).id;
  return accepted(createEdition(writer, draftEdition(courseId, given)));
}

/** People by their names: 'Mamani Quispe, Juana'. */
export function createTestPeople(writer: Writer, names: readonly string[]): PersonId[] {
  return names.map((name) => {
    const [surnames = '', givenNames = ''] = name.split(', ');
    const [paternalSurname = '', maternalSurname = null] = surnames.split(' ');
    return insertPerson(writer, draftPerson({ givenNames, paternalSurname, maternalSurname }), null);
  });
}

/** So many people whose names are in the order in which they are made. */
export function createTestCrowd(writer: Writer, count: number): PersonId[] {
  const names = Array.from({ length: count }, (_, index) => {
    const letters = [index / 676, (index / 26) % 26, index % 26].map(
      (n) => 'abcdefghijklmnopqrstuvwxyz'[Math.floor(n)],
    );
    return `Q${letters.join('')} Mamani, Juana`;
  });
  return createTestPeople(writer, names);
}

/** Enrols as a coordinator without exception, and answers the ids of those who got a seat. */
export function enrolAll(
  writer: Writer,
  editionId: EditionId,
  personIds: readonly PersonId[],
): EnrolmentId[] {
  const order = {
    editionId,
    personIds,
    exceptionReason: null,
    prerequisiteReason: null,
    role: 'coordinator',
    importId: null,
  } as const;
  return accepted(enrolPeople(writer, order)).enrolled;
}

/** A session of two hours in the afternoon of a day. */
export function draftSession(date: string, given: Partial<SessionDraft> = {}): SessionDraft {
  return {
    date: calendarDateSchema.parse(date),
    startsAt: '14:30',
    minutes: 120,
    topic: null,
    moduleId: null,
    room: null,
    ...given,
  };
}

export function createTestSessions(
  writer: Writer,
  editionId: EditionId,
  dates: readonly string[],
): Session[] {
  return dates.map((date) => accepted(createSession(writer, { editionId, draft: draftSession(date) })));
}

/** Takes a planned edition with sessions to running. */
export function runEdition(writer: Writer, editionId: EditionId): Edition {
  accepted(moveEdition(writer, { editionId, to: 'open' }));
  return accepted(moveEdition(writer, { editionId, to: 'running' }));
}

/** Takes a planned edition with sessions to closed, whatever was recorded. */
export function closeTestEdition(writer: Writer, editionId: EditionId): Edition {
  runEdition(writer, editionId);
  return accepted(closeEdition(writer, { editionId, acceptsUnrecorded: true }));
}
