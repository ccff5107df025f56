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
});
