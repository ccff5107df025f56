import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findEdition } from '../../db/editions.ts';
import { listEnrolments } from '../../db/enrolments.ts';
import { countExcess, type Edition } from '../../domain/edition.ts';
import { holdsSeat } from '../../domain/enrolment.ts';
import type { EnrolmentId } from '../../domain/ids.ts';
import { createTestCrowd, createTestEdition, enrolAll } from '../support/edition.ts';
import { createTestOffice } from '../support/office.ts';
import { lineOf } from '../support/waiting-list-model.ts';
import {
  apply,
  createWorld,
  type Event,
  events,
  findNamed,
  tell,
  tellModel,
  type World,
} from '../support/waiting-list-story.ts';

/** How many hold a seat beyond the capacity without a recorded word. */
function countWordless({ office }: World, { id }: Edition): number {
  const list = listEnrolments(office.db, id).filter(({ status }) => holdsSeat(status));
  const exceptions = list.filter(({ exceptionReason }) => exceptionReason !== null).length;
  const capacity = findEdition(office.db, id)?.capacity ?? 0;
  return countExcess({ capacity, enrolled: list.length, exceptions });
}

/** Whoever was not spoken of keeps their place before those who come later, and is served before them. */
function expectNobodyOvertaken(
  before: readonly EnrolmentId[],
  after: readonly EnrolmentId[],
  named: readonly EnrolmentId[],
) {
  const stillWaiting = before.filter((id) => after.includes(id));
  expect(after.slice(0, stillWaiting.length)).toEqual(stillWaiting);
  const old = before.filter((id) => !named.includes(id));
  const stayed = old.filter((id) => after.includes(id));
  expect(old.slice(old.length - stayed.length)).toEqual(stayed);
  return stayed.length < old.length;
}

function listWaiting({ office }: World, { id }: Edition): EnrolmentId[] {
  return listEnrolments(office.db, id)
    .filter(({ status }) => status === 'waiting')
    .map((one) => one.id);
}

/** The editions as they stand before an event: who waits, how many are over without a word, who asked, whom it names. */
function look(world: World, event: Event) {
  const list = listEnrolments(world.office.db, editionAt(world, event.at).id);
  const slips = world.model[event.at];
  return {
    queues: world.editions.map((each) => listWaiting(world, each)),
    excess: world.editions.map((each) => countWordless(world, each)),
    asked: slips === undefined ? [] : lineOf(slips, 'requested'),
    status: 'place' in event ? (findNamed(list, event)?.status ?? null) : null,
  };
}

function editionAt({ editions }: World, at: number): Edition {
  const edition = editions[at];
  if (edition === undefined) throw new Error('there are two editions');
  return edition;
}

test('whatever happens to two editions, everyone stands where a registrar with slips of paper would have them', () => {
  const seen = new Map<string, number>();
  const count = (what: string, isSo: boolean) => seen.set(what, (seen.get(what) ?? 0) + Number(isSo));
  fc.assert(
    fc.property(fc.array(events, { minLength: 15, maxLength: 40 }), (story) => {
      const world = createWorld();
      for (const event of story) {
        const before = look(world, event);
        const { named, isRefused } = apply(world, event);
        for (const [at, edition] of world.editions.entries()) {
          expect(tell(world, at)).toEqual(tellModel(world, at));
          const waiting = listWaiting(world, edition);
          const seats = findEdition(world.office.db, edition.id)?.seats;
          expect(Math.min(waiting.length, seats?.free ?? 0)).toBe(0);
          const excess = countWordless(world, edition);
          if (event.kind !== 'resize') expect(excess).toBeLessThanOrEqual(before.excess[at] ?? 0);
          count('moved up', expectNobodyOvertaken(before.queues[at] ?? [], waiting, named));
          count('waiting', waiting.length > 0);
          count('over with a word', (seats?.enrolled ?? 0) > (seats?.capacity ?? 0) && excess === 0);
        }
        const { kind } = event;
        const target = listWaiting(world, editionAt(world, 1 - event.at));
        const accepted = kind === 'enrol' ? event.people.filter((one) => before.asked.includes(one)) : [];
        count('several requests accepted', accepted.length > 1);
        count('declined', kind === 'decline' && before.status === 'requested');
        count('asked again', kind === 'readmit' && before.status === 'declined');
        count('readmitted', kind === 'readmit' && before.status === 'withdrawn');
        count('transferred', kind === 'transfer' && named.length > 0);
        count(
          'transferred to the end of a line',
          kind === 'transfer' && target.some((id) => named.includes(id)),
        );
        count('transfer refused', isRefused);
        count(
          'clock set back',
          kind === 'setClock' && event.milliseconds < 0 && before.queues.flat().length > 0,
        );
      }
      world.office.db.handle.close();
    }),
    { seed: 20_260_311, numRuns: 60 },
  );
  for (const [what, times] of seen) expect(times, what).toBeGreaterThan(10);
});

test('six hundred people at once find their seats and their places in the queue', () => {
  const { db, writer } = createTestOffice();
  const edition = createTestEdition(writer, { capacity: 200 });
  const people = createTestCrowd(writer, 600);
  expect(enrolAll(writer, edition.id, people)).toHaveLength(200);
  const waiting = listEnrolments(db, edition.id).filter(({ status }) => status === 'waiting');
  expect(waiting.map(({ personId }) => personId)).toEqual(people.slice(200));
});
