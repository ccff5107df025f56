import type { Task } from '../../../domain/today.ts';

/**
 * One line for all the unrecorded sessions of an edition: in the place and with the date of the oldest, `count` says
 * how many. Where there are several the task leads to the edition, not to one session.
 */
export function groupTasks(tasks: readonly Task[]): Task[] {
  return tasks.flatMap((task) => {
    if (task.kind !== 'unrecordedSession') return [task];
    const alike = tasks.filter(
      (other) => other.kind === 'unrecordedSession' && other.editionId === task.editionId,
    );
    if (alike[0] !== task) return [];
    return [{ ...task, count: alike.length, sessionId: alike.length === 1 ? task.sessionId : null }];
  });
}
