import { describe, expect, test } from 'vitest';
import { takeBackWords } from '../../../db/conflicts/words.ts';
import { findEdition, updateEdition } from '../../../db/editions.ts';
import { cancelSession, createSession } from '../../../db/sessions.ts';
import { findOnBoth, listOnBoth, resolveOn } from '../../support/conflicts.ts';
import {
  accepted,
  createTestEdition,
  createTestPeople,
  draftEdition,
  draftSession,
} from '../../support/edition.ts';
import { createTestOffice } from '../../support/office.ts';
import { addPc } from '../../support/other-pc.ts';

/** Ana teaches one edition by one PC and another by the other, both on the second and third of March. */
function bookTwice() {
  const office = createTestOffice();
  const bread = createTestEdition(office.writer, { code: 'PAN-1' });
  const weaving = createTestEdition(office.writer, { code: 'TEJ-1' }, { code: 'TEJ', title: 'Tejido' });
  const [ana] = createTestPeople(office.writer, ['Rojas, Ana']);
  if (ana === undefined) throw new Error('one was made');
  const plan = (editionId: typeof bread.id, startsAt: string) =>
    ['2026-03-02', '2026-03-03'].map((date) =>
      accepted(createSession(office.writer, { editionId, draft: draftSession(date, { startsAt }) })),
    );
  const sessions = plan(bread.id, '14:30');
  plan(weaving.id, '15:00');
  const laptop = addPc(office);
  const trainers = [{ personId: ana, role: 'lead' as const }];
  const teach = ({ writer }: typeof office, { id, courseId, code }: typeof bread) =>
    accepted(updateEdition(writer, { editionId: id, draft: draftEdition(courseId, { code, trainers }) }));
  teach(office, bread);
  teach(laptop, weaving);
  return { office, laptop, bread, weaving, ana, sessions };
}

describe('a trainer whom two PCs put in two places at once', () => {
  test('is shown with both editions and all the sessions that overlap', () => {
    const { office, laptop, ana } = bookTwice();
    const conflict = findOnBoth('trainerDoubleBooked', office, laptop);
    expect(conflict.person).toEqual({ personId: ana, name: 'Rojas, Ana' });
    expect(conflict.editions).toMatchObject([
      { editionCode: 'PAN-1', assigned: { on: 'PC de prueba' } },
      { editionCode: 'TEJ-1', assigned: { on: 'PC 2' } },
    ]);
    expect(
      conflict.overlaps.map(({ date, sessions }) => [date, ...sessions.map(({ startsAt }) => startsAt)]),
    ).toEqual([
      ['2026-03-02', '14:30', '15:00'],
      ['2026-03-03', '14:30', '15:00'],
    ]);
  });

  test('is taken off one of them', () => {
    const { office, laptop, bread, weaving } = bookTwice();
    const conflict = findOnBoth('trainerDoubleBooked', office, laptop);
    resolveOn(laptop, conflict, { choice: 'takeOff', editionId: bread.id });
    expect(listOnBoth(office, laptop)).toEqual([]);
    expect(findEdition(office.db, bread.id)?.trainers).toEqual([]);
    expect(findEdition(office.db, weaving.id)?.trainers).toHaveLength(1);
  });

  test('or teaches both by someone’s word, which holds for these sessions alone and can be taken back', () => {
    const { office, laptop, weaving } = bookTwice();
    const words = resolveOn(office, findOnBoth('trainerDoubleBooked', office, laptop), {
      choice: 'keepBoth',
    });
    expect(listOnBoth(office, laptop)).toEqual([]);
    const draft = draftSession('2026-03-02', { startsAt: '13:00' });
    accepted(createSession(laptop.writer, { editionId: weaving.id, draft }));
    expect(findOnBoth('trainerDoubleBooked', office, laptop).overlaps).toHaveLength(1);
    takeBackWords(office.writer, words);
    expect(findOnBoth('trainerDoubleBooked', office, laptop).overlaps).toHaveLength(3);
  });

  test('is in one place where the other session does not take place', () => {
    const { office, laptop, sessions } = bookTwice();
    for (const { id } of sessions)
      accepted(cancelSession(office.writer, { sessionId: id, reason: 'Lluvia' }));
    expect(listOnBoth(office, laptop)).toEqual([]);
  });
});
