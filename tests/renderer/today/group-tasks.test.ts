import { expect, test } from 'vitest';
import { calendarDateSchema } from '../../../domain/calendar-date.ts';
import { editionIdSchema, sessionIdSchema } from '../../../domain/ids.ts';
import type { EditionTask } from '../../../domain/today.ts';
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
