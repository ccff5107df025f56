import type { contract } from '../../domain/contract/contract.ts';

/** Parts of the contract whose answers never change behind the screen's back. */
type Uncached = 'changes';

/**
 * The tables whose change makes each part of the contract answer differently. A line that names too much costs
 * a refetch of what is on screen; one that names too little shows stale figures, so when in doubt name it.
 */
const people = ['person', 'enterprise', 'organisation'] as const;
const plan = [
  'course',
  'course_module',
  'course_prerequisite',
  'programme',
  'theme',
  'edition',
  'session',
  'trainer_assignment',
  'enrolment',
] as const;
const observations = ['observation', 'observation_mark'] as const;
const trainers = ['accreditation_rule', 'accreditation_word', ...observations] as const;
const marks = ['attendance_mark', 'assessment', 'grade'] as const;
const certificates = ['certificate', 'certificate_signatory'] as const;
const everything = [...people, ...plan, ...trainers, ...marks, ...certificates, 'office', 'import'] as const;

export const tablesByRouter = {
  setup: ['office', 'user_account'],
  office: ['office', 'signatory', 'logo', 'device'],
  programmes: ['programme', 'theme'],
  trades: ['trade'],
  officeDays: ['office_day'],
  users: ['user_account', 'person', 'office'],
  people: [
    ...people,
    ...plan,
    ...trainers,
    'attendance_mark',
    'certificate',
    'resolution',
    'grade',
    'assessment',
    'import',
    'device',
    'user_account',
  ],
  organisations: people,
  courses: plan,
  trainers: everything,
  observations: [
    ...observations,
    'observation_criterion',
    'person',
    'course',
    'edition',
    'trainer_assignment',
  ],
  editions: everything,
  sessions: [...plan, ...marks],
  // Its paper has the office's name and days, too.
  calendar: [...plan, 'person', 'attendance_mark', 'office', 'logo', 'office_day'],
  enrolments: everything,
  attendance: [...people, ...plan, ...marks],
  grades: [...people, ...plan, ...marks],
  certificates: [...everything, 'signatory', 'logo'],
  documents: [],
  imports: ['person', 'enrolment', 'import', 'edition'],
  history: [...everything, 'signatory', 'user_account', 'device', 'office_day', 'observation_criterion'],
  exchange: [
    'device',
    'exchange_event',
    'packet_aside',
    'local_setting',
    'backup_run',
    'resolution',
    ...everything,
  ],
  backups: ['backup_run', 'local_setting'],
  recovery: ['office'],
  today: [...everything, 'backup_run', 'local_setting', 'device', 'exchange_event'],
  // On every page, and to count what is to resolve goes through all people: not for everything that is typed. What
  // comes to be resolved comes with packets and lists mostly; the rest shows at the next turn.
  safekeeping: ['backup_run', 'packet_aside', 'exchange_event', 'resolution', 'import'],
  conflicts: [...everything, 'device', 'user_account', 'resolution'],
} satisfies Record<Exclude<keyof typeof contract, Uncached>, readonly string[]>;

/** Which parts of the contract read any of the tables that changed. */
export function findRoutersReading(tables: readonly string[]): string[] {
  const routers: [string, readonly string[]][] = Object.entries(tablesByRouter);
  return routers
    .filter(([, reads]) => tables.some((table) => reads.includes(table)))
    .map(([router]) => router);
}
