import { z } from 'zod';
import { addDays, addMonths, type CalendarDate } from './calendar-date.ts';
import { editionStatusSchema, takesChanges, trainerRoleSchema } from './edition.ts';
import { courseIdSchema, personIdSchema, programmeIdSchema } from './ids.ts';
import { nameRoom } from './room.ts';
import { sessionSchema } from './session.ts';
import { mondayOf } from './weekday.ts';

const taughtBySchema = z.object({ personId: personIdSchema, name: z.string(), role: trainerRoleSchema });

/** A session as the office's calendar shows it: with what its edition says. */
export const calendarSessionSchema = sessionSchema.extend({
  editionCode: z.string(),
  editionStatus: editionStatusSchema,
  courseId: courseIdSchema,
  courseTitle: z.string(),
  programmeId: programmeIdSchema.nullable(),
  place: z.string(),
  editionRoom: z.string().nullable(),
  /** Who leads first. */
  trainers: z.array(taughtBySchema),
});
export type CalendarSession = z.infer<typeof calendarSessionSchema>;

/** The sessions of some days, and by what they can be narrowed down: whatever the office's editions name. */
export const calendarSchema = z.object({
  /** In the order of date, hour and edition. */
  sessions: z.array(calendarSessionSchema),
  trainers: z.array(taughtBySchema.omit({ role: true })),
  /** Each place, and each room of it. */
  places: z.array(z.string()),
});
export type Calendar = z.infer<typeof calendarSchema>;

/** What narrows a calendar down; undefined: no matter which. */
export const calendarFilterSchema = z.object({
  programmeId: programmeIdSchema.optional(),
  courseId: courseIdSchema.optional(),
  trainerId: personIdSchema.optional(),
  place: z.string().max(160).optional(),
});
export type CalendarFilter = z.infer<typeof calendarFilterSchema>;

/** Whether a session is among those that a filter leaves. */
export function passesFilter(session: CalendarSession, filter: CalendarFilter): boolean {
  const { programmeId, courseId, trainerId, place } = filter;
  return (
    (programmeId === undefined || session.programmeId === programmeId) &&
    (courseId === undefined || session.courseId === courseId) &&
    (trainerId === undefined || session.trainers.some(({ personId }) => personId === trainerId)) &&
    (place === undefined || session.place === place || nameWhere(session) === place)
  );
}

/** Where a session meets, with the room if one is named: its own, or else that of its edition. */
export function nameWhere({
  place,
  room,
  editionRoom,
}: Pick<CalendarSession, 'place' | 'room' | 'editionRoom'>): string {
  return nameRoom(place, room ?? editionRoom);
}

export type MoveObstacle = 'closed' | 'cancelled' | 'held';

/**
 * Why a session stays where it is: its edition takes no changes, it did not happen, or people have marks in it, which
 * say that they came on that day. A wrong date of such a session is corrected in its edition.
 */
export function findMoveObstacle(
  session: Pick<CalendarSession, 'editionStatus' | 'state'>,
): MoveObstacle | null {
  if (!takesChanges(session.editionStatus)) return 'closed';
  return session.state === 'planned' ? null : session.state;
}

export const calendarSpanSchema = z.enum(['month', 'week']);
export type CalendarSpan = z.infer<typeof calendarSpanSchema>;

/** The whole weeks, Monday to Sunday, of the month or the week that a day is in. */
export function listWeeks(span: CalendarSpan, day: CalendarDate): CalendarDate[][] {
  const from = mondayOf(span === 'week' ? day : monthStart(day));
  const to = span === 'week' ? from : addDays(monthStart(addMonths(monthStart(day), 1)), -1);
  const weeks: CalendarDate[][] = [];
  for (let monday = from; monday <= to; monday = addDays(monday, 7)) {
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((offset) => addDays(monday, offset)));
  }
  return weeks;
}

/** The same day so many months or weeks later (earlier where negative). */
export function addSpans(span: CalendarSpan, day: CalendarDate, count: number): CalendarDate {
  return span === 'week' ? addDays(day, 7 * count) : addMonths(day, count);
}

/** Whether two days are in the same month or week. */
export function isSameSpan(span: CalendarSpan, a: CalendarDate, b: CalendarDate): boolean {
  return span === 'week' ? mondayOf(a) === mondayOf(b) : a.slice(0, 7) === b.slice(0, 7);
}

function monthStart(day: CalendarDate): CalendarDate {
  return `${day.slice(0, 7)}-01` as CalendarDate;
}
