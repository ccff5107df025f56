import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { anonymisePerson } from '../../../db/anonymising.ts';
import { checkLog, digestLog } from '../../../db/change-log/check.ts';
import { all } from '../../../db/database.ts';
import { createPerson, findPerson, updatePerson } from '../../../db/people.ts';
import { accepted, createTestPeople } from '../../support/edition.ts';
import { draftPerson } from '../../support/person.ts';
import { createAcquainted, type Pc, receive, send } from './offices.ts';

const zenobia = draftPerson({ givenNames: 'Zenobia', paternalSurname: 'Xalapa', idNumber: '87654321' });
const saysWho = ({ service }: Pc) =>
  all<{ delta: string }>(service.db, 'SELECT delta FROM change_log').some(({ delta }) =>
    /Zenobia|87654321/.test(delta),
  );

test('who was anonymised on one PC is so on the other; after a round their logs let go of it, and packets go on', async () => {
  const [office, laptop] = await createAcquainted();
  const { id } = createPerson(office.writer(), zenobia);
  await receive(laptop, await send(office));
  await receive(office, await send(laptop));
  // Not knowing of it yet, the laptop corrects her afterwards.
  accepted(anonymisePerson(office.writer(), id));
  laptop.clock.ms += 60_000;
  accepted(updatePerson(laptop.writer(), { id, draft: { ...zenobia, notes: 'Zenobia cambió de teléfono' } }));

  const packet = await send(office);
  expect(await receive(laptop, packet)).toMatchObject({ aside: null });
  expect(findPerson(laptop.service.db, id)).toMatchObject({ givenNames: 'Persona', notes: null });
  await receive(office, await send(laptop));
  expect(saysWho(office)).toBe(true);
  // What was written last rests for a month.
  for (const { clock } of [office, laptop]) clock.ms += 40 * 24 * 60 * 60 * 1000;
  await receive(laptop, await send(office));
  await receive(office, await send(laptop));
  await receive(laptop, await send(office));
  for (const pc of [office, laptop]) {
    expect(saysWho(pc)).toBe(false);
    expect(checkLog(pc.service.db)).toEqual({ ok: true, problems: [] });
  }
  expect(digestLog(laptop.service.db)).toBe(digestLog(office.service.db));

  createTestPeople(laptop.writer(), ['Rojas, Pedro']);
  createTestPeople(office.writer(), ['Mamani, Juana']);
  const later = await send(laptop);
  expect(readFileSync(later).includes('Zenobia')).toBe(false);
  expect(await receive(office, later)).toMatchObject({ aside: null, applied: 1 });
  expect(await receive(laptop, await send(office))).toMatchObject({ aside: null, applied: 1 });
  expect(await receive(laptop, packet)).toMatchObject({ aside: null, applied: 0 });
  expect(digestLog(laptop.service.db)).toBe(digestLog(office.service.db));
});
