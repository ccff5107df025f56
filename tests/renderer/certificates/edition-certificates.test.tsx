import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { ServiceClient } from '../../../renderer/lib/api.tsx';
import { createDemoClient, renderApp } from '../support/render-app.tsx';

/** The demo's closed edition whose certificates are still to be issued. */
async function findEditionToIssue(client: ServiceClient) {
  const editions = await client.editions.list({ courseId: null });
  for (const { id, status } of editions) {
    const candidates = status === 'closed' ? await client.certificates.candidates({ editionId: id }) : [];
    if (candidates.some(({ kind }) => kind !== null)) return { id, candidates };
  }
  throw new Error('the demo has no edition to issue certificates for');
}

describe('the certificates of an edition', () => {
  test('are issued to those chosen, after saying that folios cannot be taken back', async () => {
    const client = await createDemoClient();
    const { id, candidates } = await findEditionToIssue(client);
    const first = candidates.find(({ kind }) => kind !== null);
    const screen = await renderApp(client, `/ediciones/${id}/certificados`);
    await screen.getByRole('checkbox', { name: `Seleccionar ${first?.personSortName}` }).click();
    await screen.getByRole('button', { name: 'Emitir 1 certificado' }).click();
    const question = screen.getByRole('dialog');
    await expect.element(question).toMatchTextContent('Un folio no se puede retirar ni volver a usar');
    await question.getByRole('button', { name: 'Emitir 1 certificado' }).click();
    await expect.element(screen.getByText(/Se emitió 1 certificado, con el folio/)).toBeVisible();
    const issued = await client.certificates.register({ text: '', editionId: id, offset: 0, limit: 10 });
    expect(issued.rows.map(({ enrolmentId }) => enrolmentId)).toEqual([first?.enrolmentId]);
    await expect.element(screen.getByRole('region', { name: '1 certificado' })).toBeVisible();
  });

  test('show why someone gets none, beside the list', async () => {
    const client = await createDemoClient();
    const { id, candidates } = await findEditionToIssue(client);
    const none = candidates.find(({ skipReason }) => skipReason === 'resultDoesNotAllow');
    const screen = await renderApp(client, `/ediciones/${id}/certificados`);
    await screen.getByRole('rowheader', { name: none?.personSortName ?? '' }).click();
    await expect
      .element(screen.getByText(/por debajo del|Faltó a las últimas|Se retiró|Le faltan notas/).last())
      .toBeVisible();
  });

  test('move with the selection: the sample is of whoever the arrows stand on', async () => {
    const client = await createDemoClient();
    const { id, candidates } = await findEditionToIssue(client);
    const [, second] = candidates.filter(({ kind }) => kind !== null);
    const screen = await renderApp(client, `/ediciones/${id}/certificados`);
    await screen.getByRole('radio', { name: /^Les toca/ }).click();
    await screen.getByRole('grid').click();
    screen.getByRole('grid').element().focus();
    await userEvent.keyboard('{Home}{ArrowDown}');
    await expect
      .element(screen.getByRole('region', { name: `Muestra del certificado de ${second?.personName}` }))
      .toBeVisible();
  });
});
