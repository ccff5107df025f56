import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { surnamesFirst } from '../../../domain/person-name.ts';
import { createDemoClient, renderApp } from '../support/render-app.tsx';
import { findRunningEdition } from './running-edition.ts';

async function openRoom() {
  const client = await createDemoClient();
  const running = await findRunningEdition(client);
  const [session] = running.planned;
  if (session === undefined) throw new Error('the running edition has no planned session');
  const screen = await renderApp(client, `/ediciones/${running.edition.id}/asistencia/${session.id}`);
  await expect.element(screen.getByRole('grid')).toHaveFocus();
  return { ...running, client, screen, session };
}

describe('attendance in the room', () => {
  test('digits jump to a number of the sheet, a letter marks and counts', async () => {
    const { client, edition, people, screen, session } = await openRoom();
    await userEvent.keyboard('12pf');
    await expect.element(screen.getByText(`1 de ${people.length}`)).toBeVisible();
    await expect
      .poll(async () => {
        const { marks } = await client.attendance.grid({ editionId: edition.id });
        const ofSession = marks.filter(({ sessionId }) => sessionId === session.id);
        return ofSession.map(({ enrolmentId, mark }) => [
          people.findIndex(({ id }) => id === enrolmentId),
          mark,
        ]);
      })
      .toEqual(
        expect.arrayContaining([
          [11, 'P'],
          [12, 'F'],
        ]),
      );
  });

  test('who walks in and is known is enrolled and present with Enter', async () => {
    const { client, edition, people, screen } = await openRoom();
    const enrolled = new Set(people.map(({ personId }) => personId));
    const everyone = await client.people.list({
      text: '',
      sort: 'newest',
      descending: true,
      offset: 0,
      limit: 500,
    });
    const guest = everyone.rows.find(({ id, idNumber }) => !enrolled.has(id) && idNumber !== null);
    if (guest === undefined) throw new Error('everyone is enrolled already');
    await screen.getByPlaceholder('Nombre o número de carnet, y Enter').fill(guest.idNumber ?? '');
    await expect
      .element(screen.getByRole('option', { name: surnamesFirst(guest), exact: false }))
      .toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByText(/quedó en la lista y presente/)).toBeVisible();
    await expect.element(screen.getByText(`1 de ${people.length + 1}`)).toBeVisible();
    const enrolments = await client.enrolments.list({ editionId: edition.id });
    expect(enrolments.find(({ personId }) => personId === guest.id)?.status).toBe('enrolled');
  });
});
