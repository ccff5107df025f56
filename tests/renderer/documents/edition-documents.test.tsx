import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { ServiceClient } from '../../../renderer/lib/api.tsx';
import { createDemoClient, renderApp } from '../support/render-app.tsx';

afterEach(() => vi.restoreAllMocks());

async function findRunning(client: ServiceClient) {
  const editions = await client.editions.list({ courseId: null });
  const running = editions.find(({ status }) => status === 'running');
  if (running === undefined) throw new Error('the demo has no running edition');
  return running;
}

describe('the documents of an edition', () => {
  test('the sheet on screen follows what is chosen', async () => {
    const client = await createDemoClient();
    const { id, code } = await findRunning(client);
    const screen = await renderApp(client, `/ediciones/${id}/documentos`);
    const paper = screen.getByRole('group', { name: 'Páginas de Planilla de firmas' });
    await expect.element(paper).toMatchTextContent(code);
    await expect.element(paper).not.toMatchTextContent('Teléfono');
    await screen.getByRole('checkbox', { name: 'Teléfono' }).click();
    await expect.element(paper).toMatchTextContent('Teléfono');
  });

  test('Ctrl+P opens the document itself for printing', async () => {
    const client = await createDemoClient();
    const { id } = await findRunning(client);
    const open = vi.spyOn(window, 'open').mockReturnValue(null);
    const screen = await renderApp(client, `/ediciones/${id}/documentos`);
    await expect.element(screen.getByRole('button', { name: 'Imprimir' })).toBeEnabled();
    await userEvent.keyboard('{Control>}p{/Control}');
    expect(open).toHaveBeenCalledWith(expect.stringMatching(/^\/documents\/[0-9A-Za-z]{22}\.pdf$/), '_blank');
  });

  test('a session named in the address is the one on the sheet', async () => {
    const client = await createDemoClient();
    const { id } = await findRunning(client);
    const [first] = await client.sessions.list({ editionId: id });
    const screen = await renderApp(client, `/ediciones/${id}/documentos?sessionId=${first?.id}`);
    await expect.element(screen.getByLabelText('Sesión')).toHaveValue(first?.id ?? '');
  });

  test('the list of enrolments tells who waits in which place, and columns are switched off', async () => {
    const client = await createDemoClient();
    const open = (await client.editions.list({ courseId: null })).find(({ seats }) => seats.waiting > 0);
    const screen = await renderApp(client, `/ediciones/${open?.id}/documentos`);
    await screen.getByLabelText('Documento').selectOptions('Lista de inscripciones');
    const paper = screen.getByRole('group', { name: 'Páginas de Lista de inscripciones' });
    await expect.element(paper).toMatchTextContent('En espera, lugar 1');
    await screen.getByRole('checkbox', { name: 'Estado' }).click();
    await expect.element(paper).not.toMatchTextContent('En espera, lugar 1');
  });

  test('the form of one person is reached from their menu, filled in with what is known', async () => {
    const client = await createDemoClient();
    const { id: editionId } = await findRunning(client);
    const [enrolment] = await client.enrolments.list({ editionId });
    const screen = await renderApp(client, `/ediciones/${editionId}`);
    await screen
      .getByRole('button', { name: `Acciones para ${enrolment?.givenNames}`, exact: false })
      .first()
      .click();
    await screen.getByRole('menuitem', { name: 'Imprimir su ficha' }).click();
    const paper = screen.getByRole('group', { name: 'Páginas de Ficha de inscripción' });
    await expect.element(paper).toMatchTextContent(enrolment?.paternalSurname ?? enrolment?.givenNames ?? '');
    await screen.getByLabelText('Fichas llenadas').selectOptions('Ninguna, solo en blanco');
    await expect.element(screen.getByText('Elija de quién o cuántas en blanco')).toBeVisible();
    await screen.getByRole('textbox', { name: 'Fichas en blanco' }).fill('2');
    await expect.element(paper).toMatchTextContent('Ficha de inscripción');
  });
});
