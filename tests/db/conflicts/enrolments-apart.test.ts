import { describe, expect, test } from 'vitest';
import type { EnrolmentId } from '../../../domain/ids.ts';
import { findRow } from '../../../db/database.ts';
import { enrolPeople, withdrawEnrolment } from '../../../db/enrolling.ts';
import { listEnrolments } from '../../../db/enrolments.ts';
import { decideOn, findOnBoth, listOnBoth, resolveOn } from '../../support/conflicts.ts';
import {
  accepted,
  createTestEdition,
  createTestPeople,
  createTestSessions,
  enrolAll,
  runEdition,
} from '../../support/edition.ts';
import { listMarksOf, listScoresOf } from '../../support/facts.ts';
import { createTestOffice } from '../../support/office.ts';
import { addPc, exchange } from '../../support/other-pc.ts';
import { gradeEveryone, markRow } from '../../support/records.ts';

function startApart(capacity: number) {
  const office = createTestOffice();
  const { writer } = office;
  const { id: editionId } = createTestEdition(writer, { capacity });
  const sessions = createTestSessions(writer, editionId, ['2026-03-02', '2026-03-03', '2026-03-04']);
  const people = createTestPeople(writer, ['Rojas, Ana', 'Soto, Beto', 'Tapia, Cira', 'Urey, Dina']);
  runEdition(writer, editionId);
  return { office, laptop: addPc(office), editionId, sessions, people };
}

describe('one person enrolled in an edition on two PCs', () => {
  function enrolTwice(marksHere = 'P-F') {
    const started = startApart(10);
    const { office, laptop, editionId, people } = started;
    const [ana] = people;
    if (ana === undefined) throw new Error('four were made');
    const [here] = enrolAll(office.writer, editionId, [ana]);
    office.passTime(1000);
    const [there] = enrolAll(laptop.writer, editionId, [ana]);
    if (!here || !there) throw new Error('both were enrolled');
    markRow(office.writer, here, marksHere);
    markRow(laptop.writer, there, 'AP-');
    gradeEveryone(laptop.writer, [[there, 70]]);
    return { ...started, here, there };
  }
  const keep = (keptId: EnrolmentId) => ({
    choice: 'keepEnrolment' as const,
    join: { keptId, takenMarks: [], takenGrades: [] },
  });

  test('is shown with both sides and what differs between them', () => {
    const { office, laptop, here, there, sessions } = enrolTwice();
    const conflict = findOnBoth('twoEnrolments', office, laptop);
    expect(conflict.person.name).toBe('Rojas, Ana');
    expect(conflict.comparison.sides).toMatchObject([
      { enrolmentId: here, marks: 2, grades: 0, made: { on: 'PC de prueba' } },
      { enrolmentId: there, marks: 2, grades: 3, made: { on: 'PC 2' } },
    ]);
    expect(conflict.comparison.differences).toEqual([
      {
        of: 'mark',
        sessionId: sessions[0]?.id,
        date: '2026-03-02',
        startsAt: '14:30',
        values: [
          { enrolmentId: here, mark: 'P' },
          { enrolmentId: there, mark: 'A' },
        ],
      },
    ]);
  });

  test('becomes one that has all that either had', () => {
    const { office, laptop, here } = enrolTwice();
    resolveOn(laptop, findOnBoth('twoEnrolments', office, laptop), keep(here));
    expect(listOnBoth(office, laptop)).toEqual([]);
    for (const { db } of [office, laptop]) {
      expect(listMarksOf(db, here)).toBe('PPF');
      expect(listScoresOf(db, here)).toEqual([70, 70, 70]);
    }
  });

  test('takes the mark that was chosen where they differ', () => {
    const { office, laptop, here, there, sessions } = enrolTwice();
    const [first] = sessions;
    if (first === undefined) throw new Error('three sessions were made');
    const { join } = keep(here);
    const takenMarks = [{ sessionId: first.id, enrolmentId: there }];
    const conflict = findOnBoth('twoEnrolments', office, laptop);
    resolveOn(office, conflict, { choice: 'keepEnrolment', join: { ...join, takenMarks } });
    expect(listMarksOf(office.db, here)).toBe('APF');
  });

  test('is none where one of the two was withdrawn', () => {
    const { office, laptop, here } = enrolTwice();
    accepted(withdrawEnrolment(office.writer, { enrolmentId: here, reason: 'Viaje' }));
    expect(listOnBoth(office, laptop)).toEqual([]);
  });

  test('is asked about again where a third PC, which does not know yet, records what the kept one lacks', () => {
    const { office, laptop, here, there } = enrolTwice('P--');
    exchange(office, laptop);
    const third = addPc(office, 3);
    resolveOn(office, findOnBoth('twoEnrolments', office, laptop), keep(here));
    markRow(third.writer, there, 'PPP');
    const conflict = findOnBoth('deletedButUsed', office, third);
    expect(conflict).toMatchObject({ thing: 'enrolment', choices: ['moveToKept', 'leaveDeleted'] });
    expect(conflict.uses).toMatchObject([{ as: 'marks' }, { as: 'grades' }]);
    resolveOn(third, conflict, { choice: 'moveToKept' });
    expect(listOnBoth(office, third)).toEqual([]);
    expect(listOnBoth(laptop, third)).toEqual([]);
  });

  test('cannot be decided for an enrolment of another', () => {
    const { office, laptop } = enrolTwice();
    const conflict = findOnBoth('twoEnrolments', office, laptop);
    const stranger = '0'.repeat(22) as EnrolmentId;
    expect(decideOn(office, conflict, keep(stranger))).toMatchObject({ refused: 'NOT_FOUND' });
  });

  test('decided on both PCs for different ones leaves none: it is asked again, and nothing is lost', () => {
    const { office, laptop, here, there } = enrolTwice();
    const conflict = findOnBoth('twoEnrolments', office, laptop);
    resolveOn(office, conflict, keep(here));
    resolveOn(laptop, conflict, keep(there));
    const again = findOnBoth('twoEnrolments', office, laptop);
    resolveOn(office, again, keep(here));
    expect(listOnBoth(office, laptop)).toEqual([]);
    expect(listMarksOf(office.db, here)).toMatch(/^[PA]PF$/);
    expect(listScoresOf(office.db, here)).toEqual([70, 70, 70]);
  });
});

