import { describe, expect, test } from 'vitest';
import { calendarDateSchema } from '../../domain/calendar-date.ts';
import { type CalendarSession, passesFilter } from '../../domain/calendar.ts';
import { listCalendar } from '../../db/calendar.ts';
import { moveEdition } from '../../db/edition-steps.ts';
import { createProgramme } from '../../db/programmes.ts';
import { cancelSession, createSession, updateSession } from '../../db/sessions.ts';
import { accepted, createTestEdition, createTestPeople, createTestSessions } from '../support/edition.ts';
import { createTestOffice } from '../support/office.ts';

const day = (text: string) => calendarDateSchema.parse(text);
const march = { from: day('2026-03-01'), to: day('2026-03-31') };

/** Two editions in March: bread with two trainers and a programme, beekeeping with one and none. */
function createCalendarOffice() {
  const office = createTestOffice();
  const { writer } = office;
  const [ana, beto] = createTestPeople(writer, ['Rojas, Ana', 'Álvarez, Beto']);
  if (ana === undefined || beto === undefined) throw new Error('two people were made');
  const programme = createProgramme(writer, {
    name: 'PMI-DEL',
    donor: null,
    themes: [{ id: null, name: 'Uno' }],
  });
  const theme = programme.themes[0];
  if (theme === undefined) throw new Error('the programme has a theme');
  const bread = createTestEdition(
    writer,
    {
      trainers: [
        { personId: beto, role: 'assistant' },
        { personId: ana, role: 'lead', exceptionReason: 'Externa' },
      ],
    },
    { themeId: theme.id },
  );
  const bees = createTestEdition(
    writer,
    { code: 'API-2026-01', place: 'Sede de Pairumani', trainers: [{ personId: beto, role: 'assistant' }] },
    { code: 'API', title: 'Apicultura' },
  );
  return { ...office, ana, beto, programme, bread, bees };
}

describe('the calendar of the office', () => {
  test('has the sessions between two days with what their edition says, cancelled ones too', () => {
    const { db, writer, ana, beto, programme, bread, bees } = createCalendarOffice();
    const dates = ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'];
    const [, first, last] = createTestSessions(writer, bread.id, dates);
    if (first === undefined || last === undefined) throw new Error('sessions were made');
    accepted(cancelSession(writer, { sessionId: last.id, reason: 'Lluvia' }));
    const early = { ...first, startsAt: '08:00', topic: 'Colmenas' };
    const other = accepted(createSession(writer, { editionId: bees.id, draft: early }));
    const { sessions } = listCalendar(db, march);
    expect(sessions.map(({ id }) => id)).toEqual([other.id, first.id, last.id]);
    expect(sessions[1]).toEqual({
      ...first,
      editionCode: 'PAN-2026-01',
      editionStatus: 'planned',
      courseId: bread.courseId,
      courseTitle: 'Panadería y repostería',
      programmeId: programme.id,
      place: 'Salón municipal de Vinto',
      editionRoom: null,
      trainers: [
        { personId: ana, role: 'lead', name: 'Ana Rojas' },
        { personId: beto, role: 'assistant', name: 'Beto Álvarez' },
      ],
    });
    expect(sessions[2]).toMatchObject({ state: 'cancelled', cancelReason: 'Lluvia' });
    expect(sessions[0]).toMatchObject({ programmeId: null, topic: 'Colmenas' });
  });

  test('leaves out cancelled editions, and those of others for whoever has editions of their own', () => {
    const { db, writer, bread, bees } = createCalendarOffice();
    createTestSessions(writer, bread.id, ['2026-03-03']);
    createTestSessions(writer, bees.id, ['2026-03-03', '2026-03-04']);
    const own = listCalendar(db, march, new Set([bees.id]));
    expect(own.sessions.map(({ editionId }) => editionId)).toEqual([bees.id, bees.id]);
    expect(own.trainers.map(({ name }) => name)).toEqual(['Beto Álvarez']);
    expect(own.places).toEqual(['Sede de Pairumani']);
    accepted(moveEdition(writer, { editionId: bees.id, to: 'cancelled' }));
    const all = listCalendar(db, march);
    expect(all.sessions.map(({ editionId }) => editionId)).toEqual([bread.id]);
    expect(all.trainers.map(({ name }) => name)).toEqual(['Ana Rojas', 'Beto Álvarez'].toSorted());
    expect(all.places).toEqual(['Salón municipal de Vinto']);
  });

  test('is narrowed down by programme, course, trainer and place, all of them at once', () => {
    const { db, writer, ana, beto, programme, bread, bees } = createCalendarOffice();
    createTestSessions(writer, bread.id, ['2026-03-03']);
    createTestSessions(writer, bees.id, ['2026-03-03']);
    const { sessions } = listCalendar(db, march);
    const left = (filter: Parameters<typeof passesFilter>[1]) =>
      sessions
        .filter((session: CalendarSession) => passesFilter(session, filter))
        .map(({ editionCode }) => editionCode);
    expect(left({})).toEqual(['API-2026-01', 'PAN-2026-01']);
    expect(left({ programmeId: programme.id })).toEqual(['PAN-2026-01']);
    expect(left({ courseId: bees.courseId })).toEqual(['API-2026-01']);
    expect(left({ trainerId: ana })).toEqual(['PAN-2026-01']);
    expect(left({ trainerId: beto, place: 'Sede de Pairumani' })).toEqual(['API-2026-01']);
    expect(left({ trainerId: ana, place: 'Sede de Pairumani' })).toEqual([]);
  });

  test('names each place and each room of it, and is narrowed down by either', () => {
    const { db, writer, bread, bees } = createCalendarOffice();
    const [first, second] = createTestSessions(writer, bread.id, ['2026-03-03', '2026-03-04']);
    createTestSessions(writer, bees.id, ['2026-03-03']);
    if (first === undefined || second === undefined) throw new Error('sessions were made');
    accepted(updateSession(writer, { sessionId: second.id, draft: { ...second, room: 'Ambiente 2' } }));
    const { sessions, places } = listCalendar(db, march);
    const hall = 'Salón municipal de Vinto';
    expect(places).toEqual([hall, `${hall}, Ambiente 2`, 'Sede de Pairumani']);
    const left = (place: string) =>
      sessions.filter((session) => passesFilter(session, { place })).map(({ id }) => id);
    expect(left(hall)).toEqual([first.id, second.id]);
    expect(left(`${hall}, Ambiente 2`)).toEqual([second.id]);
  });
});
