import { describe, expect, test } from 'vitest';
import { takeBackWords } from '../../../db/conflicts/words.ts';
import { createSession, updateSession } from '../../../db/sessions.ts';
import { findOnBoth, listOnBoth, resolveOn } from '../../support/conflicts.ts';
import { accepted, createTestEdition, draftSession } from '../../support/edition.ts';
import { createTestOffice } from '../../support/office.ts';
import { addPc } from '../../support/other-pc.ts';

const place = 'Casa Municipal';

/** Two PCs plan an edition each in the same room, written differently; both meet on the second of March. */
function bookTwice() {
  const office = createTestOffice();
  const bread = createTestEdition(office.writer, { code: 'PAN-1', place, room: 'Aula 1' });
  const weaving = createTestEdition(
    office.writer,
    { code: 'TEJ-1', place: 'casa municipal', room: 'aula 1' },
    { code: 'TEJ', title: 'Tejido' },
  );
  const laptop = addPc(office);
  const plan = ({ writer }: typeof office, { id }: typeof bread, startsAt: string) =>
    accepted(createSession(writer, { editionId: id, draft: draftSession('2026-03-02', { startsAt }) }));
  const session = plan(office, bread, '14:30');
  plan(laptop, weaving, '15:00');
  return { office, laptop, bread, weaving, session };
}

describe('a room in which two PCs planned two editions at once', () => {
  test('is shown with both editions and the sessions that overlap', () => {
    const { office, laptop } = bookTwice();
    const conflict = findOnBoth('roomDoubleBooked', office, laptop);
    expect(conflict).toMatchObject({ place, room: 'Aula 1', choices: ['keepBoth'] });
    expect(conflict.editions.map(({ editionCode }) => editionCode).toSorted()).toEqual(['PAN-1', 'TEJ-1']);
    expect(conflict.overlaps.map(({ sessions }) => sessions.map(({ startsAt }) => startsAt))).toEqual([
      ['14:30', '15:00'],
    ]);
  });

  test('is no conflict once one of them meets in another room', () => {
    const { office, laptop, session } = bookTwice();
    const draft = draftSession('2026-03-02', { room: 'Aula 2' });
    accepted(updateSession(office.writer, { sessionId: session.id, draft }));
    expect(listOnBoth(office, laptop)).toEqual([]);
  });

  test('or stays so by someone’s word, which holds for these sessions alone and can be taken back', () => {
    const { office, laptop, weaving } = bookTwice();
    const words = resolveOn(office, findOnBoth('roomDoubleBooked', office, laptop), { choice: 'keepBoth' });
    expect(listOnBoth(office, laptop)).toEqual([]);
    const draft = draftSession('2026-03-02', { startsAt: '13:00' });
    accepted(createSession(laptop.writer, { editionId: weaving.id, draft }));
    expect(findOnBoth('roomDoubleBooked', office, laptop).overlaps).toHaveLength(1);
    takeBackWords(office.writer, words);
    expect(findOnBoth('roomDoubleBooked', office, laptop).overlaps).toHaveLength(2);
  });
});
