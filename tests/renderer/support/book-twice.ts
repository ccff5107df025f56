import { calendarDateSchema } from '../../../domain/calendar-date.ts';
import type { ServiceClient } from '../../../renderer/lib/api.tsx';

/** Plans a session of a second edition at the hour of one of the first, with the same trainer beside a lead. */
export async function bookTwice(client: ServiceClient) {
  const editions = await client.editions.list({ courseId: null });
  const edition = editions.find(({ status }) => status === 'running');
  if (edition === undefined) throw new Error('the example has a running edition');
  const whole = await client.editions.get({ editionId: edition.id });
  const [session] = await client.sessions.list({ editionId: edition.id });
  const [person] = await client.people.search({ text: 'mamani', limit: 1 });
  if (session === undefined || person === undefined) throw new Error('the example has sessions and people');
  const trainers = [{ personId: person.id, role: 'assistant' as const }];
  const draft = {
    courseId: whole.courseId,
    place: 'Salón municipal',
    room: null,
    startsOn: session.date,
    endsOn: session.date,
    capacity: 20,
    attendancePolicy: whole.attendancePolicy,
    notes: null,
    trainers,
  };
  const date = calendarDateSchema.parse('2031-05-05');
  for (const code of ['CRUCE-1', 'CRUCE-2']) {
    const { id: editionId } = await client.editions.create({ ...draft, code });
    await client.sessions.create({
      editionId,
      draft: { date, startsAt: '14:30', minutes: 60, topic: null, moduleId: null, room: null },
    });
  }
}
