import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accreditationPresets, type AccreditationRequirements } from '../../domain/accreditation-rule.ts';
import {
  type AccreditationState,
  type AccreditationWord,
  accreditationStatusSchema,
  computeAccreditation,
  dueSoonDays,
  findBestState,
  findEndOfWord,
  type TrainerRecord,
} from '../../domain/accreditation.ts';
import { addDays, addMonths, type CalendarDate, calendarDateSchema } from '../../domain/calendar-date.ts';
import { courseIdSchema } from '../../domain/ids.ts';

const day = (text: string) => calendarDateSchema.parse(text);
const training = courseIdSchema.parse('T'.repeat(22));
const refresher = courseIdSchema.parse('R'.repeat(22));
const nothing: TrainerRecord = {
  trainedOn: [],
  refreshedOn: [],
  led: [],
  assisted: [],
  observations: [],
  words: [],
};
const today = day('2026-11-25');
const word = (said: AccreditationWord, on: string) => ({ word: said, on: day(on) });
const siyb = { ...accreditationPresets.siyb, trainingCourseId: training, refresherCourseId: refresher };
const smrc = { ...accreditationPresets.smrc, trainingCourseId: training };

describe('the status of an accreditation', () => {
  const cases: [string, AccreditationRequirements, Partial<TrainerRecord>, Partial<AccreditationState>][] = [
    [
      'nobody trained is a candidate who lacks everything',
      siyb,
      {},
      {
        status: 'candidate',
        reason: 'requirementsMissing',
        until: null,
        missing: [
          { what: 'training', have: null, need: null },
          { what: 'led', have: 0, need: 1 },
          { what: 'observation', have: null, need: 70 },
        ],
      },
    ],
    [
      'what was done before the training does not count',
      siyb,
      {
        trainedOn: [day('2026-05-10')],
        led: [day('2026-01-01')],
        observations: [{ on: day('2026-01-01'), score: 90 }],
      },
      {
        reason: 'requirementsMissing',
        until: day('2027-05-10'),
        missing: [
          { what: 'led', have: 0, need: 1 },
          { what: 'observation', have: null, need: 70 },
        ],
      },
    ],
    [
      'an observation below the score is not enough, and the best one counts',
      siyb,
      {
        trainedOn: [day('2026-05-10')],
        led: [day('2026-08-01')],
        observations: [
          { on: day('2026-07-30'), score: 64 },
          { on: day('2026-07-20'), score: 50 },
        ],
      },
      { missing: [{ what: 'observation', have: 64, need: 70 }] },
    ],
    [
      'whoever has everything waits for the word of who accredits',
      smrc,
      {
        trainedOn: [day('2026-05-10')],
        assisted: [day('2026-08-01')],
        words: [word('agreementSigned', '2026-05-10')],
      },
      {
        status: 'candidate',
        reason: 'readyToAccredit',
        missing: [{ what: 'accrediting', have: null, need: null }],
      },
    ],
    [
      'after the time for it a candidate has to be trained again',
      siyb,
      { trainedOn: [day('2024-05-10')], led: [day('2026-08-01')] },
      { status: 'candidate', reason: 'deadlinePassed', until: day('2025-05-10') },
    ],
    [
      'a word accredits, whatever is missing',
      siyb,
      { words: [word('accredited', '2026-01-15')] },
      {
        status: 'accredited',
        reason: 'accredited',
        since: day('2026-01-15'),
        until: day('2029-01-15'),
        missing: [],
      },
    ],
    [
      'ninety days before its end it is due soon',
      siyb,
      { words: [word('accredited', '2024-02-23')] },
      {
        status: 'dueSoon',
        reason: 'validityEnds',
        until: day('2027-02-23'),
        missing: [{ what: 'renewal', have: 0, need: 3 }],
      },
    ],
    [
      'on its last day it still holds',
      siyb,
      { words: [word('accredited', '2023-11-25')] },
      { status: 'dueSoon', until: day('2026-11-25') },
    ],
    [
      'a day later it has lapsed',
      siyb,
      { words: [word('accredited', '2023-11-24')] },
      { status: 'lapsed', reason: 'validityEnds', until: day('2026-11-24') },
    ],
    [
      'a refresher that was passed renews it',
      siyb,
      { words: [word('accredited', '2023-11-24')], refreshedOn: [day('2026-06-01')] },
      { status: 'accredited', reason: 'renewed', until: day('2029-06-01') },
    ],
    [
      'enough editions led within the validity renew it before it ends',
      siyb,
      {
        words: [word('accredited', '2023-12-01')],
        led: [day('2024-03-01'), day('2025-03-01'), day('2026-03-01')],
      },
      { status: 'accredited', reason: 'renewed', until: day('2029-12-01') },
    ],
    [
      'whoever taught nothing for a year has lapsed',
      smrc,
      { words: [word('accredited', '2024-01-10')], led: [day('2025-06-30')] },
      {
        status: 'lapsed',
        reason: 'activityEnds',
        until: day('2026-06-30'),
        missing: [{ what: 'teaching', have: null, need: 1 }],
      },
    ],
    [
      'teaching again brings it back',
      smrc,
      { words: [word('accredited', '2024-01-10')], led: [day('2025-06-30')], assisted: [day('2026-10-01')] },
      { status: 'accredited', reason: 'accredited', until: day('2027-10-01') },
    ],
    [
      'a suspension comes before everything, with its day',
      siyb,
      { words: [word('accredited', '2026-01-15'), word('suspended', '2026-09-01')] },
      { status: 'suspended', reason: 'suspended', since: day('2026-09-01'), until: null },
    ],
    [
      'and is over once it is lifted',
      siyb,
      {
        words: [
          word('accredited', '2026-01-15'),
          word('suspended', '2026-09-01'),
          word('lifted', '2026-10-01'),
        ],
      },
      { status: 'accredited', since: day('2026-01-15') },
    ],
    [
      'what lies ahead does not count yet',
      siyb,
      { words: [word('accredited', '2026-11-26')], trainedOn: [day('2026-11-26')] },
      {
        status: 'candidate',
        missing: expect.arrayContaining([{ what: 'training', have: null, need: null }]),
      },
    ],
  ];
  test.each(cases)('%s', (_, rule, given, expected) => {
    expect(computeAccreditation(rule, { ...nothing, ...given }, today)).toMatchObject(expected);
  });
});

