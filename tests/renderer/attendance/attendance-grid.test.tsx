import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { EditionId } from '../../../domain/ids.ts';
import type { ServiceClient } from '../../../renderer/lib/api.tsx';
import { createDemoClient, renderApp } from '../support/render-app.tsx';
import { findRunningEdition } from './running-edition.ts';

async function openGrid() {
  const client = await createDemoClient();
  const running = await findRunningEdition(client);
  const screen = await renderApp(client, `/ediciones/${running.edition.id}/asistencia`);
  const grid = screen.getByRole('grid', { name: 'Asistencia: personas por sesiones' });
  await expect.element(grid).toBeVisible();
  grid.element().querySelector<HTMLElement>('[role=row]')?.closest<HTMLElement>('[role=grid]')?.focus();
  const [first] = running.planned;
  const column = running.sessions.findIndex(({ id }) => id === first?.id);
  const cell = (row: number) => grid.element().querySelector(`[data-place="${row}:${column}"]`);
  return { ...running, client, screen, grid, cell, session: first };
}

/** The marks of a session as stored, by the order of the sheet. */
async function listStored(client: ServiceClient, editionId: EditionId, sessionId: string | undefined) {
  const { marks, enrolments } = await client.attendance.grid({ editionId });
  const people = enrolments.filter(({ status }) => status === 'enrolled');
  const find = (id: string) => marks.find((one) => one.enrolmentId === id && one.sessionId === sessionId);
  return people.map(({ id }) => find(id)?.mark ?? null);
}

describe('the grid of attendance', () => {
  test('begins at the session of today or the next to record, marks by letter and goes down', async () => {
    const { client, edition, cell, session } = await openGrid();
    await userEvent.keyboard('pAfl');
    expect([0, 1, 2, 3].map((row) => cell(row)?.textContent)).toEqual(['P', 'A', 'F', 'L']);
    await expect
      .poll(async () => (await listStored(client, edition.id, session?.id)).slice(0, 5))
      .toEqual(['P', 'A', 'F', 'L', null]);
  });

  test('marks a whole range with one key, takes it back with Ctrl+Z and clears with Delete', async () => {
    const { cell } = await openGrid();
    const shown = () => [0, 1, 2].map((row) => cell(row)?.textContent);
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}p');
    expect(shown()).toEqual(['P', 'P', 'P']);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(shown()).toEqual(['', '', '']);
    await userEvent.keyboard('{Escape}pp{ArrowUp}{Delete}');
    expect(shown()).toEqual(['P', '', '']);
  });

  test('moves the percentages along with a mark', async () => {
    const { cell } = await openGrid();
    const reachable = () => cell(0)?.closest('[role=row]')?.lastElementChild?.textContent;
    const before = reachable();
    await userEvent.keyboard('f');
    expect(reachable()).not.toBe(before);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(reachable()).toBe(before);
  });

  test('fills only who is not marked yet with "Todos presentes", and says how many', async () => {
    const { client, edition, people, screen, session } = await openGrid();
    await userEvent.keyboard('f{Alt>}{ArrowDown}{/Alt}');
    await screen.getByRole('menuitem', { name: 'Todos presentes' }).click();
    await expect.element(screen.getByText(`a ${people.length - 1} personas`, { exact: false })).toBeVisible();
    await expect
      .poll(async () => await listStored(client, edition.id, session?.id))
      .toEqual(['F', ...people.slice(1).map(() => 'P')]);
  });

  test('records that a session did not happen with its reason, and takes no marks there', async () => {
    const { client, edition, screen, cell, session } = await openGrid();
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await screen.getByRole('menuitem', { name: /^No se realizó/ }).click();
    await userEvent.keyboard('Bloqueo de caminos{Enter}');
    await expect.element(screen.getByText(/quedó como no realizada/)).toBeVisible();
    const stored = (await client.sessions.list({ editionId: edition.id })).find(
      ({ id }) => id === session?.id,
    );
    expect(stored).toMatchObject({ state: 'cancelled', cancelReason: 'Bloqueo de caminos' });
    await expect.poll(() => cell(0)?.hasAttribute('data-cancelled')).toBe(true);
    await userEvent.keyboard('p');
    await expect.element(screen.getByText(/Para marcar, indique antes en su menú/)).toBeVisible();
    expect(cell(0)?.textContent).toBe('');
  });

  test('keeps a mark that could not be saved at its cell, and saves it when tried again', async () => {
    const { client, edition, screen, cell, session } = await openGrid();
    await client.sessions.cancel({ sessionId: session?.id ?? '', reason: 'Feriado' });
    // The window has not heard of it yet: what is typed at this very moment is refused. A key that takes its way
    // through the browser would come too late now and then.
    const key = new KeyboardEvent('keydown', { key: 'p', bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(key);
    await expect.element(screen.getByText('No se guardó 1 marca')).toBeVisible();
    expect(cell(0)?.textContent).toBe('P');
    await client.sessions.uncancel({ sessionId: session?.id ?? '' });
    await screen.getByRole('button', { name: 'Reintentar' }).first().click();
    await expect.element(screen.getByText('No se guardó 1 marca')).not.toBeInTheDocument();
    expect((await listStored(client, edition.id, session?.id))[0]).toBe('P');
  });

  test('of a closed edition only shows, and says why', async () => {
    const client = await createDemoClient();
    const closed = (await client.editions.list({ courseId: null })).find(({ status }) => status === 'closed');
    const screen = await renderApp(client, `/ediciones/${closed?.id ?? ''}/asistencia`);
    await expect.element(screen.getByText(/La edición está cerrada/)).toBeVisible();
    await expect.element(screen.getByRole('grid')).toHaveAttribute('aria-readonly', 'true');
  });
});
