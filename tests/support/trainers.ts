import type { AccreditationRule } from '../../domain/accreditation-rule.ts';
import { accreditationPresets } from '../../domain/accreditation-rule.ts';
import { addDays, calendarDateSchema } from '../../domain/calendar-date.ts';
import type { Course } from '../../domain/course.ts';
import type { Edition, TrainerAssignment } from '../../domain/edition.ts';
import type { CourseId, PersonId } from '../../domain/ids.ts';
import { setAccreditationRule } from '../../db/accreditation-rules.ts';
import { type NewAccreditationWord, sayAccreditation } from '../../db/accreditations.ts';
import type { Writer } from '../../db/database.ts';
import { closeEdition } from '../../db/edition-steps.ts';
import {
  accepted,
  createTestCourse,
  createTestEdition,
  createTestSessions,
  enrolAll,
  runEdition,
} from './edition.ts';
import { markRow } from './records.ts';

/** A course for entrepreneurs and the one that trains its trainers; neither is graded. */
export function createTestCascade(
  writer: Writer,
  given: Partial<AccreditationRule> = {},
): { bread: Course; training: Course } {
  const training = createTestCourse(writer, {
    code: 'TOT',
    title: 'Formación de capacitadores en panadería',
    level: 'trainer',
    passMark: null,
  });
  const bread = createTestCourse(writer, { code: 'PAN', title: 'Panadería', passMark: null });
  accepted(
    setAccreditationRule(writer, {
      ...accreditationPresets.own,
      courseId: bread.id,
      level: 'trainer',
      trainingCourseId: training.id,
      ...given,
    }),
  );
  return { bread, training };
}

/** An edition of one session that is over: everyone came but the absent ones. */
export function teach(
  writer: Writer,
  courseId: CourseId,
  {
    on,
    learners,
    absent = [],
    trainers = [],
  }: {
    on: string;
    learners: readonly PersonId[];
    absent?: readonly PersonId[];
    trainers?: readonly Pick<TrainerAssignment, 'personId' | 'role'>[];
  },
): Edition {
  const day = calendarDateSchema.parse(on);
  const edition = createTestEdition(writer, {
    courseId,
    code: writer.newId(),
    capacity: 100,
    startsOn: addDays(day, -1),
    endsOn: day,
    trainers: [...trainers],
  });
  createTestSessions(writer, edition.id, [on]);
  const everyone = [...learners, ...absent];
  const enrolments = enrolAll(writer, edition.id, everyone);
  runEdition(writer, edition.id);
  for (const [index, enrolment] of enrolments.entries()) {
    markRow(writer, enrolment, index < learners.length ? 'P' : 'F');
  }
  return accepted(closeEdition(writer, { editionId: edition.id, acceptsUnrecorded: true }));
}

/** A coordinator's word. */
export function say(
  writer: Writer,
  courseId: CourseId,
  said: Pick<NewAccreditationWord, 'personId' | 'word'> & { on: string } & Partial<
      Omit<NewAccreditationWord, 'on'>
    >,
) {
  return sayAccreditation(writer, {
    courseId,
    level: 'trainer',
    accreditedBy: null,
    reason: 'Viene acreditada de otra oficina',
    role: 'coordinator',
    ...said,
    on: calendarDateSchema.parse(said.on),
  });
}
