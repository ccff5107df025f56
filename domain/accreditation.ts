import { z } from 'zod';
import type { AccreditationRequirements } from './accreditation-rule.ts';
import { addDays, addMonths, type CalendarDate, calendarDateSchema } from './calendar-date.ts';

export const accreditationStatusSchema = z.enum([
  'candidate',
  'accredited',
  'dueSoon',
  'lapsed',
  'suspended',
]);
export type AccreditationStatus = z.infer<typeof accreditationStatusSchema>;

/** Why a status is what it is. */
export const accreditationReasonSchema = z.enum([
  /** A candidate: something is missing; nothing is, but the word of who accredits; the time for it is over. */
  'requirementsMissing',
  'readyToAccredit',
  'deadlinePassed',
  /** Accredited: by a person's word, or since then renewed by a course or by what was taught. */
  'accredited',
  'renewed',
  /** Over, or soon: the validity; or too little was taught within twelve months. */
  'validityEnds',
  'activityEnds',
  'suspended',
]);

/** One thing that is missing; figures where it is a matter of how many, or of a score. */
export const missingRequirementSchema = z.object({
  what: z.enum([
    'training',
    'assisted',
    'led',
    'observation',
    'agreement',
    'accrediting',
    'teaching',
    'renewal',
  ]),
  have: z.number().nullable(),
  need: z.number().nullable(),
});
export type MissingRequirement = z.infer<typeof missingRequirementSchema>;

export const accreditationStateSchema = z.object({
  status: accreditationStatusSchema,
  reason: accreditationReasonSchema,
  /** Since when, of one who is or was accredited; when it began, of a suspension. */
  since: calendarDateSchema.nullable(),
  /** The last day on which it holds (or held), or by which a candidate has to be ready; null: no end. */
  until: calendarDateSchema.nullable(),
  missing: z.array(missingRequirementSchema),
});
export type AccreditationState = z.infer<typeof accreditationStateSchema>;

/** What was said of a trainer's accreditation for a course and level. */
export const accreditationWordSchema = z.enum([
  'agreementSigned',
  'accredited',
  'renewed',
  'suspended',
  'lifted',
]);
export type AccreditationWord = z.infer<typeof accreditationWordSchema>;

/** What someone did that counts for the accreditation for one course and level. Editions count once they closed. */
export interface TrainerRecord {
  /** Last days of the editions of the training, and of the refresher, that were passed. */
  trainedOn: readonly CalendarDate[];
  refreshedOn: readonly CalendarDate[];
  /** Last days of the editions of the course taught as lead, and beside a lead. */
  led: readonly CalendarDate[];
  assisted: readonly CalendarDate[];
  observations: readonly { on: CalendarDate; score: number }[];
  words: readonly { word: AccreditationWord; on: CalendarDate }[];
}

/** So many days before its end an accreditation is due soon. */
export const dueSoonDays = 90;
const yearMonths = 12;

/**
 * The status of an accreditation on a day, with its reason and what is missing. Somebody's word makes it (and may make
 * it where something is missing); its end, its renewals and its lapse follow from the rule and the record alone.
 * Nothing after `today` counts. Shape and terms: mission.md, "The cascade".
 */
export function computeAccreditation(
  rule: AccreditationRequirements,
  record: TrainerRecord,
  today: CalendarDate,
): AccreditationState {
  const known = recordUntil(record, today);
  const last = known.words.findLast(({ word }) => word !== 'agreementSigned');
  const given = known.words.findLast(({ word }) => word === 'accredited' || word === 'renewed');
  if (last?.word === 'suspended') {
    return { status: 'suspended', reason: 'suspended', since: last.on, until: null, missing: [] };
  }
  return given === undefined
    ? judgeCandidate(rule, known, today)
    : judgeAccredited(rule, known, { given: given.on, isRenewed: given.word === 'renewed', today });
}

/** The last day on which a word said on a day would hold, if nothing else were done from then on; null: no end. */
export function findEndOfWord(rule: AccreditationRequirements, on: CalendarDate): CalendarDate | null {
  const nothing = { trainedOn: [], refreshedOn: [], led: [], assisted: [], observations: [] };
  return computeAccreditation(rule, { ...nothing, words: [{ word: 'renewed', on }] }, on).until;
}

/** Whether somebody may lead an edition of the course. */
export function mayLead(status: AccreditationStatus): boolean {
  return status === 'accredited' || status === 'dueSoon';
}

const statusesByRights: readonly AccreditationStatus[] = [
  'accredited',
  'dueSoon',
  'suspended',
  'lapsed',
  'candidate',
];

/** Of several accreditations of one person the one that lets them do most, of equal ones the one that holds longest. */
export function findBestState(states: readonly AccreditationState[]): AccreditationState | null {
  const rightsOf = ({ status }: AccreditationState) => statusesByRights.indexOf(status);
  const endOf = ({ until }: AccreditationState) => until ?? '9999';
  const isBetter = (a: AccreditationState, b: AccreditationState) =>
    rightsOf(a) < rightsOf(b) || (rightsOf(a) === rightsOf(b) && endOf(a) > endOf(b));
  return states.reduce<AccreditationState | null>(
    (best, state) => (best === null || isBetter(state, best) ? state : best),
    null,
  );
}

function recordUntil(record: TrainerRecord, today: CalendarDate): TrainerRecord {
  const past = (dates: readonly CalendarDate[]) => dates.filter((date) => date <= today).toSorted();
  return {
    trainedOn: past(record.trainedOn),
    refreshedOn: past(record.refreshedOn),
    led: past(record.led),
    assisted: past(record.assisted),
    observations: record.observations.filter(({ on }) => on <= today),
    // Of one day, in the order in which they were said.
    words: record.words
      .filter(({ on }) => on <= today)
      .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
  };
}

