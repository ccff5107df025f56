import type { EditionId, SessionId } from '../../../domain/ids.ts';

/** Where the attendance of one session is marked, in the room. */
export function roomAddress({
  editionId,
  sessionId,
}: {
  editionId: EditionId;
  sessionId: SessionId;
}): string {
  return `/ediciones/${editionId}/asistencia/${sessionId}`;
}
