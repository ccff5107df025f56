import type { Role } from '../../../domain/role.ts';
import type { Task, TodaySession } from '../../../domain/today.ts';

/** Who may do what a task asks. */
const needs: Record<Task['kind'], Role> = {
  unrecordedSession: 'trainer',
  editionToStart: 'registrar',
  editionToClose: 'coordinator',
  certificatesToIssue: 'coordinator',
  editionWithoutSessions: 'registrar',
  freeSeats: 'registrar',
  requestsToAnswer: 'registrar',
  leadNotAccredited: 'registrar',
  accreditationLapsed: 'registrar',
  accreditationDueSoon: 'registrar',
  packetsToBring: 'registrar',
  backupOverdue: 'registrar',
  secondPlaceOverdue: 'coordinator',
};

type Can = (needs: Role) => boolean;

export function canDoTask(task: Task, can: Can): boolean {
  return can(needs[task.kind]);
}

/** A session whose attendance is still to be marked. */
export function isToMark(session: TodaySession): boolean {
  const { state, markedCount, enrolledCount } = session;
  return state !== 'cancelled' && (markedCount === 0 || markedCount < enrolledCount);
}

/** The one thing on the page that carries the accent: a session to mark, or else the first thing that waits. */
export function findFirstUrgent(
  sessions: readonly TodaySession[],
  tasks: readonly Task[],
  can: Can,
): TodaySession | Task | null {
  const session = can('trainer') ? sessions.find(isToMark) : undefined;
  return session ?? tasks.find((task) => canDoTask(task, can)) ?? null;
}