function judgeCandidate(
  rule: AccreditationRequirements,
  record: TrainerRecord,
  today: CalendarDate,
): AccreditationState {
  const trainedLast = record.trainedOn.at(-1);
  const until =
    rule.withinMonths === null || trainedLast === undefined
      ? null
      : addMonths(trainedLast, rule.withinMonths);
  const missing = listMissing(rule, record, until);
  const isLate = until !== null && today > until && missing.length > 0;
  const reason = isLate ? 'deadlinePassed' : missing.length > 0 ? 'requirementsMissing' : 'readyToAccredit';
  return {
    status: 'candidate',
    reason,
    since: null,
    until,
    missing: missing.length > 0 ? missing : [lacks('accrediting')],
  };
}

/** What is done counts from the first training on, and up to the end of the time for it. */
function listMissing(
  rule: AccreditationRequirements,
  { trainedOn, led, assisted, observations, words }: TrainerRecord,
  until: CalendarDate | null,
): MissingRequirement[] {
  const [trainedFirst = null] = trainedOn;
  const needsTraining = rule.trainingCourseId !== null;
  const isInTime = (on: CalendarDate) => until === null || on <= until;
  const counts = (on: CalendarDate) =>
    isInTime(on) && (!needsTraining || (trainedFirst !== null && on >= trainedFirst));
  const scores = observations.filter(({ on }) => counts(on)).map(({ score }) => score);
  const bestScore = scores.length === 0 ? null : Math.max(...scores);
  const isSigned = words.some(({ word }) => word === 'agreementSigned');
  return [
    ...(needsTraining && trainedFirst === null ? [lacks('training')] : []),
    ...findTooFew('assisted', assisted.filter(counts).length, rule.editionsAssisted),
    ...findTooFew('led', led.filter(counts).length, rule.editionsLed),
    ...(rule.observationScore !== null && (bestScore ?? -1) < rule.observationScore
      ? [lacks('observation', bestScore, rule.observationScore)]
      : []),
    ...(rule.needsAgreement && !isSigned ? [lacks('agreement')] : []),
  ];
}

function lacks(
  what: MissingRequirement['what'],
  have: number | null = null,
  need: number | null = null,
): MissingRequirement {
  return { what, have, need };
}

function findTooFew(what: MissingRequirement['what'], have: number, need: number): MissingRequirement[] {
  return have < need ? [lacks(what, have, need)] : [];
}

function judgeAccredited(
  rule: AccreditationRequirements,
  record: TrainerRecord,
  { given, isRenewed, today }: { given: CalendarDate; isRenewed: boolean; today: CalendarDate },
): AccreditationState {
  const renewedOn = findLastRenewal(rule, record, { given, today });
  const validUntil = rule.validityMonths === null ? null : addMonths(renewedOn, rule.validityMonths);
  const activeUntil = findEndOfActivity(rule, record, given);
  const isActivity = activeUntil !== null && (validUntil === null || activeUntil < validUntil);
  const until = isActivity ? activeUntil : validUntil;
  const held = { since: given, until };
  const ledSince = record.led.filter(
    (on) => on > renewedOn && (validUntil === null || on <= validUntil),
  ).length;
  const missing = [
    isActivity
      ? lacks('teaching', null, rule.editionsAYear)
      : lacks('renewal', rule.renewedByEditions === null ? null : ledSince, rule.renewedByEditions),
  ];
  const reason = isActivity ? 'activityEnds' : 'validityEnds';
  if (until !== null && today > until) return { status: 'lapsed', reason, ...held, missing };
  if (until !== null && until <= addDays(today, dueSoonDays))
    return { status: 'dueSoon', reason, ...held, missing };
  const isNew = !isRenewed && renewedOn === given;
  return { status: 'accredited', reason: isNew ? 'accredited' : 'renewed', ...held, missing: [] };
}

/**
 * From when the validity counts: the word, a refresher passed since, or the end of a period in which enough was led;
 * such a period counts as renewed as soon as that is so. Whichever is best.
 */
function findLastRenewal(
  rule: AccreditationRequirements,
  { refreshedOn, led }: TrainerRecord,
  { given, today }: { given: CalendarDate; today: CalendarDate },
): CalendarDate {
  const refreshed = rule.refresherCourseId === null ? [] : refreshedOn.filter((on) => on > given);
  const renewed = [given, ...refreshed].map((start) => followActivity(rule, led, { start, today }));
  return renewed.toSorted().at(-1) ?? given;
}

function followActivity(
  { validityMonths, renewedByEditions }: AccreditationRequirements,
  led: readonly CalendarDate[],
  { start, today }: { start: CalendarDate; today: CalendarDate },
): CalendarDate {
  if (validityMonths === null || renewedByEditions === null) return start;
  let from = start;
  while (from <= today) {
    const begin = from;
    const end = addMonths(begin, validityMonths);
    if (led.filter((on) => on > begin && on <= end).length < renewedByEditions) break;
    from = end;
  }
  return from;
}

/** Enough was taught within the twelve months before; the word itself counts as a beginning. */
function findEndOfActivity(
  { editionsAYear }: AccreditationRequirements,
  { led, assisted }: TrainerRecord,
  given: CalendarDate,
): CalendarDate | null {
  if (editionsAYear === 0) return null;
  const taught = [...led, ...assisted].toSorted();
  const enough = taught.at(-editionsAYear);
  return addMonths(enough !== undefined && enough > given ? enough : given, yearMonths);
}
