import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { calendarDateSchema } from '../../../domain/calendar-date.ts';
import type { ServiceClient } from '../../../renderer/lib/api.tsx';
import { createDemoClient, renderApp } from '../support/render-app.tsx';

/** Plans a session of a second edition at the hour of one of the first, with the same trainer. */
async function bookTwice(client: ServiceClient) {
  const editions = await client.editions.list({ courseId: null });
  const edition = editions.find(({ status }) => status === 'running');
  if (edition === undefined) throw new Error('the example has a running edition');
  const whole = await client.editions.get({ editionId: edition.id });
  const [session] = await client.sessions.list({ editionId: edition.id });
  const [person] = await client.people.search({ text: 'mamani', limit: 1 });
  if (session === undefined || person === undefined) throw new Error('the example has sessions and people');
  const trainers = [{ personId: person.id, role: 'lead' as const }];
  const draft = {
    courseId: whole.courseId,
    place: 'Salón municipal',
    startsOn: session.date,
    endsOn: session.date,
    capacity: 20,
    attendancePolicy: whole.attendancePolicy,
    notes: null,
    trainers,
  };
  const date = calendarDateSchema.parse('2031-05-05');
  for (const code of ['CRUCE-1', 'CRUCE-2']) {
    const { id: editionId } = await client.editions.create({ ...draft, code });
    await client.sessions.create({
      editionId,
      draft: { date, startsAt: '14:30', minutes: 60, topic: null, moduleId: null },
    });
  }
}

describe('the page of what is to resolve', () => {
  test('says so where there is nothing', async () => {
    const screen = await renderApp(await createDemoClient(), '/por-resolver');
    await expect.element(screen.getByText('No hay nada por resolver')).toBeVisible();
  });

  test('is reached from what waits, shows both sides, and what is decided with the keys is taken back with them', async () => {
    const client = await createDemoClient();
    await bookTwice(client);
    const screen = await renderApp(client, '/');
    await screen.getByRole('link', { name: 'Resolver' }).click();
    await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Por resolver');
    await expect.element(screen.getByRole('link', { name: /CRUCE-1/ })).toBeVisible();
    await expect.element(screen.getByRole('link', { name: /CRUCE-2/ })).toBeVisible();
    const keep = screen.getByRole('button', { name: 'Mantener ambas' });
    await expect.element(keep).toBeVisible();
    (keep.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByText('No hay nada por resolver')).toBeVisible();
    expect(await client.conflicts.count()).toBe(0);
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.element(screen.getByRole('button', { name: 'Mantener ambas' })).toBeVisible();
  });

  test('takes the trainer off the one that is chosen', async () => {
    const client = await createDemoClient();
    await bookTwice(client);
    const screen = await renderApp(client, '/por-resolver');
    await screen.getByRole('button', { name: 'Quitar de CRUCE-2' }).click();
    await expect.element(screen.getByText('No hay nada por resolver')).toBeVisible();
    const trainers = await Promise.all(
      (await client.editions.list({ courseId: null }))
        .filter(({ code }) => code.startsWith('CRUCE'))
        .toSorted((a, b) => (a.code < b.code ? -1 : 1))
        .map(async ({ id }) => (await client.editions.get({ editionId: id })).trainers.length),
    );
    expect(trainers).toEqual([1, 0]);
  });
});