describe('an edition filled on two PCs', () => {
  function fillTwice() {
    const started = startApart(1);
    const { office, laptop, editionId, people } = started;
    const [ana, beto] = people;
    if (!ana || !beto) throw new Error('four were made');
    enrolAll(office.writer, editionId, [ana]);
    office.passTime(1000);
    enrolAll(laptop.writer, editionId, [beto]);
    return started;
  }
  const statuses = (
    { db }: { db: Parameters<typeof listEnrolments>[0] },
    editionId: Parameters<typeof listEnrolments>[1],
  ) =>
    listEnrolments(db, editionId).map(({ paternalSurname, status, exceptionReason }) => [
      paternalSurname,
      status,
      exceptionReason,
    ]);

  test('has more people than seats: the last to come is named', () => {
    const { office, laptop } = fillTwice();
    expect(findOnBoth('overCapacity', office, laptop)).toMatchObject({
      capacity: 1,
      enrolled: 2,
      excess: 1,
      last: [{ name: 'Soto, Beto', made: { on: 'PC 2' } }],
    });
  });

  test('gets more seats', () => {
    const { office, laptop, editionId } = fillTwice();
    resolveOn(laptop, findOnBoth('overCapacity', office, laptop), { choice: 'raiseCapacity' });
    expect(listOnBoth(office, laptop)).toEqual([]);
    expect(findRow(office.db, 'SELECT capacity FROM edition WHERE id = ?', editionId)).toEqual({
      capacity: 2,
    });
  });

  test('or a coordinator’s recorded word', () => {
    const { office, laptop, editionId } = fillTwice();
    const conflict = findOnBoth('overCapacity', office, laptop);
    const resolution = { choice: 'acceptExcess', reason: 'Hay sillas' } as const;
    expect(decideOn(laptop, conflict, resolution, 'registrar')).toMatchObject({
      refused: 'COORDINATOR_NEEDED',
    });
    resolveOn(laptop, conflict, resolution);
    expect(listOnBoth(office, laptop)).toEqual([]);
    expect(statuses(office, editionId)).toEqual([
      ['Rojas', 'enrolled', null],
      ['Soto', 'enrolled', 'Hay sillas'],
    ]);
  });

  test('or lets the last wait', () => {
    const { office, laptop, editionId } = fillTwice();
    resolveOn(office, findOnBoth('overCapacity', office, laptop), { choice: 'moveToWaiting' });
    expect(listOnBoth(office, laptop)).toEqual([]);
    expect(statuses(laptop, editionId)).toEqual([
      ['Rojas', 'enrolled', null],
      ['Soto', 'waiting', null],
    ]);
  });

  test('beyond its seats by recorded exceptions alone is none', () => {
    const { office, laptop, editionId, people } = startApart(1);
    const [ana, beto, cira] = people;
    if (!ana || !beto || !cira) throw new Error('four were made');
    enrolAll(office.writer, editionId, [ana]);
    exchange(office, laptop);
    const order = {
      editionId,
      exceptionReason: 'Hay sillas',
      prerequisiteReason: null,
      role: 'coordinator',
      importId: null,
    } as const;
    accepted(enrolPeople(office.writer, { ...order, personIds: [beto] }));
    accepted(enrolPeople(laptop.writer, { ...order, personIds: [cira] }));
    expect(listOnBoth(office, laptop)).toEqual([]);
  });
});
