import { beforeEach, describe, expect, test } from 'vitest';
import { calendarDateSchema } from '../../domain/calendar-date.ts';
import type { Course } from '../../domain/course.ts';
import type { ObservationCriterionId, PersonId } from '../../domain/ids.ts';
import { type ObservationDraft, type ObservationMark, presetCriteria } from '../../domain/observation.ts';
import { refuse } from '../../domain/refusal.ts';
import { listAccreditationLines } from '../../db/accreditations.ts';
import { insertRow } from '../../db/database.ts';
import { listHistory } from '../../db/history/history.ts';
import { listObservationCriteria, setObservationCriteria } from '../../db/observation-criteria.ts';
import {
  addObservation,
  changeObservation,
  listObservations,
  removeObservation,
  restoreObservation,
} from '../../db/observations.ts';
import { accepted, createTestEdition, createTestPeople } from '../support/edition.ts';
import { createTestOffice, type TestOffice } from '../support/office.ts';
import { addPc, exchange } from '../support/other-pc.ts';
import { createTestCascade, teach } from '../support/trainers.ts';

const day = (text: string) => calendarDateSchema.parse(text);
const criterion = (text: string, mark: ObservationMark['mark'], weight = 1) => ({ text, weight, mark });

let office: TestOffice;
let bread: Course;
let training: Course;
let ana: PersonId;
beforeEach(() => {
  office = createTestOffice();
  ({ bread, training } = createTestCascade(office.writer, { editionsAssisted: 0, observationScore: 70 }));
  const [first] = createTestPeople(office.writer, ['Ávila, Ana']);
  if (first === undefined) throw new Error('one was registered');
  ana = first;
  teach(office.writer, training.id, { on: '2026-03-10', learners: [ana] });
});

function draft(given: Partial<ObservationDraft> = {}): ObservationDraft {
  return {
    personId: ana,
    courseId: bread.id,
    editionId: null,
    observedOn: day('2026-04-01'),
    observer: 'Rosa Mamani',
    remarks: null,
    marks: [criterion('Cuidó el tiempo', 3), criterion('Hubo práctica', 3)],
    score: null,
    ...given,
  };
}

const missingOf = ({ db }: TestOffice) =>
  listAccreditationLines(db, { courseId: bread.id }, day('2026-05-01'))
    .flatMap(({ state }) => state.missing)
    .filter(({ what }) => what === 'observation');

