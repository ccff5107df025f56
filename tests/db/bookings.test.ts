import { describe, expect, test } from 'vitest';
import type { Booking } from '../../domain/booking.ts';
import { calendarDateSchema } from '../../domain/calendar-date.ts';
import { listBookings, listPlaces } from '../../db/bookings.ts';
import { moveEdition } from '../../db/edition-steps.ts';
import { cancelSession, createSession } from '../../db/sessions.ts';
import { accepted, createTestEdition, createTestPeople, draftSession } from '../support/edition.ts';
import { createTestOffice } from '../support/office.ts';

const place = 'Casa Municipal';

/** Ana teaches bread in room 1, and one session of it in room 2; weaving is in room 2 without a trainer. */
function bookOffice() {
  const { db, writer } = createTestOffice();
  const [ana] = createTestPeople(writer, ['Rojas, Ana']);
  if (ana === undefined) throw new Error('one was made');
  const trainers = [{ personId: ana, role: 'lead' as const }];
  const bread = createTestEdition(writer, { code: 'PAN-1', place, room: 'Aula 1', trainers });
  const weaving = createTestEdition(writer, { code: 'TEJ-1', place, room: 'Aula 2' }, { code: 'TEJ' });
  const plan = (editionId: typeof bread.id, date: string, room: string | null = null) =>
    accepted(createSession(writer, { editionId, draft: draftSession(date, { room }) }));
  const sessions = {
    second: plan(bread.id, '2026-03-02'),
    third: plan(bread.id, '2026-03-03', 'AULA 2'),
    weaving: plan(weaving.id, '2026-03-04'),
  };
  return { db, writer, ana, bread, weaving, sessions };
}

const say = ({ taken, date, edition }: Booking) =>
  [taken.of === 'room' ? taken.room : taken.name, date.slice(8), edition?.editionCode ?? '?'].join(' ');

describe('the bookings', () => {
  test('of people are the sessions they teach, of a room those that meet in it, whoever named it', () => {
    const { db, ana } = bookOffice();
    const asked = { from: null, personIds: [ana], rooms: [{ place, room: 'aula 2' }] };
    expect(listBookings(db, asked).map(say)).toEqual([
      'Rojas, Ana 02 PAN-1',
      'Rojas, Ana 03 PAN-1',
      'AULA 2 03 PAN-1',
      'Aula 2 04 TEJ-1',
    ]);
    const later = { ...asked, from: calendarDateSchema.parse('2026-03-04') };
    expect(listBookings(db, later).map(say)).toEqual(['Aula 2 04 TEJ-1']);
    expect(listBookings(db, { from: null, personIds: [], rooms: [] })).toEqual([]);
  });

  test('leave out what does not take place', () => {
    const { db, writer, ana, weaving, sessions } = bookOffice();
    accepted(cancelSession(writer, { sessionId: sessions.third.id, reason: 'Lluvia' }));
    accepted(moveEdition(writer, { editionId: weaving.id, to: 'cancelled' }));
    const asked = { from: null, personIds: [ana], rooms: [{ place, room: 'Aula 2' }] };
    expect(listBookings(db, asked).map(say)).toEqual(['Rojas, Ana 02 PAN-1']);
  });

  test('do not tell a trainer which edition of others takes a room', () => {
    const { db, ana, bread } = bookOffice();
    const asked = { from: null, personIds: [ana], rooms: [{ place, room: 'Aula 2' }] };
    expect(listBookings(db, asked, new Set([bread.id])).map(say)).toContain('Aula 2 04 ?');
  });
});

test('the places of the office are told with their rooms, each once, by name', () => {
  const { db, writer, bread } = bookOffice();
  createTestEdition(writer, { code: 'PAN-2', place: 'Sede de la OTB', courseId: bread.courseId });
  expect(listPlaces(db)).toEqual([
    { place, rooms: ['Aula 1', 'Aula 2', 'AULA 2'] },
    { place: 'Sede de la OTB', rooms: [] },
  ]);
});