/** The rule a second time, as slowly and plainly as it can be said. */
function judgePlainly(rule: AccreditationRequirements, record: TrainerRecord, now: CalendarDate) {
  const words = record.words.filter(({ on }) => on <= now);
  words.sort((a, b) => a.on.localeCompare(b.on));
  let given: CalendarDate | null = null;
  let isSuspended = false;
  for (const { word: said, on } of words) {
    if (said === 'accredited' || said === 'renewed') given = on;
    if (said !== 'agreementSigned') isSuspended = said === 'suspended';
  }
  if (isSuspended) return { status: 'suspended', until: null };
  const led = record.led.filter((on) => on <= now);
  const assisted = record.assisted.filter((on) => on <= now);
  if (given === null)
    return { status: 'candidate', isReady: isReadyPlainly(rule, { ...record, led, assisted, words }, now) };
  const ends: CalendarDate[] = [];
  if (rule.validityMonths !== null) {
    const starts = new Set([
      given,
      ...(rule.refresherCourseId === null ? [] : record.refreshedOn).filter(
        (on) => on > (given ?? '') && on <= now,
      ),
    ]);
    for (const start of starts) {
      const end = addMonths(start, rule.validityMonths);
      const within = led.filter((on) => start < on && on <= end).length;
      // A set that grows while it is walked through: each new start is looked at, too.
      if (rule.renewedByEditions !== null && start <= now && within >= rule.renewedByEditions)
        starts.add(end);
    }
    ends.push(
      [...starts]
        .map((start) => addMonths(start, rule.validityMonths ?? 0))
        .toSorted()
        .at(-1) ?? given,
    );
  }
  if (rule.editionsAYear > 0) {
    let last = given;
    for (let date = given; date <= addDays(now, 400); date = addDays(date, 1)) {
      const recent = [...led, ...assisted].filter((on) => date <= addMonths(on, 12)).length;
      if (date <= addMonths(given, 12) || recent >= rule.editionsAYear) last = date;
    }
    ends.push(last);
  }
  const until = ends.toSorted()[0] ?? null;
  if (until === null) return { status: 'accredited', until };
  if (until < now) return { status: 'lapsed', until };
  return {
    status: Date.parse(until) - Date.parse(now) <= dueSoonDays * 86_400_000 ? 'dueSoon' : 'accredited',
    until,
  };
}

function isReadyPlainly(rule: AccreditationRequirements, record: TrainerRecord, now: CalendarDate): boolean {
  const trained = record.trainedOn.filter((on) => on <= now).toSorted();
  if (rule.trainingCourseId !== null && trained.length === 0) return false;
  const last = trained.at(-1);
  const counts = (on: CalendarDate) => {
    if (on > now) return false;
    if (rule.trainingCourseId !== null && on < (trained[0] ?? '')) return false;
    return rule.withinMonths === null || last === undefined || on <= addMonths(last, rule.withinMonths);
  };
  if (record.assisted.filter(counts).length < rule.editionsAssisted) return false;
  if (record.led.filter(counts).length < rule.editionsLed) return false;
  if (
    rule.observationScore !== null &&
    !record.observations.some(({ on, score }) => counts(on) && score >= (rule.observationScore ?? 0))
  )
    return false;
  return !rule.needsAgreement || record.words.some(({ word: said }) => said === 'agreementSigned');
}

