import { z } from 'zod';
import { accreditationLevelSchema } from './accreditation-rule.ts';
import { accreditationStateSchema } from './accreditation.ts';
import { calendarDateSchema } from './calendar-date.ts';
import { courseIdSchema, editionIdSchema, personIdSchema, sessionIdSchema } from './ids.ts';

export const todaySessionSchema = z.object({
  sessionId: sessionIdSchema,
  editionId: editionIdSchema,
  editionCode: z.string(),
  courseTitle: z.string(),
  place: z.string(),
  date: calendarDateSchema,
  startsAt: z.string(),
  minutes: z.number().int(),
  state: z.enum(['planned', 'held', 'cancelled']),
  markedCount: z.number().int(),
  enrolledCount: z.number().int(),
});
export type TodaySession = z.infer<typeof todaySessionSchema>;

/** Something that waits to be done in an edition. */
const editionTaskSchema = z.object({
  kind: z.enum([
    'unrecordedSession',
    'editionWithoutSessions',
    'editionToStart',
    'editionToClose',
    'certificatesToIssue',
    'freeSeats',
    'requestsToAnswer',
    'leadNotAccredited',
  ]),
  editionId: editionIdSchema,
  editionCode: z.string(),
  courseTitle: z.string(),
  sessionId: sessionIdSchema.nullable(),
  date: calendarDateSchema.nullable(),
  count: z.number().int().nullable(),
});
export type EditionTask = z.infer<typeof editionTaskSchema>;

/** An accreditation that is soon over, or was over a while ago; `date` is its last day. */
const accreditationTaskSchema = z.object({
  kind: z.enum(['accreditationLapsed', 'accreditationDueSoon']),
  personId: personIdSchema,
  name: z.string(),
  courseId: courseIdSchema,
  courseTitle: z.string(),
  level: accreditationLevelSchema,
  state: accreditationStateSchema,
  date: calendarDateSchema.nullable(),
  /** How many more of the course are alike, where a list takes them together. */
  count: z.number().int().nullable(),
});
export type AccreditationTask = z.infer<typeof accreditationTaskSchema>;

/** Something that waits to be done for the office's data. */
const officeTaskSchema = z.object({
  kind: z.enum([
    /** The data were put back to an older state; `count` PCs have not yet brought what they have. */
    'packetsToBring',
    /** No good backup for a week, at all or in the second place; `date` is that of the last one. */
    'backupOverdue',
    'secondPlaceOverdue',
  ]),
  date: calendarDateSchema.nullable(),
  count: z.number().int().nullable(),
});
export type OfficeTask = z.infer<typeof officeTaskSchema>;

/** Something that waits to be done, computed from the data: one sentence and one button each. */
export const taskSchema = z.discriminatedUnion('kind', [
  editionTaskSchema,
  accreditationTaskSchema,
  officeTaskSchema,
]);
export type Task = z.infer<typeof taskSchema>;

export const todaySchema = z.object({
  today: calendarDateSchema,
  sessions: z.array(todaySessionSchema),
  tasks: z.array(taskSchema),
  /** Sessions of the week from Monday to Sunday. */
  week: z.array(todaySessionSchema),
  courseCount: z.number().int(),
  editionCount: z.number().int(),
  personCount: z.number().int(),
  /** Of the editions, how many are one's own: all of them but for a trainer. */
  ownEditionCount: z.number().int(),
});
export type Today = z.infer<typeof todaySchema>;
