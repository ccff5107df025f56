import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkLog } from '../../db/change-log/check.ts';
import { all } from '../../db/database.ts';
import type { PersonId } from '../../domain/ids.ts';
import { router } from '../../service/router/router.ts';
import type { Service } from '../../service/service.ts';
import { type Client, createTemporaryService } from './hosts/transports.ts';

let client: Client;
let service: Service;
let close: () => void;

beforeEach(() => {
  const made = createTemporaryService();
  ({ service } = made);
  const { remove } = made;
  client = createRouterClient(router, { context: { service, connection: { userId: null } } });
  close = remove;
});
afterEach(() => close());

/** What is taken out of the figures: names, and whatever else is told of a person beside them. */
const personal = new Set(
  (
    'name person givenNames paternalSurname maternalSurname marriedSurname phone idNumber idComplement idIssuedIn ' +
    'personSortName trainers reason withdrawnReason languages organisationName'
  ).split(' '),
);

function withoutNames(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, held: unknown) => (personal.has(key) ? undefined : held)),
  ) as unknown;
}

/** In the order of what they say, not of the names that stand beside it. */
const inAnyOrder = (rows: readonly unknown[]) =>
  rows.map((row) => JSON.stringify(withoutNames(row))).toSorted();

/** Everything that is counted: editions with their results, attendance and grades, the cascade's reach, the status of trainers, certificates. */
async function readFigures() {
  const editions = await client.editions.list({ courseId: null });
  const taught = all<{ person_id: PersonId }>(
    service.db,
    'SELECT DISTINCT person_id FROM trainer_assignment WHERE deleted_at IS NULL ORDER BY person_id',
  );
  return {
    editions: inAnyOrder(editions),
    results: await Promise.all(
      editions.map(async ({ id }) =>
        inAnyOrder(Object.values(await client.editions.results({ editionId: id })).flat()),
      ),
    ),
    enrolments: await Promise.all(
      editions.map(async ({ id }) => inAnyOrder(await client.enrolments.list({ editionId: id }))),
    ),
    reach: await Promise.all(
      taught.map(async ({ person_id }) => (await client.trainers.cascade({ personId: person_id })).reach),
    ),
    trainers: inAnyOrder(await client.trainers.list({ courseId: null })),
    certificates: (await client.certificates.register({ text: '', editionId: null, offset: 0, limit: 500 }))
      .total,
    people: all(
      service.db,
      `SELECT sex, municipality_code, community, substr(birth_date, 1, 4) AS year, count(*) AS count,
         (SELECT group_concat(section || workers) FROM enterprise e WHERE e.person_id = p.id) AS enterprises
       FROM person p WHERE deleted_at IS NULL GROUP BY 1, 2, 3, 4, 6 ORDER BY 1, 2, 3, 4, 6`,
    ),
  };
}

test('anonymising everyone of the invented office whose editions are over leaves every figure as it was', async () => {
  await client.setup.startDemo({ seed: 1 });
  const before = await readFigures();
  const people = all<{ id: PersonId }>(
    service.db,
    'SELECT id FROM person WHERE deleted_at IS NULL ORDER BY id',
  );
  let anonymised = 0;
  for (const { id } of people) {
    const { running, userName } = await client.people.reviewAnonymising({ id });
    if (running.length > 0 || userName !== null) continue;
    await client.people.anonymise({ id });
    anonymised += 1;
  }
  expect(anonymised).toBeGreaterThan(40);
  expect(await readFigures()).toEqual(before);
  expect(before.reach.flat().length).toBeGreaterThan(4);
  expect(checkLog(service.db)).toEqual({ ok: true, problems: [] });
});
