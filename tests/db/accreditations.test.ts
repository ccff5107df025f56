import { beforeEach, describe, expect, test } from 'vitest';
import { calendarDateSchema } from '../../domain/calendar-date.ts';
import type { Course } from '../../domain/course.ts';
import type { PersonId } from '../../domain/ids.ts';
import {
  listAccreditationRules,
  removeAccreditationRule,
  setAccreditationRule,
} from '../../db/accreditation-rules.ts';
import { listAccreditationLines } from '../../db/accreditations.ts';
import { listLeadObstacles } from '../../db/lead-obstacles.ts';
import { deletePerson } from '../../db/people.ts';
import { insertRow } from '../../db/database.ts';
import { accepted, createTestPeople } from '../support/edition.ts';
import { createTestOffice, type TestOffice } from '../support/office.ts';
import { createTestCascade, say, teach } from '../support/trainers.ts';

let office: TestOffice;
let bread: Course;
let training: Course;
let ana: PersonId;
let beto: PersonId;
let cira: PersonId;
beforeEach(() => {
  office = createTestOffice();
  ({ bread, training } = createTestCascade(office.writer));
  const people = createTestPeople(office.writer, ['Ávila, Ana', 'Beltrán, Beto', 'Choque, Cira']);
  const [first, second, third] = people;
  if (!first || !second || !third) throw new Error('three were registered');
  [ana, beto, cira] = [first, second, third];
});

const day = (text: string) => calendarDateSchema.parse(text);

function mayLead(personId: PersonId, { id: courseId }: Course, date: string) {
  const on = day(date);
  return (
    listLeadObstacles(office.db, { courseId, personIds: [personId], startsOn: on, endsOn: on }, on).length ===
    0
  );
}

function statesOn(date: string) {
  return Object.fromEntries(
    listAccreditationLines(office.db, { courseId: bread.id }, day(date)).map(({ personId, state }) => [
      personId,
      [state.status, state.reason, state.missing.map(({ what }) => what).join()],
    ]),
  );
}

describe('who may teach a course', () => {
  test('begins with those who passed its training; who was absent is no candidate', () => {
    teach(office.writer, training.id, { on: '2026-03-10', learners: [ana, beto], absent: [cira] });
    expect(statesOn('2026-04-01')).toEqual({
      [ana]: ['candidate', 'requirementsMissing', 'assisted'],
      [beto]: ['candidate', 'requirementsMissing', 'assisted'],
    });
    expect(statesOn('2026-03-09')).toMatchObject({
      [ana]: ['candidate', 'requirementsMissing', 'training,assisted'],
    });
  });

  test('is whoever has what the rule asks for and is accredited, as long as it holds', () => {
    teach(office.writer, training.id, { on: '2026-03-10', learners: [ana] });
    teach(office.writer, bread.id, {
      on: '2026-05-10',
      learners: [cira],
      trainers: [{ personId: ana, role: 'assistant' }],
    });
    expect(statesOn('2026-06-01')[ana]).toEqual(['candidate', 'readyToAccredit', 'accrediting']);
    expect(mayLead(ana, bread, '2026-06-01')).toBe(false);
    accepted(say(office.writer, bread.id, { personId: ana, word: 'accredited', on: '2026-06-01' }));
    expect(statesOn('2026-06-01')[ana]).toEqual(['accredited', 'accredited', '']);
    expect(mayLead(ana, bread, '2026-06-01')).toBe(true);
    expect(statesOn('2028-05-01')[ana]).toEqual(['dueSoon', 'validityEnds', 'renewal']);
    expect(statesOn('2028-06-02')[ana]).toEqual(['lapsed', 'validityEnds', 'renewal']);
    expect(mayLead(ana, bread, '2028-06-02')).toBe(false);
  });

  test('is anyone where the course has no rule', () => {
    expect(mayLead(cira, training, '2026-06-01')).toBe(true);
    accepted(removeAccreditationRule(office.writer, { courseId: bread.id, level: 'trainer' }));
    expect(listAccreditationRules(office.db, { courseId: bread.id })).toEqual([]);
    expect(mayLead(cira, bread, '2026-06-01')).toBe(true);
  });

  test('counts an observation of the course, and nobody who was deleted', () => {
    const [rule] = listAccreditationRules(office.db, { courseId: bread.id });
    if (rule === undefined) throw new Error('no rule');
    accepted(setAccreditationRule(office.writer, { ...rule, editionsAssisted: 0, observationScore: 70 }));
    teach(office.writer, training.id, { on: '2026-03-10', learners: [ana, beto] });
    insertRow(office.writer, 'observation', {
      id: office.newId(),
      person_id: ana,
      course_id: bread.id,
      edition_id: null,
      observed_on: '2026-04-10',
      observer: 'Rosa Quispe',
      score: 82,
      remarks: null,
    });
    expect(statesOn('2026-06-01')).toMatchObject({
      [ana]: ['candidate', 'readyToAccredit', 'accrediting'],
      [beto]: ['candidate', 'requirementsMissing', 'observation'],
    });
    accepted(say(office.writer, bread.id, { personId: cira, word: 'accredited', on: '2026-06-01' }));
    expect(Object.keys(statesOn('2026-06-01'))).toContain(cira);
    deletePerson(office.writer, cira);
    expect(Object.keys(statesOn('2026-06-01'))).not.toContain(cira);
  });
});

