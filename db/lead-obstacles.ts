import { type AccreditationStatus, mayLead } from '../domain/accreditation.ts';
import { type CalendarDate, dayInBolivia } from '../domain/calendar-date.ts';
import type { EditionDraft, TrainerAssignment } from '../domain/edition.ts';
import type { CourseId, PersonId } from '../domain/ids.ts';
import { findLeadingDay, type LeadObstacle } from '../domain/leading.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import type { Role } from '../domain/role.ts';
import { listAccreditationRules } from './accreditation-rules.ts';
import { listAccreditations, readNames } from './accreditations.ts';
import type { ReadableDb, Writer } from './database.ts';

/** What is told first of somebody who may not lead at any level. */
const byWeight: readonly AccreditationStatus[] = ['suspended', 'lapsed', 'candidate'];

/**
 * Who of some people may not lead an edition of a course with these dates without a coordinator's word, and how their
 * accreditation stands on the day on which they would begin to. Nobody where the course asks nothing of its trainers.
 */
export function listLeadObstacles(
  db: ReadableDb,
  {
    courseId,
    personIds,
    ...dates
  }: { courseId: CourseId; personIds: readonly PersonId[]; startsOn: CalendarDate; endsOn: CalendarDate },
  today: CalendarDate,
): LeadObstacle[] {
  if (personIds.length === 0 || listAccreditationRules(db, { courseId }).length === 0) return [];
  const known = listAccreditations(db, { courseId, personIds }, findLeadingDay(dates, today));
  const names = readNames(db, new Set(personIds));
  return personIds.flatMap((personId) => {
    const states = known.filter((each) => each.personId === personId).map(({ state }) => state);
    if (states.some(({ status }) => mayLead(status))) return [];
    const [state = null] = states.toSorted((a, b) => byWeight.indexOf(a.status) - byWeight.indexOf(b.status));
    return [{ personId, name: names.get(personId) ?? '', state }];
  });
}

/** Leads of an edition as it was, if it was; of another course nobody had been named yet. */
export interface LeadsBefore {
  readonly courseId: CourseId;
  readonly trainers: readonly TrainerAssignment[];
}

/**
 * The coordinator's words for the leads of a draft, by person: one that was recorded stays as it was said, a new one
 * counts where it is needed and from a coordinator only. Refuses LEAD_NOT_ACCREDITED where it is needed and lacking of
 * somebody who is newly lead; who leads already goes on.
 */
export function settleLeadWords(
  { db, now }: Writer,
  draft: EditionDraft,
  { before, role }: { before: LeadsBefore | null; role: Role },
): ReadonlyMap<PersonId, string> | Refusal<'LEAD_NOT_ACCREDITED', LeadObstacle> {
  const former = before?.courseId === draft.courseId ? before.trainers : [];
  const wordByLead = new Map(
    former.filter((one) => one.role === 'lead').map((one) => [one.personId, one.exceptionReason]),
  );
  const leads = draft.trainers.filter((one) => one.role === 'lead');
  const saysWord = (one: (typeof leads)[number]) =>
    role === 'coordinator' && (one.exceptionReason ?? null) !== null;
  const asked = leads.filter((one) =>
    wordByLead.has(one.personId) ? wordByLead.get(one.personId) === null && saysWord(one) : true,
  );
  const obstacles = listLeadObstacles(
    db,
    { ...draft, personIds: asked.map(({ personId }) => personId) },
    dayInBolivia(now()),
  );
  const words = new Map<PersonId, string>();
  for (const one of leads) {
    const stored = wordByLead.get(one.personId) ?? null;
    const obstacle = obstacles.find(({ personId }) => personId === one.personId);
    if (stored !== null) words.set(one.personId, stored);
    else if (obstacle === undefined) continue;
    else if (saysWord(one)) words.set(one.personId, one.exceptionReason ?? '');
    else return refuse('LEAD_NOT_ACCREDITED', obstacle);
  }
  return words;
}