const first = day('2019-01-01');
const dates = fc.integer({ min: 0, max: 2900 }).map((days) => addDays(first, days));
const someDates = fc.array(dates, { minLength: 0, maxLength: 6, size: 'max' });
const rules: fc.Arbitrary<AccreditationRequirements> = fc.record({
  trainingCourseId: fc.constantFrom(null, training),
  editionsAssisted: fc.integer({ min: 0, max: 2 }),
  editionsLed: fc.integer({ min: 0, max: 2 }),
  observationScore: fc.constantFrom(null, 0, 60),
  needsAgreement: fc.boolean(),
  withinMonths: fc.constantFrom(null, 6, 12, 40),
  validityMonths: fc.constantFrom(null, 1, 12, 24, 36),
  editionsAYear: fc.integer({ min: 0, max: 3 }),
  refresherCourseId: fc.constantFrom(null, refresher),
  renewedByEditions: fc.constantFrom(null, 1, 2),
});
const records: fc.Arbitrary<TrainerRecord> = fc.record({
  trainedOn: fc.array(dates, { maxLength: 2, size: 'max' }),
  refreshedOn: fc.array(dates, { maxLength: 2, size: 'max' }),
  led: someDates,
  assisted: someDates,
  observations: fc.array(fc.record({ on: dates, score: fc.integer({ min: 0, max: 100 }) }), {
    maxLength: 3,
    size: 'max',
  }),
  words: fc.array(
    fc.record({
      word: fc.constantFrom<AccreditationWord[]>(
        'agreementSigned',
        'accredited',
        'renewed',
        'suspended',
        'lifted',
      ),
      on: dates,
    }),
    { maxLength: 4, size: 'max' },
  ),
});

test('the status is what the rule says, told plainly day by day', () => {
  const met = new Map<string, number>();
  fc.assert(
    fc.property(rules, records, dates, (rule, record, now) => {
      const { status, until, reason } = computeAccreditation(rule, record, now);
      const plain = judgePlainly(rule, record, now);
      const seen =
        status === 'candidate' ? { status, isReady: reason === 'readyToAccredit' } : { status, until };
      expect(seen).toEqual(plain);
      met.set(reason, (met.get(reason) ?? 0) + 1);
      met.set(status, (met.get(status) ?? 0) + 1);
    }),
    { seed: 20_261_125, numRuns: 4000 },
  );
  for (const status of accreditationStatusSchema.options)
    expect(met.get(status) ?? 0, status).toBeGreaterThan(40);
  for (const reason of ['readyToAccredit', 'deadlinePassed', 'renewed', 'validityEnds', 'activityEnds']) {
    expect(met.get(reason) ?? 0, reason).toBeGreaterThan(40);
  }
}, 300_000);

test('of several accreditations the best is the one that lets somebody do most, then the one that holds longest', () => {
  const state = (status: AccreditationState['status'], until: string | null): AccreditationState => ({
    status,
    reason: 'accredited',
    since: null,
    until: until === null ? null : day(until),
    missing: [],
  });
  const states = [
    state('candidate', null),
    state('lapsed', '2026-01-01'),
    state('accredited', '2027-01-01'),
    state('accredited', null),
    state('dueSoon', '2026-12-31'),
    state('suspended', null),
  ];
  expect(findBestState(states)).toBe(states[3]);
  expect(findBestState(states.filter(({ status }) => status !== 'accredited'))).toBe(states[4]);
  expect(findBestState([])).toBeNull();
});

describe('until when a word would hold', () => {
  test.each([
    ['the validity from its day on', { ...siyb, editionsAYear: 0 }, '2029-03-02'],
    ['twelve months where something is to be taught a year', { ...siyb, editionsAYear: 1 }, '2027-03-02'],
    ['without an end where the rule has none', { ...siyb, validityMonths: null, editionsAYear: 0 }, null],
  ])('%s', (_, rule, until) => {
    expect(findEndOfWord(rule, day('2026-03-02'))).toBe(until);
  });
});

test('who has led some of the editions that renew an accreditation is told how many', () => {
  const record = {
    ...nothing,
    words: [word('accredited', '2023-11-24')],
    led: [day('2023-01-01'), day('2024-05-01'), day('2025-05-01')],
  };
  expect(computeAccreditation(siyb, record, day('2026-10-01')).missing).toEqual([
    { what: 'renewal', have: 2, need: 3 },
  ]);
});