describe('accrediting somebody', () => {
  test('is for a coordinator, with a reason', () => {
    const word = { personId: ana, word: 'accredited', on: '2026-03-02' } as const;
    expect(say(office.writer, bread.id, { ...word, role: 'registrar' })).toEqual({
      refused: 'COORDINATOR_NEEDED',
      data: undefined,
    });
    expect(say(office.writer, bread.id, { ...word, reason: null })).toMatchObject({
      refused: 'REASON_NEEDED',
    });
    expect(say(office.writer, bread.id, word)).toBeNull();
  });

  test('is for a master trainer of the course, but not of themselves', () => {
    const [rule] = listAccreditationRules(office.db, { courseId: bread.id });
    if (rule === undefined) throw new Error('no rule');
    accepted(setAccreditationRule(office.writer, { ...rule, level: 'masterTrainer' }));
    const word = {
      personId: ana,
      word: 'accredited',
      on: '2026-03-02',
      accreditedBy: beto,
      reason: null,
      role: 'registrar',
    } as const;
    expect(say(office.writer, bread.id, word)).toMatchObject({ refused: 'NOT_MASTER_TRAINER' });
    accepted(
      say(office.writer, bread.id, {
        personId: beto,
        level: 'masterTrainer',
        word: 'accredited',
        on: '2026-03-02',
      }),
    );
    expect(say(office.writer, bread.id, word)).toBeNull();
    expect(say(office.writer, bread.id, { ...word, personId: beto })).toMatchObject({
      refused: 'NOT_MASTER_TRAINER',
    });
  });

  test('can be suspended and lifted by a coordinator', () => {
    accepted(say(office.writer, bread.id, { personId: ana, word: 'accredited', on: '2026-03-02' }));
    accepted(say(office.writer, bread.id, { personId: ana, word: 'suspended', on: '2026-03-02' }));
    expect(statesOn('2026-03-05')[ana]).toEqual(['suspended', 'suspended', '']);
    office.passTime(1000);
    accepted(say(office.writer, bread.id, { personId: ana, word: 'lifted', on: '2026-03-02' }));
    expect(statesOn('2026-03-05')[ana]).toEqual(['accredited', 'accredited', '']);
  });

  test('of nobody, or for no course, is refused', () => {
    deletePerson(office.writer, ana);
    expect(
      say(office.writer, bread.id, { personId: ana, word: 'accredited', on: '2026-03-02' }),
    ).toMatchObject({ refused: 'NOT_FOUND' });
  });
});

test('what was last said of an accreditation stands with it: by whom, or why', () => {
  const saidOn = (date: string) =>
    listAccreditationLines(office.db, { courseId: bread.id, personId: ana }, day(date)).map(
      ({ said }) => said,
    );
  const [rule] = listAccreditationRules(office.db, { courseId: bread.id });
  if (rule === undefined) throw new Error('no rule');
  accepted(setAccreditationRule(office.writer, { ...rule, level: 'masterTrainer' }));
  accepted(
    say(office.writer, bread.id, {
      personId: beto,
      level: 'masterTrainer',
      word: 'accredited',
      on: '2025-01-05',
    }),
  );
  accepted(
    say(office.writer, bread.id, {
      personId: ana,
      word: 'accredited',
      on: '2025-03-02',
      accreditedBy: beto,
      reason: null,
    }),
  );
  accepted(say(office.writer, bread.id, { personId: ana, word: 'agreementSigned', on: '2025-03-09' }));
  accepted(
    say(office.writer, bread.id, { personId: ana, word: 'suspended', on: '2025-06-01', reason: 'Queja' }),
  );
  expect(saidOn('2025-05-01')).toEqual([
    { word: 'accredited', on: '2025-03-02', reason: null, accreditedBy: 'Beltrán, Beto' },
  ]);
  expect(saidOn('2025-06-01')).toEqual([
    { word: 'suspended', on: '2025-06-01', reason: 'Queja', accreditedBy: null },
  ]);
  expect(saidOn('2025-02-01')).toEqual([null]);
});
