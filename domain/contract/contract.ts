import { backupsContract, recoveryContract } from './backups.ts';
import { calendarContract } from './calendar.ts';
import { certificatesContract } from './certificates.ts';
import { changesContract, todayContract } from './changes.ts';
import { conflictsContract } from './conflicts.ts';
import { coursesContract } from './courses.ts';
import { documentsContract } from './documents.ts';
import { exchangeContract } from './exchange.ts';
import {
  attendanceContract,
  editionsContract,
  enrolmentsContract,
  gradesContract,
  sessionsContract,
} from './editions.ts';
import { historyContract } from './history.ts';
import { importsContract } from './imports.ts';
import { observationsContract } from './observations.ts';
import { officeDaysContract } from './office-days.ts';
import { tradesContract } from './trades.ts';
import { officeContract, programmesContract, usersContract } from './office.ts';
import { organisationsContract, peopleContract } from './people.ts';
import { safekeepingContract } from './safekeeping.ts';
import { setupContract } from './setup.ts';
import { trainersContract } from './trainers.ts';

/** Everything the service can be asked. A new procedure is one entry here and one line in the router. */
export const contract = {
  setup: setupContract,
  office: officeContract,
  programmes: programmesContract,
  trades: tradesContract,
  officeDays: officeDaysContract,
  users: usersContract,
  people: peopleContract,
  organisations: organisationsContract,
  courses: coursesContract,
  trainers: trainersContract,
  observations: observationsContract,
  editions: editionsContract,
  sessions: sessionsContract,
  calendar: calendarContract,
  enrolments: enrolmentsContract,
  attendance: attendanceContract,
  grades: gradesContract,
  certificates: certificatesContract,
  documents: documentsContract,
  imports: importsContract,
  history: historyContract,
  backups: backupsContract,
  recovery: recoveryContract,
  conflicts: conflictsContract,
  today: todayContract,
  safekeeping: safekeepingContract,
  exchange: exchangeContract,
  changes: changesContract,
};
export type Contract = typeof contract;
