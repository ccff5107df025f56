import { conflictKey, type ConflictKind } from '../../domain/conflict.ts';
import type { EditionId } from '../../domain/ids.ts';
import { findOverlaps, type TakingSession } from '../../domain/session-overlap.ts';
import type { ReadableDb, Writer } from '../database.ts';
import { giveWord, listWords } from './words.ts';

interface EditionSession extends TakingSession {
  editionId: EditionId;
}

/** What is booked twice in one pair of editions. */
export interface FoundBooking<Session extends EditionSession> {
  key: string;
  /** In the order of ids; one where the sessions of one edition overlap. */
  editionIds: EditionId[];
  overlaps: [Session, Session][];
}

/**
 * Sessions that take the same thing at once: one conflict for a thing and a pair of editions. A word is given on each
 * pair of sessions, so that a session planned later is not covered by it.
 */
export function findDoubleBookings<Session extends EditionSession>(
  db: ReadableDb,
  kind: ConflictKind,
  sessions: readonly Session[],
): FoundBooking<Session>[] {
  const words = listWords(db);
  const open = findOverlaps(sessions).filter(
    (overlap) => !words.has(wordKey(kind, overlap[0].takes, overlap)),
  );
  const groups = Map.groupBy(open, (overlap) =>
    conflictKey(kind, [overlap[0].takes, ...listEditionIds(overlap)]),
  );
  return [...groups].flatMap(([key, overlaps]) => {
    const [first] = overlaps;
    return first === undefined ? [] : [{ key, editionIds: listEditionIds(first), overlaps }];
  });
}

function listEditionIds(overlap: readonly Pick<EditionSession, 'editionId'>[]): EditionId[] {
  return [...new Set(overlap.map(({ editionId }) => editionId))].toSorted();
}

function wordKey(
  kind: ConflictKind,
  takes: string,
  sessions: readonly Pick<TakingSession, 'sessionId'>[],
): string {
  return conflictKey(kind, [takes, ...sessions.map(({ sessionId }) => sessionId).toSorted()]);
}

/** The overlapping sessions of a conflict, day by day, as the screen shows them. */
export function toShownOverlaps<Session extends EditionSession>(overlaps: FoundBooking<Session>['overlaps']) {
  return overlaps.map((sessions) => ({
    date: sessions[0].date,
    sessions: sessions.map(({ sessionId, editionId, startsAt, minutes }) => ({
      sessionId,
      editionId,
      startsAt,
      minutes,
    })),
  }));
}

/** Both stand: someone knows why. Answers the keys of the words given, on just the sessions that were shown. */
export function keepBoth(
  writer: Writer,
  kind: ConflictKind,
  shown: { takes: string; overlaps: readonly { sessions: readonly Pick<TakingSession, 'sessionId'>[] }[] },
): string[] {
  const keys = shown.overlaps.map(({ sessions }) => wordKey(kind, shown.takes, sessions));
  giveWord(writer, keys, 'keepBoth');
  return keys;
}
