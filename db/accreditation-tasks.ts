import type { AccreditationRule } from '../domain/accreditation-rule.ts';
import { computeAccreditation } from '../domain/accreditation.ts';
import { addDays, type CalendarDate } from '../domain/calendar-date.ts';
import type { PersonId } from '../domain/ids.ts';
import type { AccreditationTask } from '../domain/today.ts';
import { listAccreditationRules } from './accreditation-rules.ts';
import { describeAccreditations } from './accreditations.ts';
import { all, type ReadableDb } from './database.ts';
import { listTrainerRecords } from './trainer-records.ts';

/** So long after its end a lapsed accreditation is still asked for; then whoever let it lapse has been seen to. */
const daysToRenew = 180;

/**
 * Accreditations that end within 90 days, or ended within 180, the latter first, then by their end. Only who was ever
 * accredited can be among them, and of these their training counts no more: results, which take long to compute, are
 * looked at of refreshers they took part in only.
 */
export function listAccreditationTasks(db: ReadableDb, today: CalendarDate): AccreditationTask[] {
  const due = listAccreditationRules(db, { courseId: null }).flatMap((rule) => {
    const holders = listHolders(db, rule);
    if (holders.length === 0) return [];
    const records = listTrainerRecords(db, { ...rule, trainingCourseId: null }, holders);
    return [...records].map(([personId, record]) => ({
      personId,
      courseId: rule.courseId,
      level: rule.level,
      state: computeAccreditation(rule, record, today),
    }));
  });
  const asked = due.filter(
    ({ state: { status, until } }) =>
      status === 'dueSoon' ||
      (status === 'lapsed' && until !== null && until >= addDays(today, -daysToRenew)),
  );
  return describeAccreditations(db, asked, today)
    .map((line): AccreditationTask => {
      const { personId, name, courseId, courseTitle, state } = line;
      const kind = state.status === 'lapsed' ? 'accreditationLapsed' : 'accreditationDueSoon';
      return {
        kind,
        personId,
        name,
        courseId,
        courseTitle,
        level: line.level,
        state,
        date: state.until,
        count: null,
      };
    })
    .toSorted((a, b) => b.kind.localeCompare(a.kind) || (a.date ?? '').localeCompare(b.date ?? ''));
}

/** Who was accredited for a course at a level at any time. */
function listHolders(db: ReadableDb, { courseId, level }: AccreditationRule): PersonId[] {
  return all<{ personId: PersonId }>(
    db,
    `SELECT DISTINCT person_id AS personId FROM accreditation_word
     WHERE course_id = ? AND level = ? AND word IN ('accredited', 'renewed') AND deleted_at IS NULL`,
    courseId,
    level,
  ).map(({ personId }) => personId);
}
