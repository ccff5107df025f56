import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { surnamesFirst } from '../../../domain/person-name.ts';
import { createDemoClient, renderApp } from '../support/render-app.tsx';
import { askForMore, createDemoAs, findLine, teachWeaving } from './trainers-office.ts';

afterEach(() => sessionStorage.clear());

const table = () => page.getByRole('grid', { name: 'Capacitadores' });
const rowOf = (name: string) => table().getByRole('row').filter({ hasText: name });

describe('the table of trainers', () => {
  test('tells each status with its reason, what asks for something first', async () => {
    const client = await createDemoClient();
    const lines = await client.trainers.list({ courseId: null });
    await renderApp(client, '/capacitadores');
    await expect.element(page.getByText(`Se muestran ${lines.length}`)).toBeVisible();
    const reasons = {
      lapsed: /Vencida\/o.*Venció el \d+ de \w+ de \d{4}/,
      suspended: /Suspendida\/o.*La acreditación está suspendida desde el \d+ de \w+ de \d{4}/,
      dueSoon: /Por vencer.*Vence el \d+ de \w+ de \d{4}/,
      candidate: /Candidata\/o.*Cumple lo que se pide; solo falta la acreditación/,
    };
    for (const [status, reason] of Object.entries(reasons)) {
      const line = lines.find(({ state }) => state.status === status);
      await expect.element(rowOf(line?.name ?? '')).toMatchTextContent(reason);
    }
    const statuses = table()
      .getByRole('row')
      .elements()
      .slice(1, 5)
      .map((row) => row.children[3]?.textContent);
    expect(statuses).toEqual(['Vencida/o', 'Suspendida/o', 'Por vencer', 'Candidata/o']);
  });

  test('is narrowed down by status and by course, and the address keeps it', async () => {
    const client = await createDemoClient();
    const { course, weaver } = await teachWeaving(client);
    const everyone = await client.trainers.list({ courseId: null });
    await renderApp(client, `/capacitadores?courseId=${course.id}`);
    await expect.element(page.getByText('Se muestra 1', { exact: true })).toBeVisible();
    await expect.element(rowOf(weaver.name)).toMatchTextContent(/Tejidos.*Maestro\/a.*Acreditada/);
    await page.getByRole('radio', { name: /Candidata/ }).click();
    await expect.element(page.getByText('Nadie está en ese caso')).toBeVisible();
    await page.getByRole('button', { name: 'Ver todo' }).click();
    await expect.element(page.getByText(`Se muestran ${everyone.length}`)).toBeVisible();
  });

  test('says what is missing of a candidate, with figures and the time that is left', async () => {
    const client = await createDemoClient();
    const { name } = await askForMore(client);
    await renderApp(client, '/capacitadores');
    await expect
      .element(rowOf(name))
      .toMatchTextContent(/Falta: 2 ediciones como apoyo; acuerdo firmado. Tiene plazo hasta el \d+ de/);
  });

  test('of an office without rules says what a cascade is, and leads to the courses', async () => {
    const client = await createDemoClient();
    for (const { courseId, level } of await client.trainers.rules({ courseId: null }))
      await client.trainers.removeRule({ courseId, level });
    await renderApp(client, '/capacitadores');
    await expect.element(page.getByText(/En una cascada, la oficina forma a capacitadores/)).toBeVisible();
    await page.getByRole('button', { name: 'Ir a los cursos' }).click();
    await expect.element(page.getByRole('heading', { level: 1, name: 'Cursos y ediciones' })).toBeVisible();
  });

  test('lets a coordinator accredit somebody of whom nothing is known, by a reason', async () => {
    const client = await createDemoClient();
    const known = new Set((await client.trainers.list({ courseId: null })).map(({ personId }) => personId));
    const people = await client.people.search({ text: 'choque', limit: 8 });
    const unknown = people.find(({ id }) => !known.has(id));
    if (unknown === undefined) throw new Error('the invented office has people who never taught');
    const name = surnamesFirst(unknown);
    await renderApp(client, '/capacitadores');
    await page.getByRole('button', { name: 'Acreditar a una persona' }).click();
    await page.getByRole('textbox', { name: /^Persona/ }).fill('choque');
    await page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
    await page.getByRole('combobox', { name: 'Para enseñar' }).click();
    await page.getByRole('option', { name: 'Panadería y costos · capacitador/a maestro/a' }).click();
    await page.getByRole('button', { name: 'Acreditar', exact: true }).click();
    await expect.element(page.getByText('Escriba el motivo: queda registrado.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Motivo' }).fill('Viene acreditada de otra oficina');
    await page.getByRole('button', { name: 'Acreditar', exact: true }).click();
    await expect.element(page.getByText('Se registró la acreditación.')).toBeVisible();
    await page.getByRole('radio', { name: /Acreditada/ }).click();
    await expect.element(rowOf(name)).toMatchTextContent(/Maestro\/a.*Acreditada/);
  });
});

