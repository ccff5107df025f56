import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { surnamesFirst } from '../../../domain/person-name.ts';
import type { EditionStatus } from '../../../domain/edition.ts';
import type { ServiceClient } from '../../../renderer/lib/api.tsx';
import { createDemoClient, renderApp } from '../support/render-app.tsx';

afterEach(() => sessionStorage.clear());

async function findEdition(client: ServiceClient, status: EditionStatus) {
  const edition = (await client.editions.list({ courseId: null })).find((one) => one.status === status);
  if (edition === undefined) throw new Error(`the invented office has no edition that is ${status}`);
  return edition;
}

describe('the header of an edition', () => {
  test.each([
    ['planned', 'Abrir inscripción'],
    ['open', 'Iniciar'],
    ['running', 'Cerrar edición'],
    ['closed', /certificados$/],
  ] as const)('of one that is %s offers its next step', async (status, step) => {
    const client = await createDemoClient();
    const edition = await findEdition(client, status);
    const screen = await renderApp(client, `/ediciones/${edition.id}`);
    await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent(edition.courseTitle);
    await expect.element(screen.getByRole('button', { name: step })).toBeVisible();
  });

  test('takes a step and lets it be taken back', async () => {
    const client = await createDemoClient();
    const { id: editionId } = await findEdition(client, 'planned');
    const screen = await renderApp(client, `/ediciones/${editionId}`);
    await screen.getByRole('button', { name: 'Abrir inscripción' }).click();
    await expect.element(screen.getByRole('button', { name: 'Iniciar' })).toBeVisible();
    expect((await client.editions.get({ editionId })).status).toBe('open');
    await screen.getByRole('button', { name: 'Deshacer' }).click();
    await expect.element(screen.getByRole('button', { name: 'Abrir inscripción' })).toBeVisible();
    expect((await client.editions.get({ editionId })).status).toBe('planned');
  });
});

describe('the participants of an edition', () => {
  test('a withdrawal says who moves up from the waiting list', async () => {
    const client = await createDemoClient();
    const { id: editionId } = await findEdition(client, 'open');
    const before = await client.enrolments.list({ editionId });
    const leaving = before.find(({ status }) => status === 'enrolled');
    const next = before.find(({ waitingPosition }) => waitingPosition === 1);
    const screen = await renderApp(client, `/ediciones/${editionId}`);
    await screen
      .getByRole('button', { name: `Acciones para ${leaving?.givenNames ?? ''}`, exact: false })
      .first()
      .click();
    await screen.getByRole('menuitem', { name: /^Registrar su retiro/ }).click();
    await userEvent.keyboard('Se mudó{Enter}');
    await expect
      .element(screen.getByText(new RegExp(`Pasa de la lista de espera: ${next?.givenNames ?? ''}`)))
      .toBeVisible();
    const after = await client.enrolments.list({ editionId });
    expect(after.find(({ id }) => id === leaving?.id)).toMatchObject({
      status: 'withdrawn',
      withdrawnReason: 'Se mudó',
    });
    expect(after.find(({ id }) => id === next?.id)?.status).toBe('enrolled');
  });

  test('a person the office does not know is registered and enrolled from the search', async () => {
    const client = await createDemoClient();
    const { id: editionId } = await findEdition(client, 'planned');
    const screen = await renderApp(client, `/ediciones/${editionId}`);
    await screen.getByPlaceholder('Nombre o número de carnet, y Enter').fill('Petronila Ajata Luna');
    await expect.element(screen.getByText(/Registrar a «Petronila Ajata Luna»/)).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await screen.getByRole('textbox', { name: 'Cédula de identidad' }).fill('9988776-1B CB');
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByText('Ajata Luna, Petronila: inscripción registrada.')).toBeVisible();
    const [enrolment] = await client.enrolments.list({ editionId });
    expect(enrolment).toMatchObject({
      givenNames: 'Petronila',
      paternalSurname: 'Ajata',
      maternalSurname: 'Luna',
      idNumber: '9988776',
      idComplement: '1B',
      idIssuedIn: 'CB',
    });
  });

  test('the form of a new person says that the office knows someone with the same identity card', async () => {
    const client = await createDemoClient();
    const { id: editionId } = await findEdition(client, 'planned');
    const { rows } = await client.people.list({
      text: '',
      sort: 'newest',
      descending: true,
      offset: 0,
      limit: 50,
    });
    const known = rows.find(({ idNumber }) => idNumber !== null);
    if (known === undefined) throw new Error('nobody has an identity card');
    const screen = await renderApp(client, `/ediciones/${editionId}`);
    await screen.getByRole('button', { name: 'Persona nueva' }).click();
    await screen.getByRole('textbox', { name: 'Apellido paterno' }).fill('Otra');
    await screen.getByRole('textbox', { name: 'Nombres' }).fill('Persona');
    await screen.getByRole('textbox', { name: 'Cédula de identidad' }).fill(known.idNumber ?? '');
    await screen.getByRole('button', { name: 'Es esta persona' }).first().click();
    await expect.element(screen.getByText(`${surnamesFirst(known)}: inscripción registrada.`)).toBeVisible();
    expect((await client.enrolments.list({ editionId })).map(({ personId }) => personId)).toEqual([known.id]);
    // Or it is somebody else, under the same card by mistake: said here, nobody is asked again.
    await screen.getByRole('button', { name: 'Persona nueva' }).click();
    await screen.getByRole('textbox', { name: 'Apellido paterno' }).fill('Otra');
    await screen.getByRole('textbox', { name: 'Nombres' }).fill('Persona');
    await screen.getByRole('textbox', { name: 'Cédula de identidad' }).fill(known.idNumber ?? '');
    await screen
      .getByRole('checkbox', { name: `Es otra persona: no volver a preguntar por ${surnamesFirst(known)}` })
      .click();
    await screen.getByRole('button', { name: 'Registrar e inscribir' }).click();
    await expect.element(screen.getByText('Otra, Persona: inscripción registrada.')).toBeVisible();
    const [told] = await client.people.toldApart();
    expect(told?.people.map(({ id }) => id)).toContain(known.id);
  });
});

