import { addDays, type CalendarDate, calendarDateSchema } from '../../domain/calendar-date.ts';
import { listWeeks } from '../../domain/calendar.ts';
import { sessionDraftSchema } from '../../domain/session.ts';
import { inTransaction } from '../../db/database.ts';
import { planSessions } from '../../db/sessions.ts';
import { startDemo } from '../../service/demo/start-demo.ts';
import { createService } from '../../service/service.ts';
import { accepted, createTestCourse, createTestEdition } from '../support/edition.ts';
import { resourcesFolder } from './host.ts';

/** Two months after each other, in which the office meets so many times each. */
export const busyMonths = [calendarDateSchema.parse('2031-05-01'), calendarDateSchema.parse('2031-06-01')];
export const sessionsOfMonth = 300;

const editions = 15;
const draft = { minutes: 120, room: null, topic: null, moduleId: null };
const hours = ['08:00', '08:30', '10:00', '14:00', '14:30', '15:00', '16:00', '18:00', '18:30'];

/** Makes an office with fifteen editions of eight courses, each of which meets on twenty days of either month. */
export async function createCalendarOffice(dataFolder: string): Promise<void> {
  const service = createService({ dataFolder, resourcesFolder });
  try {
    const user = accepted(await startDemo(service, { userId: null }, 1));
    const writer = service.createWriter(user.id);
    inTransaction(service.db, () => {
      const courses = Array.from({ length: 8 }, (_, index) =>
        createTestCourse(writer, { code: `CAL-${index}`, title: `Curso de capacitación número ${index}` }),
      );
      for (let index = 0; index < editions; index += 1) {
        const course = courses[index % courses.length];
        const startsAt = hours[index % hours.length];
        if (course === undefined || startsAt === undefined) throw new Error('there are courses and hours');
        const { id: editionId } = createTestEdition(writer, {
          courseId: course.id,
          code: `CAL-2031-${index}`,
          place: `Sede de la comunidad ${index % 5}`,
        });
        const drafts = busyMonths
          .flatMap(listMeetingDays)
          .map((date) => sessionDraftSchema.parse({ ...draft, date, startsAt }));
        accepted(planSessions(writer, { editionId, drafts }));
      }
    });
  } finally {
    service.close();
  }
}

/** The first twenty days from Monday to Friday. */
function listMeetingDays(month: CalendarDate): CalendarDate[] {
  const last = addDays(addDays(month, 31), -Number(addDays(month, 31).slice(8)));
  return listWeeks('month', month)
    .flatMap((week) => week.slice(0, 5))
    .filter((date) => month <= date && date <= last)
    .slice(0, sessionsOfMonth / editions);
}