describe('the page of a trainer', () => {
  test('accredits a candidate, and the page says so at once', async () => {
    const client = await createDemoClient();
    const line = await findLine(client, ({ state }) => state.status === 'candidate');
    await renderApp(client, `/capacitadores/${line.personId}`);
    await expect.element(page.getByText('Cumple lo que se pide; solo falta la acreditación')).toBeVisible();
    await page.getByRole('button', { name: 'Acreditar', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: /^Acreditar a / });
    await dialog.getByRole('textbox', { name: 'Motivo' }).fill('Condujo una práctica acompañada');
    await dialog.getByRole('button', { name: 'Acreditar' }).click();
    await expect.element(page.getByText(/^Se acreditó a /)).toBeVisible();
    const card = page.getByRole('article');
    await expect.element(card).toMatchTextContent(/Acreditada\/o.*Desde el .*; vale hasta el/);
    const after = await findLine(client, ({ personId }) => personId === line.personId);
    expect(after.state.status).toBe('accredited');
  });

  test('suspending asks for a reason, and the suspension can be lifted', async () => {
    const client = await createDemoClient();
    const line = await findLine(client, ({ state }) => state.status === 'accredited');
    await renderApp(client, `/capacitadores/${line.personId}`);
    await page.getByRole('button', { name: 'Suspender' }).click();
    const dialog = page.getByRole('dialog', { name: /^Suspender la acreditación de / });
    await dialog.getByRole('button', { name: 'Suspender' }).click();
    await expect.element(dialog.getByText('Escriba el motivo: queda registrado.')).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Motivo' }).fill('Dejó a medias una edición');
    await dialog.getByRole('button', { name: 'Suspender' }).click();
    await expect.element(page.getByText(/La acreditación está suspendida desde el/)).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Levantar la suspensión' })).toBeVisible();
    expect(page.getByRole('button', { name: 'Renovar' }).elements()).toEqual([]);
    await expect
      .element(page.getByText('Suspendió la coordinación: Dejó a medias una edición'))
      .toBeVisible();
    await page.getByRole('button', { name: 'Historial' }).click();
    await expect.element(page.getByText(/Dejó a medias una edición/).last()).toBeVisible();
  });

  test('renewing says before until when it will hold, and afterwards that it does', async () => {
    const client = await createDemoClient();
    const line = await findLine(client, ({ state }) => state.status === 'dueSoon');
    await renderApp(client, `/capacitadores/${line.personId}`);
    await page.getByRole('button', { name: 'Renovar' }).click();
    const dialog = page.getByRole('dialog');
    await expect
      .element(dialog.getByRole('status'))
      .toMatchTextContent(/^Con esa fecha vale hasta el \d+ de .* Hoy vale hasta el \d+ de/);
    await dialog.getByRole('textbox', { name: 'Motivo' }).fill('Dictó dos ediciones en Quillacollo');
    await dialog.getByRole('button', { name: 'Renovar' }).click();
    await expect
      .element(page.getByRole('article').first())
      .toMatchTextContent(/Acreditada\/o.*vale hasta el/);
  });

  test('a date that is still to come is refused', async () => {
    const client = await createDemoClient();
    const line = await findLine(client, ({ state }) => state.status === 'accredited');
    await renderApp(client, `/capacitadores/${line.personId}`);
    await page.getByRole('button', { name: 'Renovar' }).click();
    await page.getByRole('textbox', { name: 'Desde' }).fill('1/1/2090');
    await page.getByRole('textbox', { name: 'Motivo' }).fill('Curso de actualización');
    await page.getByRole('dialog').getByRole('button', { name: 'Renovar' }).click();
    await expect.element(page.getByText('La fecha no puede ser posterior a hoy')).toBeVisible();
  });

  test('lists what is done and what is missing, and notes a signed agreement', async () => {
    const client = await createDemoClient();
    const line = await askForMore(client);
    await renderApp(client, `/capacitadores/${line.personId}`);
    const asked = page.getByRole('list', { name: 'Qué se pide' });
    await expect.element(asked).toMatchTextContent(/Cumplido:curso de formación aprobado/);
    await expect.element(asked).toMatchTextContent(/Falta: 2 ediciones como apoyo/);
    await page.getByRole('button', { name: 'Registrar acuerdo firmado' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Registrar acuerdo firmado' }).click();
    await expect.element(asked).toMatchTextContent(/Cumplido:acuerdo firmado/);
  });

  test('shows how far the cascade reached, and leads to it', async () => {
    const client = await createDemoClient();
    const root = await findLine(client, ({ level }) => level === 'masterTrainer');
    const { reach, people } = await client.trainers.cascade({ personId: root.personId });
    await renderApp(client, `/capacitadores/${root.personId}`);
    await expect
      .element(
        page.getByText(new RegExp(`^La formación llegó a ${people.length - 1} personas, en 3 generaciones`)),
      )
      .toBeVisible();
    const [, , third] = reach;
    const rows = page.getByRole('grid', { name: 'Alcance por generación' }).getByRole('row');
    expect(rows.nth(3).element().textContent).toContain(`${third?.people}${third?.trainers}`);
    await expect.element(page.getByText(/^No consta: no participó en ninguna edición/)).toBeVisible();
    await page.getByRole('button', { name: 'Ver la cascada' }).click();
    await expect.element(page.getByRole('tree', { name: 'Dibujo de la cascada' })).toBeVisible();
  });

  test('a reader sees the same without buttons', async () => {
    const client = await createDemoAs('reader');
    const line = await findLine(client, ({ state }) => state.status === 'accredited');
    await renderApp(client, `/capacitadores/${line.personId}`);
    await expect.element(page.getByRole('heading', { name: 'A quién formó' })).toBeVisible();
    expect(page.getByRole('button', { name: 'Suspender' }).elements()).toEqual([]);
  });

  test('a trainer sees nobody else’s cascade', async () => {
    const client = await createDemoAs('trainer');
    const line = await findLine(client, ({ state }) => state.status === 'accredited');
    await renderApp(client, `/capacitadores/${line.personId}`);
    await expect.element(page.getByRole('article')).toMatchTextContent(/Acreditada/);
    expect(page.getByRole('heading', { name: 'A quién formó' }).elements()).toEqual([]);
  });

  test('a registrar accredits in the name of a master trainer only', async () => {
    const client = await createDemoAs('registrar');
    const line = await findLine(client, ({ state }) => state.status === 'candidate');
    const master = await findLine(client, ({ level }) => level === 'masterTrainer');
    await renderApp(client, `/capacitadores/${line.personId}`);
    await page.getByRole('button', { name: 'Acreditar', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Acreditar' }).click();
    await expect.element(dialog.getByText(/la autoriza quien coordina/)).toBeVisible();
    await dialog.getByRole('combobox', { name: 'Quién acredita' }).click();
    await page.getByRole('option', { name: master.name }).click();
    await dialog.getByRole('button', { name: 'Acreditar' }).click();
    await expect.element(page.getByText(/^Se acreditó a /)).toBeVisible();
  });

  test('an address of nobody says so', async () => {
    const client = await createDemoClient();
    await renderApp(client, '/capacitadores/0000000000000000000000');
    await expect.element(page.getByText('Persona no encontrada').first()).toBeVisible();
  });
});
