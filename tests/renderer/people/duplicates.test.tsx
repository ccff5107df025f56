import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { emptyEnterprise } from '../../../domain/enterprise.ts';
import type { PersonDraft } from '../../../domain/person.ts';
import type { ServiceClient } from '../../../renderer/lib/api.tsx';
import { createDemoClient, renderApp } from '../support/render-app.tsx';

const hermenegilda: PersonDraft = {
  givenNames: 'Hermenegilda',
  paternalSurname: 'Sejas',
  maternalSurname: 'Ñáñez',
  marriedSurname: null,
  idNumber: '7654321',
  idComplement: null,
  idIssuedIn: 'CB',
  sex: 'F',
  birthDate: null,
  phone: '70366443',
  email: null,
  municipalityCode: '030904',
  community: 'Payacollo',
  organisationName: null,
  languages: [],
  notes: null,
  hasConsented: true,
  consentedOn: null,
  consentMeans: null,
  otherEnterprises: [],
  enterprise: emptyEnterprise,
};
const misspelt: PersonDraft = { ...hermenegilda, paternalSurname: 'Cejas', idNumber: null, community: null };

afterEach(() => sessionStorage.clear());

/** The same woman twice: once with her card, once spelt as it sounds. */
async function registerTwice(client: ServiceClient) {
  const first = await client.people.create(hermenegilda);
  const second = await client.people.create(misspelt);
  return { first, second };
}

describe('the page of possible duplicates', () => {
  test('says so where there are none', async () => {
    const screen = await renderApp(await createDemoClient(), '/personas/duplicados');
    await expect.element(screen.getByText('No hay posibles duplicados')).toBeVisible();
  });

  test('is reached from what waits and from the people, and tells the evidence in words of either language', async () => {
    const client = await createDemoClient();
    await registerTwice(client);
    const screen = await renderApp(client, '/');
    await expect
      .element(screen.getByText('Hay 1 posible duplicado entre las personas registradas.'))
      .toBeVisible();
    await screen.getByRole('link', { name: 'Revisar', exact: true }).click();
    await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Posibles duplicados');
    const evidence = screen.getByRole('list', { name: 'Evidencia' });
    await expect.element(evidence.getByText('nombres que suenan igual')).toBeVisible();
    await expect.element(evidence.getByText('mismo teléfono')).toBeVisible();
    await expect.element(evidence.getByRole('img', { name: 'Casi coincide:' })).toBeVisible();
    await screen.getByRole('button', { name: 'Rosa Balderrama' }).click();
    await screen.getByRole('menuitemradio', { name: 'English' }).click();
    await expect.element(screen.getByText('names that sound alike')).toBeVisible();
  });

  test('takes the word that they are two people, gives it back with the keys, and lists what was dismissed', async () => {
    const client = await createDemoClient();
    await registerTwice(client);
    const screen = await renderApp(client, '/personas/duplicados');
    await screen.getByRole('button', { name: 'Son dos personas' }).click();
    await expect.element(screen.getByText('No hay posibles duplicados')).toBeVisible();
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.element(screen.getByRole('button', { name: 'Son dos personas' })).toBeVisible();
    await screen.getByRole('button', { name: 'Son dos personas' }).click();
    await expect.element(screen.getByRole('heading', { name: 'Pares descartados (1)' })).toBeVisible();
    await screen.getByRole('button', { name: /^Volver a preguntar por Sejas Ñáñez/ }).click();
    await expect.element(screen.getByRole('button', { name: 'Es la misma persona' })).toBeVisible();
    expect(await client.people.toldApart()).toEqual([]);
  });

  test('merges them side by side: where both were marked otherwise, which mark stands is chosen, and undone', async () => {
    const client = await createDemoClient();
    const { first, second } = await registerTwice(client);
    const editions = await client.editions.list({ courseId: null });
    const running = editions.find(({ status }) => status === 'running');
    if (running === undefined) throw new Error('the invented office has a running edition');
    const { enrolled } = await client.enrolments.enrol({
      editionId: running.id,
      personIds: [first.id, second.id],
      exceptionReason: 'Vinieron',
      prerequisiteReason: null,
    });
    const [session] = await client.sessions.list({ editionId: running.id });
    const [a, b] = enrolled;
    if (!session || !a || !b) throw new Error('both were enrolled in an edition with sessions');
    const mark = (enrolmentId: typeof a, letter: 'P' | 'F') => ({
      sessionId: session.id,
      enrolmentId,
      mark: letter,
    });
    await client.attendance.mark({ changes: [mark(a, 'F'), mark(b, 'P')] });
    const screen = await renderApp(client, '/personas/duplicados');
    await screen.getByRole('button', { name: 'Es la misma persona' }).click();
    const dialog = screen.getByRole('dialog');
    await expect.element(dialog.getByText(/^Asistencia, /)).toBeVisible();
    await dialog.getByRole('radio', { name: /^Asistencia, .*: Presente/ }).click();
    await dialog.getByRole('button', { name: 'Unir' }).click();
    await expect.element(screen.getByText('No hay posibles duplicados')).toBeVisible();
    const markOf = async (enrolmentId: typeof a) => {
      const { marks } = await client.attendance.grid({ editionId: running.id });
      return marks.find((each) => each.enrolmentId === enrolmentId && each.sessionId === session.id)?.mark;
    };
    expect(await markOf(a)).toBe('P');
    expect(await client.people.get({ id: second.id })).toMatchObject({ id: first.id, idNumber: '7654321' });
    await page.getByRole('button', { name: 'Deshacer' }).click();
    await expect.element(screen.getByRole('button', { name: 'Es la misma persona' })).toBeVisible();
    expect(await markOf(a)).toBe('F');
    expect(await client.people.get({ id: second.id })).toMatchObject({ id: second.id });
  });
});

test('a person’s page says who else may be the same, and leads there', async () => {
  const client = await createDemoClient();
  const { first, second } = await registerTwice(client);
  const screen = await renderApp(client, `/personas/${second.id}`);
  await expect.element(screen.getByText('Hay otra persona registrada que quizás es la misma')).toBeVisible();
  await screen.getByRole('link', { name: 'Sejas Ñáñez, Hermenegilda' }).click();
  await expect.element(screen.getByRole('textbox', { name: 'Cédula de identidad' })).toHaveValue('7654321');
  await screen.getByRole('button', { name: 'Son dos personas' }).click();
  await expect
    .element(screen.getByText('Hay otra persona registrada que quizás es la misma'))
    .not.toBeInTheDocument();
  expect(await client.people.duplicates({ personId: first.id, limit: 5 })).toMatchObject({ count: 0 });
});

test('whoever is being registered is told of who sounds alike, with the evidence', async () => {
  const client = await createDemoClient();
  await client.people.create(hermenegilda);
  const screen = await renderApp(client, '/personas/nueva');
  await screen.getByRole('textbox', { name: 'Apellido paterno' }).fill('Zejas');
  await screen.getByRole('textbox', { name: 'Apellido materno' }).fill('Nanes');
  await screen.getByRole('textbox', { name: 'Nombres' }).fill('Ermenejilda');
  await expect.element(screen.getByText('nombres que suenan igual')).toBeVisible();
});
