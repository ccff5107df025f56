import { attendanceRouter } from './attendance.ts';

import { backupsRouter, recoveryRouter } from './backups.ts';
import { calendarRouter } from './calendar.ts';
import { certificatesRouter } from './certificates.ts';
import { changesRouter } from './changes.ts';
import { conflictsRouter } from './conflicts.ts';
import { coursesRouter } from './courses.ts';
import { documentsRouter } from './documents.ts';
import { editionsRouter } from './editions.ts';
import { enrolmentsRouter } from './enrolments.ts';
import { exchangeRouter } from './exchange.ts';
import { gradesRouter } from './grades.ts';
import { historyRouter } from './history.ts';
import { importsRouter } from './imports.ts';
import { observationsRouter } from './observations.ts';
import { officeDaysRouter } from './office-days.ts';
import { officeRouter } from './office.ts';
import { organisationsRouter } from './organisations.ts';
import { peopleRouter } from './people.ts';
import { programmesRouter } from './programmes.ts';
import { tradesRouter } from './trades.ts';
import { safekeepingRouter } from './safekeeping.ts';
import { sessionsRouter } from './sessions.ts';
import { setupRouter } from './setup.ts';
import { todayRouter } from './today.ts';
import { trainersRouter } from './trainers.ts';
import { usersRouter } from './users.ts';

/** Every procedure of the contract beside what it does. */
export const router = {
  setup: setupRouter,
  office: officeRouter,
  programmes: programmesRouter,
  trades: tradesRouter,
  officeDays: officeDaysRouter,
  users: usersRouter,
  people: peopleRouter,
  organisations: organisationsRouter,
  courses: coursesRouter,
  trainers: trainersRouter,
  observations: observationsRouter,
  editions: editionsRouter,
  sessions: sessionsRouter,
  calendar: calendarRouter,
  enrolments: enrolmentsRouter,
  attendance: attendanceRouter,
  grades: gradesRouter,
  certificates: certificatesRouter,
  documents: documentsRouter,
  imports: importsRouter,
  history: historyRouter,
  backups: backupsRouter,
  recovery: recoveryRouter,
  conflicts: conflictsRouter,
  today: todayRouter,
  safekeeping: safekeepingRouter,
  exchange: exchangeRouter,
  changes: changesRouter,
};
export type Router = typeof router;
