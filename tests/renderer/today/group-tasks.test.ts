import { expect, test } from 'vitest';
import { calendarDateSchema } from '../../../domain/calendar-date.ts';
import { courseIdSchema, editionIdSchema, personIdSchema, sessionIdSchema } from '../../../domain/ids.ts';
import type { AccreditationTask, EditionTask } from '../../../domain/today.ts';
import { groupTasks } from '../../../renderer/features/today/group-tasks.ts';

const idOf = (letter: string) => letter.repeat(22);

function task(kind: EditionTask['kind'], edition: string, session: string | null): EditionTask {
  return {
    kind,
    editionId: editionIdSchema.parse(idOf(edition)),
    editionCode: edition,
    courseTitle: 'Panadería',
    sessionId: session === null ? null : sessionIdSchema.parse(idOf(session)),
    date: calendarDateSchema.parse('2026-11-05'),
    count: null,
  };
}

test('the unrecorded sessions of an edition are one line, in the place of the oldest', () => {
  const oldest = task('unrecordedSession', 'a', '1');
  const other = task('unrecordedSession', 'b', '2');
  const later = task('unrecordedSession', 'a', '3');
  const closing = task('editionToClose', 'a', null);
  expect(groupTasks([oldest, other, later, closing])).toEqual([
    { ...oldest, count: 2, sessionId: null },
    { ...other, count: 1 },
    closing,
  ]);
});

function lapsed(person: string, course: string): AccreditationTask {
  const date = calendarDateSchema.parse('2026-10-05');
  return {
    kind: 'accreditationLapsed',
    personId: personIdSchema.parse(idOf(person)),
    name: person,
    courseId: courseIdSchema.parse(idOf(course)),
    courseTitle: course,
    level: 'trainer',
    state: { status: 'lapsed', reason: 'validityEnds', since: date, until: date, missing: [] },
    date,
    count: null,
  };
}

test('accreditations of a course stand one by one, and as one line where they are more than three', () => {
  const bread = ['a', 'b', 'c', 'd'].map((person) => lapsed(person, 'p'));
  const weaving = ['a', 'b', 'c'].map((person) => lapsed(person, 't'));
  expect(groupTasks([...bread, ...weaving])).toEqual([{ ...bread[0], count: 4 }, ...weaving]);
});
