import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { addDays } from '../../../domain/calendar-date.ts';
import { today, writeDate } from '../../../renderer/lib/date-text.ts';
import { createDemoClient, renderApp } from '../support/render-app.tsx';
import { findLine } from './trainers-office.ts';

afterEach(() => sessionStorage.clear());

const fit = () => page.getByRole('region', { name: /^Cumplen? todo/ });
const others = () => page.getByRole('region', { name: /^No cumplen? todo/ });

test('whoever speaks the language and is free on the days stands first, the others with why not', async () => {
  const client = await createDemoClient();
  // Whoever leads the edition that runs has a session today.
  const running = (await client.editions.list({ courseId: null })).find(({ status }) => status === 'running');
  if (running === undefined) throw new Error('an edition runs');
  const { trainers } = await client.editions.get({ editionId: running.id });
  const lead = await findLine(client, ({ personId }) => personId === trainers[0]?.personId);
  await renderApp(client, '/capacitadores');
  await page.getByRole('button', { name: '¿Quién puede dictar…?' }).click();
  await expect.element(fit().getByText(lead.name)).toBeVisible();
  await page
    .getByRole('combobox', { name: 'Cuándo tiene que estar libre' })
    .selectOptions('Libre en unas fechas');
  await page.getByRole('textbox', { name: 'Desde' }).fill(writeDate(today()));
  await page.getByRole('textbox', { name: 'Hasta' }).fill(writeDate(addDays(today(), 1)));
  const busy = others().getByRole('listitem').filter({ hasText: lead.name });
  await expect
    .element(busy)
    .toMatchTextContent(new RegExp(`No está libre: .*18:30–20:30 \\(${running.code}\\)`));
  // In the morning they are free.
  await page.getByRole('textbox', { name: 'De', exact: true }).fill('8');
  await page.getByRole('textbox', { name: 'A', exact: true }).fill('12');
  await page.getByRole('textbox', { name: 'Desde' }).click();
  await expect
    .element(fit().getByRole('listitem').filter({ hasText: lead.name }))
    .toMatchTextContent(/[Ll]ibre en esas fechas/);

  await page.getByRole('combobox', { name: 'Idioma' }).click();
  await page.getByRole('option', { name: 'Quechua' }).click();
  await expect.element(others().getByText('No se anotó qué idiomas habla').first()).toBeVisible();
  for (const line of fit().getByRole('listitem').elements()) expect(line.textContent).toContain('Quechua');
});

test('a course’s page leads to it, and of a course that asks nothing it says so', async () => {
  const client = await createDemoClient();
  const course = (await client.courses.list()).find(({ code }) => code === 'NEG');
  if (course === undefined) throw new Error('the invented office has that course');
  await renderApp(client, `/cursos/${course.id}`);
  await page.getByRole('button', { name: '¿Quién puede dictar…?' }).click();
  await expect.element(page.getByText('Este curso no pide acreditación')).toBeVisible();
  await expect.element(page.getByRole('combobox', { name: 'Curso' })).toHaveValue(course.title);
});

test('an edition that is being written takes whom one chooses', async () => {
  const client = await createDemoClient();
  const { name, courseId } = await findLine(client, ({ state }) => state.status === 'accredited');
  await renderApp(client, `/ediciones/nueva?courseId=${courseId}`);
  await page.getByRole('button', { name: 'Buscar quién puede dictar' }).click();
  await page
    .getByRole('button', { name: `Elegir a ${name}` })
    .first()
    .click();
  await expect.element(page.getByRole('radiogroup', { name: new RegExp(name) })).toBeVisible();
  await page.getByRole('button', { name: 'Buscar quién puede dictar' }).click();
  await expect
    .element(page.getByRole('dialog').getByRole('listitem').filter({ hasText: name }).first())
    .toMatchTextContent(/Ya está/);
});
