import type { AccreditationTask, EditionTask, Task } from '../../../domain/today.ts';

/** So many accreditations of one course stand one by one. */
const shortList = 3;

/**
 * One line for all the unrecorded sessions of an edition, and one for the accreditations of a course where they are
 * more than three: in the place and with the date of the first, `count` says how many. Where there are several the task
 * leads to the edition, not to one session, and to the list of trainers, not to one person.
 */
export function groupTasks(tasks: readonly Task[]): Task[] {
  return tasks.flatMap((task) => {
    const alike = tasks.filter((other) => areAlike(task, other));
    if (task.kind === 'unrecordedSession') {
      if (alike[0] !== task) return [];
      return [{ ...task, count: alike.length, sessionId: alike.length === 1 ? task.sessionId : null }];
    }
    if (alike.length <= shortList || !('personId' in task)) return [task];
    return alike[0] === task ? [{ ...task, count: alike.length }] : [];
  });
}

function areAlike(a: Task, b: Task): boolean {
  if (a.kind !== b.kind) return false;
  return groupOf(a) === groupOf(b);
}

function groupOf(task: Task): EditionTask['editionId'] | AccreditationTask['courseId'] | null {
  if ('editionId' in task) return task.editionId;
  return 'personId' in task ? task.courseId : null;
}
