import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Certificate } from '../../../domain/certificate.ts';
import type { ServiceClient } from '../../../renderer/lib/api.tsx';
import { createDemoClient, renderApp } from '../support/render-app.tsx';

async function findCertificate(client: ServiceClient): Promise<Certificate> {
  const { rows } = await client.certificates.register({ text: '', editionId: null, offset: 0, limit: 500 });
  const valid = rows.find(({ revokedOn }) => revokedOn === null);
  if (valid === undefined) throw new Error('the demo has no certificate');
  return valid;
}

describe('the register', () => {
  test('finds a certificate by its folio and opens it beside the list', async () => {
    const client = await createDemoClient();
    const { folio, personName } = await findCertificate(client);
    const screen = await renderApp(client, '/certificados');
    await screen.getByRole('searchbox').fill(folio);
    await screen.getByRole('rowheader', { name: folio }).click();
    const sheet = screen.getByRole('dialog', { name: 'Certificado' });
    await expect.element(sheet.getByRole('link', { name: personName })).toBeVisible();
  });

  test('revoking needs a reason, and one that replaces it names the old folio', async () => {
    const client = await createDemoClient();
    const { id, folio } = await findCertificate(client);
    const screen = await renderApp(client, `/certificados?certificateId=${id}`);
    await screen.getByRole('button', { name: 'Anular' }).click();
    const question = screen.getByRole('dialog', { name: `Anular el certificado ${folio}` });
    await question.getByRole('checkbox').click();
    await question.getByRole('button', { name: 'Anular y emitir el nuevo' }).click();
    await expect.element(question.getByText('Falta este dato')).toBeVisible();
    expect((await client.certificates.get({ id })).revokedOn).toBeNull();
    await question.getByLabelText(/^Motivo/).fill('Nombre mal escrito');
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByText('Reemplaza al folio')).toBeVisible();
    expect(await client.certificates.get({ id })).toMatchObject({ revokedReason: 'Nombre mal escrito' });
  });
});

describe('checking a certificate', () => {
  const ask = async (screen: Awaited<ReturnType<typeof renderApp>>, text: string) => {
    await screen.getByLabelText('Código QR o folio').fill(text);
    await userEvent.keyboard('{Enter}');
    return screen.getByRole('region', { name: 'Resultado de la verificación' });
  };

  test('shows all data of a genuine one, and as of which day', async () => {
    const client = await createDemoClient();
    const { seal, personName, courseTitle } = await findCertificate(client);
    const screen = await renderApp(client, '/certificados/verificar');
    const answer = await ask(screen, seal);
    await expect.element(answer.getByRole('heading', { name: 'Certificado auténtico' })).toBeVisible();
    await expect.element(answer).toMatchTextContent(personName);
    await expect.element(answer).toMatchTextContent(courseTitle);
    await expect.element(answer).toMatchTextContent('Según la lista de anulados de este equipo, del');
  });

  test('refuses one with a changed character', async () => {
    const client = await createDemoClient();
    const { seal } = await findCertificate(client);
    const changed = seal.slice(0, 80) + (seal[80] === 'A' ? 'B' : 'A') + seal.slice(81);
    const screen = await renderApp(client, '/certificados/verificar');
    const answer = await ask(screen, changed);
    await expect.element(answer).toHaveAttribute('data-valid', 'false');
    await expect.element(answer).not.toMatchTextContent('Certificado auténtico');
  });

  test('says of a typed folio that only the QR proves the paper', async () => {
    const client = await createDemoClient();
    const { folio } = await findCertificate(client);
    const screen = await renderApp(client, '/certificados/verificar');
    const answer = await ask(screen, folio.toLowerCase());
    await expect
      .element(answer)
      .toMatchTextContent('Que el papel sea auténtico lo muestra solo su código QR.');
  });
});
