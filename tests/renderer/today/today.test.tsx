import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { createDemoClient, renderApp } from '../support/render-app.tsx';

test('each session of the day leads to its attendance, and one button alone carries the accent', async () => {
  const client = await createDemoClient();
  const { sessions } = await client.today.get();
  await renderApp(client);
  await expect.element(page.getByRole('heading', { name: 'Lo que espera' })).toBeVisible();
  const marks = page.getByRole('link', { name: /^(Marcar|Ver) asistencia: / });
  expect(marks.all().map((link) => link.element().getAttribute('href'))).toEqual(
    sessions.map(({ editionId, sessionId }) => `/ediciones/${editionId}/asistencia/${sessionId}`),
  );
  const accents = document.querySelectorAll('main [data-variant="filled"]');
  expect(accents.length).toBe(1);
});

test('certificates to issue are said with their number and lead to the edition', async () => {
  const client = await createDemoClient();
  const { tasks } = await client.today.get();
  const waiting = tasks
    .filter((task) => 'editionId' in task)
    .find(({ kind }) => kind === 'certificatesToIssue');
  await renderApp(client);
  await expect
    .element(page.getByText(new RegExp(`^${waiting?.count} personas esperan su certificado`)))
    .toBeVisible();
  await expect
    .element(page.getByRole('link', { name: 'Emitir certificados' }))
    .toHaveAttribute('href', `/ediciones/${waiting?.editionId}/certificados`);
});

test('requests to be answered lead to the people of the edition who asked', async () => {
  const client = await createDemoClient();
  const edition = (await client.editions.list({ courseId: null })).find(({ status }) => status === 'planned');
  const { rows } = await client.people.list({
    text: '',
    sort: 'newest',
    descending: false,
    offset: 0,
    limit: 2,
  });
  if (edition === undefined) throw new Error('the invented office plans an edition');
  await client.enrolments.request({ editionId: edition.id, personIds: rows.map(({ id }) => id) });
  await renderApp(client);
  await expect.element(page.getByText(/^2 personas esperan respuesta a su solicitud para/)).toBeVisible();
  await page.getByRole('link', { name: 'Responder' }).click();
  await expect.element(page.getByRole('radio', { name: 'Solicitudes 2' })).toBeChecked();
  const table = page.getByRole('grid', { name: 'Participantes de la edición' });
  await expect.poll(() => table.getByRole('rowheader').all().length).toBe(2);
  await page.getByRole('radio', { name: /^Todas/ }).click();
  await expect.element(page.getByRole('radio', { name: /^Todas/ })).toBeChecked();
});

test('an accreditation that is over or soon over waits with its reason, and leads to the trainer', async () => {
  const client = await createDemoClient();
  const { tasks } = await client.today.get();
  const waiting = tasks.filter((task) => 'personId' in task);
  expect(waiting.map(({ kind }) => kind)).toEqual(['accreditationLapsed', 'accreditationDueSoon']);
  await renderApp(client);
  await expect.element(page.getByText(/^Venció la acreditación de .* para Panadería/)).toBeVisible();
  await expect.element(page.getByText(/^Venció el \d+ de/)).toBeVisible();
  await expect.element(page.getByText(/^Vence el \d+ de/)).toBeVisible();
  await expect
    .element(page.getByRole('link', { name: 'Renovar' }))
    .toHaveAttribute('href', `/capacitadores/${waiting[0]?.personId}`);
});
