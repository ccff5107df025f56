import { calendarDateSchema } from '../../../domain/calendar-date.ts';
import type { SessionId } from '../../../domain/ids.ts';
import type { ServiceClient } from '../../../renderer/lib/api.tsx';

const day = (text: string) => calendarDateSchema.parse(text);

export interface BusyMonth {
  /** 'Salón A', Monday 5 May 2031 at 14:00 and Tuesday 6 at 14:00. */
  monday: SessionId;
  tuesday: SessionId;
  /** 'Sede B', Monday 5 at 15:00. */
  beside: SessionId;
}

/** May 2031 in an office of the example: two editions with one assistant, who meet at once on the 5th, and nine sessions on the 8th. */
export async function planBusyMonth(client: ServiceClient): Promise<BusyMonth> {
  const courses = await client.courses.list();
  const [known] = await client.editions.list({ courseId: null });
  if (known === undefined) throw new Error('the example has editions');
  const { attendancePolicy } = await client.editions.get({ editionId: known.id });
  const [helper] = await client.people.search({ text: 'mamani', limit: 1 });
  if (helper === undefined) throw new Error('the example has people');
  const open = async (index: number, place: string) => {
    const courseId = courses[index]?.id;
    if (courseId === undefined) throw new Error('the example has courses');
    const { id } = await client.editions.create({
      courseId,
      code: `MAYO-${index}`,
      place,
      room: null,
      startsOn: day('2031-05-01'),
      endsOn: day('2031-05-31'),
      capacity: 20,
      attendancePolicy,
      notes: null,
      trainers: [{ personId: helper.id, role: 'assistant' }],
    });
    return async (date: string, startsAt: string) => {
      const draft = { date: day(date), startsAt, minutes: 120, topic: null, moduleId: null, room: null };
      return (await client.sessions.create({ editionId: id, draft })).id;
    };
  };
  const first = await open(0, 'Salón A');
  const second = await open(1, 'Sede B');
  const monday = await first('2031-05-05', '14:00');
  const tuesday = await first('2031-05-06', '14:00');
  const beside = await second('2031-05-05', '15:00');
  for (let hour = 8; hour < 17; hour += 1) await second('2031-05-08', `${String(hour).padStart(2, '0')}:00`);
  return { monday, tuesday, beside };
}
