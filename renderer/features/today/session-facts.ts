import type { EditionId, SessionId } from '../../../domain/ids.ts';
import type { TodaySession } from '../../../domain/today.ts';

/** When a session ends, 'HH:MM'. */
export function endOfSession({ startsAt, minutes }: TodaySession): string {
  const [hour = 0, minute = 0] = startsAt.split(':').map(Number);
  const end = hour * 60 + minute + minutes;
  return [Math.floor(end / 60) % 24, end % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

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
