import { describe, expect, test } from 'vitest';
import { type Booking, findClashes, type WantedSession } from '../../domain/booking.ts';
import { calendarDateSchema } from '../../domain/calendar-date.ts';
import type { PersonId, SessionId } from '../../domain/ids.ts';

const [ana, beto] = ['ana', 'beto'] as [PersonId, PersonId];
const when = { date: calendarDateSchema.parse('2026-03-03'), startsAt: '14:00', minutes: 120 };
const booking = (taken: Booking['taken'], given: Partial<Booking> = {}): Booking => ({
  taken,
  sessionId: 'taken' as SessionId,
  edition: null,
  ...when,
  ...given,
});
const ofAna = (given: Partial<Booking> = {}) =>
  booking({ of: 'trainer', personId: ana, name: 'Rojas, Ana' }, given);
const ofRoom = (place: string, room: string) => booking({ of: 'room', place, room });
const wanted = (given: Partial<WantedSession> = {}): WantedSession => ({
  ...when,
  personIds: [ana],
  place: 'Casa Municipal',
  room: 'Aula 2',
  ...given,
});

describe('a session runs into a booking', () => {
  test('of one who teaches it, while it lasts, and not the minute after', () => {
    expect(findClashes(wanted(), [ofAna({ startsAt: '15:59', minutes: 15 })])).toHaveLength(1);
    expect(findClashes(wanted(), [ofAna({ startsAt: '12:00', minutes: 121 })])).toHaveLength(1);
    expect(findClashes(wanted(), [ofAna({ startsAt: '16:00' })])).toEqual([]);
    expect(findClashes(wanted(), [ofAna({ startsAt: '12:00' })])).toEqual([]);
    expect(findClashes(wanted(), [ofAna({ date: calendarDateSchema.parse('2026-03-04') })])).toEqual([]);
    expect(findClashes(wanted({ personIds: [beto] }), [ofAna()])).toEqual([]);
  });

  test('of its room, however that is written, and not of the same room of another place', () => {
    expect(findClashes(wanted(), [ofRoom('CASA  Municipal', 'aula 2')])).toHaveLength(1);
    expect(findClashes(wanted(), [ofRoom('Casa Municipal', 'Aula 3')])).toEqual([]);
    expect(findClashes(wanted(), [ofRoom('Sede de la OTB', 'Aula 2')])).toEqual([]);
    expect(findClashes(wanted({ room: null }), [ofRoom('Casa Municipal', 'Aula 2')])).toEqual([]);
  });
});
