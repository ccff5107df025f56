import { describe, expect, test } from 'vitest';
import { calendarDateSchema } from '../../domain/calendar-date.ts';
import type { SessionId } from '../../domain/ids.ts';
import { findOverlaps } from '../../domain/session-overlap.ts';

const session = (id: string, person: string, day: string, startsAt: string, minutes = 120) => ({
  sessionId: id as SessionId,
  takes: person,
  date: calendarDateSchema.parse(`2026-03-${day}`),
  startsAt,
  minutes,
});

describe('sessions that take one person at once', () => {
  test('are those of a day of which one begins before the other is over, each pair once', () => {
    const sessions = [
      session('d', 'ana', '02', '17:00'),
      session('b', 'ana', '02', '15:00'),
      session('a', 'ana', '02', '14:00'),
      session('c', 'ana', '02', '15:59', 1),
      session('e', 'ana', '03', '14:00'),
      session('f', 'beto', '02', '14:00'),
    ];
    const pairs = findOverlaps(sessions).map((pair) => pair.map(({ sessionId }) => sessionId).join(''));
    expect(pairs).toEqual(['ab', 'ac', 'bc']);
  });

  test('not those that follow one another without a break', () => {
    const sessions = [session('a', 'ana', '02', '14:00'), session('b', 'ana', '02', '16:00')];
    expect(findOverlaps(sessions)).toEqual([]);
  });
});