describe('a new edition', () => {
  test('gets a free code suggested with its course', async () => {
    const client = await createDemoClient();
    const [course] = await client.courses.list();
    if (course === undefined) throw new Error('the invented office has no course');
    const code = await client.editions.suggestCode({ courseId: course.id });
    const screen = await renderApp(client, `/ediciones/nueva?courseId=${course.id}`);
    await expect.element(screen.getByRole('textbox', { name: 'Código' })).toHaveValue(code);
    await screen.getByRole('combobox', { name: 'Lugar' }).fill('Salón de la OTB Thiomoko');
    await screen.getByRole('button', { name: 'Crear edición' }).click();
    await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent(course.title);
    const stored = (await client.editions.list({ courseId: course.id })).find((one) => one.code === code);
    expect(stored).toMatchObject({ place: 'Salón de la OTB Thiomoko', status: 'planned' });
  });
});

describe('the closing of an edition', () => {
  test('asks for a word about sessions without attendance, closes, and can be taken back', async () => {
    const client = await createDemoClient();
    const { id: editionId } = await findEdition(client, 'running');
    const screen = await renderApp(client, `/ediciones/${editionId}/cierre`);
    const close = screen.getByRole('button', { name: 'Cerrar edición' });
    await expect.element(close).toBeDisabled();
    await screen.getByRole('checkbox', { name: /Cerrar de todos modos/ }).click();
    await close.click();
    await expect.element(screen.getByText(/está cerrada. Puede reabrirla/)).toBeVisible();
    expect((await client.editions.get({ editionId })).status).toBe('closed');
    await screen.getByRole('button', { name: 'Deshacer' }).click();
    await expect.poll(async () => (await client.editions.get({ editionId })).status).toBe('running');
  });

  test('shows everyone with the result and the reason in figures that the service gives', async () => {
    const client = await createDemoClient();
    const { id: editionId } = await findEdition(client, 'closed');
    const results = await client.editions.results({ editionId });
    const approved = results.filter(({ result }) => result.kind === 'approved');
    const screen = await renderApp(client, `/ediciones/${editionId}/cierre`);
    const table = screen.getByRole('grid', { name: 'Resultados' });
    await expect.element(table.getByText(approved[0]?.name ?? '')).toBeVisible();
    await expect.element(screen.getByText(/^Asistencia \d+([,.]\d)? % de 80 %/).first()).toBeVisible();
    await expect.element(screen.getByText(String(approved.length), { exact: true }).first()).toBeVisible();
  });
});
