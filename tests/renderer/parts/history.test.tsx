import { describe, expect, test } from 'vitest';
import { type Locator, userEvent } from 'vitest/browser';
import { findRunningEdition } from '../attendance/running-edition.ts';
import { createDemoClient, renderApp } from '../support/render-app.tsx';

/** The text of what may not be there yet. */
const textOf = (place: Locator) => place.query()?.textContent ?? '';

describe('the history of an edition', () => {
  test('tells who marked whom from what to what, and takes it back with one that can be taken back', async () => {
    const client = await createDemoClient();
    const { edition, planned, people } = await findRunningEdition(client);
    const [session] = planned;
    const [enrolment] = people;
    if (session === undefined || enrolment === undefined) throw new Error('somebody can be marked');
    const place = { sessionId: session.id, enrolmentId: enrolment.id };
    await client.attendance.mark({ changes: [{ ...place, mark: 'P' }] });
    await client.attendance.mark({ changes: [{ ...place, mark: 'F' }] });
    const screen = await renderApp(client, `/ediciones/${edition.id}/historial`);
    const newest = screen.getByRole('list', { name: 'Historial' }).getByRole('listitem').first();
    await expect.element(newest).toMatchTextContent(/Rosa Balderrama marcó la asistencia de/);
    await expect.poll(() => textOf(newest)).toMatch(/AsistenciaPresente.*Falta/);
    await newest.getByRole('button', { name: /^Deshacer/ }).click();
    await screen.getByRole('button', { name: 'Deshacer el cambio' }).click();
    await expect.element(screen.getByText('Se deshizo: 1 dato volvió a como estaba.')).toBeVisible();
    const marked = async () => {
      const { marks } = await client.attendance.grid({ editionId: edition.id });
      return marks.find((one) => one.sessionId === session.id && one.enrolmentId === enrolment.id)?.mark;
    };
    expect(await marked()).toBe('P');
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.poll(marked).toBe('F');
  });

  test('opens what was done at once, and narrows down to one kind', async () => {
    const client = await createDemoClient();
    const { edition, planned, people } = await findRunningEdition(client);
    const [session] = planned;
    if (session === undefined) throw new Error('a session is planned');
    const changes = people.map(({ id }) => ({
      sessionId: session.id,
      enrolmentId: id,
      mark: 'P' as const,
    }));
    await client.attendance.mark({ changes });
    const screen = await renderApp(client, `/ediciones/${edition.id}/historial`);
    const newest = screen.getByRole('list', { name: 'Historial' }).getByRole('listitem').first();
    await expect.poll(() => textOf(newest)).toMatch(new RegExp(`marcó ${people.length} asistencias del`));
    await newest.getByRole('button', { name: /^Ver los/ }).click();
    await expect.element(newest.getByRole('link').first()).toBeVisible();
    await screen.getByRole('combobox', { name: 'Qué' }).click();
    await screen.getByRole('option', { name: 'Sesiones' }).click();
    await expect.poll(() => textOf(newest)).toMatch(/la sesión del/);
  });
});

describe('the history of a mark', () => {
  test('opens from its cell with the key H', async () => {
    const client = await createDemoClient();
    const { edition } = await findRunningEdition(client);
    const screen = await renderApp(client, `/ediciones/${edition.id}/asistencia`);
    const grid = screen.getByRole('grid');
    await expect.element(grid).toBeVisible();
    (grid.element() as HTMLElement).focus();
    await userEvent.keyboard('f{ArrowUp}p{ArrowUp}');
    await expect.element(screen.getByText('Guardado')).toBeVisible();
    await userEvent.keyboard('h');
    const sheet = screen.getByRole('dialog', { name: 'Quién cambió esta marca' });
    await expect
      .poll(() => textOf(sheet.getByRole('list', { name: 'Historial' }).getByRole('listitem').first()))
      .toMatch(/Falta.*Presente/);
  });
});

describe('the history of a person', () => {
  test('opens beside the sheet', async () => {
    const client = await createDemoClient();
    const [person] = await client.people.search({ text: 'mamani', limit: 1 });
    const screen = await renderApp(client, `/personas/${person?.id ?? ''}`);
    await screen.getByRole('button', { name: 'Historial' }).click();
    await expect.poll(() => textOf(screen.getByRole('dialog'))).toMatch(/registró la ficha de/);
  });
});