describe('an observed session', () => {
  test('counts for the accreditation with what its marks make, until it is taken out, which can be taken back', () => {
    expect(missingOf(office)).toEqual([{ what: 'observation', have: null, need: 70 }]);
    const { id, score } = accepted(addObservation(office.writer, draft()));
    expect(score).toBe(75);
    expect(missingOf(office)).toEqual([]);
    expect(removeObservation(office.writer, { id })).toBeNull();
    expect(missingOf(office)).toHaveLength(1);
    expect(listObservations(office.db, ana, null)).toEqual([]);
    expect(restoreObservation(office.writer, { id })).toBeNull();
    expect(missingOf(office)).toEqual([]);
  });

  test('is corrected mark by mark, by the words of the form of its day', () => {
    const { id } = accepted(addObservation(office.writer, draft()));
    setObservationCriteria(office.writer, { criteria: [{ id: null, text: 'Otra cosa', weight: 2 }] });
    const marks = [criterion('Cuidó el tiempo', 1), criterion('Hubo práctica', 3)];
    expect(accepted(changeObservation(office.writer, { id, draft: draft({ marks }) }))).toMatchObject({
      marks,
      score: 50,
    });
    expect(missingOf(office)).toEqual([{ what: 'observation', have: 50, need: 70 }]);
    const [last] = listHistory(
      office.db,
      { id: office.user.id, role: 'coordinator' },
      {
        subject: { of: 'person', personId: ana },
        userId: null,
        table: 'observation_mark',
        offset: 0,
        limit: 9,
      },
    ).actions;
    expect(last?.entries.map(({ changes }) => changes)).toMatchObject([
      [{ column: 'mark', before: 3, after: 1 }],
    ]);
  });

  test('may be a score alone, become marks, and a score again', () => {
    const { id } = accepted(addObservation(office.writer, draft({ marks: [], score: 62.5 })));
    expect(missingOf(office)).toEqual([{ what: 'observation', have: 62.5, need: 70 }]);
    const marked = draft({ marks: [criterion('Cuidó el tiempo', 4)], score: null });
    expect(accepted(changeObservation(office.writer, { id, draft: marked })).score).toBe(100);
    const scored = draft({ marks: [], score: 80 });
    expect(accepted(changeObservation(office.writer, { id, draft: scored }))).toMatchObject({
      marks: [],
      score: 80,
    });
  });

  test('of before there was a form is shown and counts as it is', () => {
    const { writer, db } = office;
    const row = { person_id: ana, course_id: bread.id, observed_on: '2026-04-01', observer: 'Rosa' };
    insertRow(writer, 'observation', { id: writer.newId(), ...row, score: 71, remarks: null });
    expect(listObservations(db, ana, null)).toMatchObject([{ score: 71, marks: [] }]);
    expect(missingOf(office)).toEqual([]);
  });

  test('is of somebody, of a course, and of an edition of it', () => {
    const other = createTestEdition(office.writer, { courseId: training.id, code: 'TOT-9' });
    const nobody = { personId: 'X'.repeat(22) as PersonId };
    for (const wrong of [nobody, { editionId: other.id }])
      expect(addObservation(office.writer, draft(wrong))).toEqual(refuse('NOT_FOUND'));
  });

  test('that two PCs correct keeps the marks of both, and both compute one score of them', () => {
    const four = ['a', 'b', 'c', 'd'].map((text) => criterion(text, 2));
    const { id } = accepted(addObservation(office.writer, draft({ marks: four })));
    const laptop = addPc(office);
    const withMark = (place: number, mark: ObservationMark['mark']) =>
      draft({ marks: four.map((each, index) => (index === place ? { ...each, mark } : each)) });
    accepted(changeObservation(office.writer, { id, draft: withMark(0, 4) }));
    accepted(changeObservation(laptop.writer, { id, draft: withMark(3, null) }));
    exchange(office, laptop);
    const [here] = listObservations(office.db, ana, null);
    expect(here?.marks.map(({ mark }) => mark)).toEqual([4, 2, 2, null]);
    expect(here?.score).toBe(66.7);
    expect(listObservations(laptop.db, ana, null)).toEqual([here]);
  });
});

describe('the form', () => {
  test('is what is preset until the office makes its own; one that is taken out comes back with its id', () => {
    const { db, writer } = office;
    expect(listObservationCriteria(db)).toEqual(presetCriteria);
    const [first, second] = presetCriteria;
    if (first === undefined || second === undefined) throw new Error('there are more');
    const own = [second, { ...first, weight: 2 }, { id: null, text: 'Habló en quechua', weight: 1 }];
    const made = setObservationCriteria(writer, { criteria: own });
    expect(made.map(({ text, weight }) => [text, weight])).toEqual([
      [second.text, 1],
      [first.text, 2],
      ['Habló en quechua', 1],
    ]);
    setObservationCriteria(writer, { criteria: [second] });
    expect(listObservationCriteria(db)).toEqual([second]);
    expect(setObservationCriteria(writer, { criteria: [...made] })).toEqual(made);
  });

  test('that two PCs begin to change is one form on both', () => {
    const laptop = addPc(office);
    const reworded = presetCriteria.map((each, index) => (index === 0 ? { ...each, weight: 3 } : each));
    setObservationCriteria(office.writer, { criteria: reworded });
    setObservationCriteria(laptop.writer, { criteria: [...presetCriteria] });
    exchange(office, laptop);
    expect(listObservationCriteria(office.db)).toHaveLength(presetCriteria.length);
    expect(listObservationCriteria(laptop.db)).toEqual(listObservationCriteria(office.db));
    const ids: ObservationCriterionId[] = listObservationCriteria(office.db).map(({ id }) => id);
    expect(ids).toEqual(presetCriteria.map(({ id }) => id));
  });
});
