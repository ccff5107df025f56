import { beforeEach, describe, expect, test } from 'vitest';
import { calendarDateSchema } from '../../domain/calendar-date.ts';
import type { Course } from '../../domain/course.ts';
import type { EditionId, PersonId, SessionId } from '../../domain/ids.ts';
import { refuse } from '../../domain/refusal.ts';
import type { TrainerQuery } from '../../domain/trainer-search.ts';
import { insertPerson } from '../../db/people.ts';
import { cancelSession } from '../../db/sessions.ts';
import { searchTrainers } from '../../db/trainer-search.ts';
import { accepted, createTestEdition, createTestSessions } from '../support/edition.ts';
import { createTestOffice, type TestOffice } from '../support/office.ts';
import { draftPerson } from '../support/person.ts';
import { createTestCascade, say, teach } from '../support/trainers.ts';

const day = (text: string) => calendarDateSchema.parse(text);
const today = day('2026-03-01');

let office: TestOffice;
let bread: Course;
let training: Course;
/** Ana of Vinto speaks Quechua; Beto of Quillacollo Spanish; Cira of nobody knows where is a candidate. */
let ana: PersonId;
let beto: PersonId;
let cira: PersonId;
/** Ana leads it on Tuesday the 3rd, 14:00-18:00. */
let running: EditionId;
let tuesday: SessionId;

beforeEach(() => {
  office = createTestOffice();
  const { writer } = office;
  ({ bread, training } = createTestCascade(writer));
  const add = (given: Parameters<typeof draftPerson>[0]) => insertPerson(writer, draftPerson(given), null);
  ana = add({
    givenNames: 'Ana',
    languages: ['qu', 'es'],
    municipalityCode: '030904',
    community: 'Pairumani',
  });
  beto = add({ givenNames: 'Beto', languages: ['es'], municipalityCode: '030901' });
  cira = add({ givenNames: 'Cira' });
  for (const personId of [ana, beto])
    say(writer, bread.id, { personId, word: 'accredited', on: '2026-01-05' });
  teach(writer, training.id, { on: '2026-01-10', learners: [cira] });
  teach(writer, bread.id, {
    on: '2026-01-20',
    learners: [],
    trainers: [{ personId: beto, role: 'lead' }],
  });
  const edition = createTestEdition(writer, {
    courseId: bread.id,
    code: 'PAN-2026-03',
    trainers: [{ personId: ana, role: 'lead' }],
  });
  running = edition.id;
  const [session] = createTestSessions(writer, running, ['2026-03-03']);
  if (session === undefined) throw new Error('one was planned');
  tuesday = session.id;
});

const everyone: TrainerQuery = {
  courseId: null,
  level: null,
  language: null,
  municipalityCode: null,
  free: null,
};

function search(query: Partial<TrainerQuery>, own: ReadonlySet<EditionId> | null = null) {
  const found = searchTrainers(office.db, { ...everyone, courseId: bread.id, ...query }, { today, own });
  if ('refused' in found) throw new Error(found.refused);
  return found;
}
const onTuesday = { from: day('2026-03-02'), to: day('2026-03-06'), weekdays: [2], hours: null };

describe('whoever may teach a course', () => {
  test('stands before who may not yet, and says when they last taught it', () => {
    expect(
      search({}).map(({ personId, shortcomings, lastTaughtOn }) => [personId, shortcomings, lastTaughtOn]),
    ).toEqual([
      [ana, [], null],
      [beto, [], '2026-01-20'],
      [cira, ['notAccredited'], null],
    ]);
    expect(search({ level: 'masterTrainer' })).toEqual([]);
  });

  test('is told apart by the language they speak and by where they live', () => {
    expect(search({ language: 'qu' }).map(({ personId, shortcomings }) => [personId, shortcomings])).toEqual([
      [ana, []],
      [beto, ['otherLanguages']],
      [cira, ['notAccredited', 'languagesUnknown']],
    ]);
    expect(
      search({ municipalityCode: '030901' }).map(({ personId, nearness }) => [personId, nearness]),
    ).toEqual([
      [beto, 'municipality'],
      [ana, 'province'],
      [cira, null],
    ]);
    const far = search({ municipalityCode: '031301' });
    expect(far.map(({ shortcomings }) => shortcomings.at(-1))).toEqual([
      'livesElsewhere',
      'livesElsewhere',
      'homeUnknown',
    ]);
  });

  test('is not free on days on which they teach, unless the session was cancelled', () => {
    const [first, second] = search({ free: { when: 'days', days: onTuesday } });
    expect(first?.personId).toBe(beto);
    expect(second).toMatchObject({
      personId: ana,
      shortcomings: ['busy'],
      clashes: [{ date: '2026-03-03', editionCode: 'PAN-2026-03', editionId: running }],
    });
    const mornings = { ...onTuesday, hours: { startsAt: '08:00', endsAt: '12:00' } };
    const inTheMorning = search({ free: { when: 'days', days: mornings } });
    expect(inTheMorning.filter(({ clashes }) => clashes.length > 0)).toEqual([]);
    accepted(cancelSession(office.writer, { sessionId: tuesday, reason: 'Bloqueo' }));
    expect(search({ free: { when: 'days', days: onTuesday } })[0]?.personId).toBe(ana);
  });

  test('is free for an edition that meets when they teach no other; its own sessions are no obstacle', () => {
    const other = createTestEdition(office.writer, { courseId: bread.id, code: 'PAN-2026-04' });
    createTestSessions(office.writer, other.id, ['2026-03-03', '2026-03-04']);
    const forOther = search({ free: { when: 'edition', editionId: other.id } });
    expect(forOther.find(({ personId }) => personId === ana)?.clashes).toHaveLength(1);
    const forOwn = search({ free: { when: 'edition', editionId: running } });
    expect(forOwn.find(({ personId }) => personId === ana)?.clashes).toEqual([]);
    const none = { when: 'edition', editionId: 'X'.repeat(22) as EditionId } as const;
    expect(searchTrainers(office.db, { ...everyone, free: none }, { today, own: null })).toEqual(
      refuse('NOT_FOUND'),
    );
  });

  test('is judged as of the first wanted day: who lapses until then may not lead', () => {
    const late = { ...onTuesday, from: day('2028-03-07'), to: day('2028-03-07') };
    const found = search({ free: { when: 'days', days: late } });
    expect(found.map(({ state }) => state.status)).toEqual(['candidate', 'lapsed', 'lapsed']);
  });

  test('is told to a trainer as busy, without saying with which edition of others', () => {
    const asked = { free: { when: 'days', days: onTuesday } } as const;
    const busy = search(asked, new Set()).find(({ personId }) => personId === ana);
    expect(busy?.clashes).toMatchObject([{ editionId: null, editionCode: null, date: '2026-03-03' }]);
    const own = search(asked, new Set([running])).find(({ personId }) => personId === ana);
    expect(own?.clashes).toMatchObject([{ editionCode: 'PAN-2026-03' }]);
  });
});
