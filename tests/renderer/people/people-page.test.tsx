import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fullName } from '../../../domain/person-name.ts';
import { createDemoClient, createTestClient, renderApp } from '../support/render-app.tsx';

const rowsOf = (screen: { container: Element }) => [
  ...screen.container.querySelectorAll('[role="grid"] tbody tr[aria-rowindex]'),
];

describe('the table of people', () => {
  test('finds people as one types, and opens with the keys alone whoever was found', async () => {
    const client = await createDemoClient();
    const [person] = await client.people.search({ text: 'mamani', limit: 1 });
    if (person === undefined) throw new Error('the example has no Mamani');
    const screen = await renderApp(client, '/personas');
    await screen.getByRole('searchbox').fill(person.idNumber ?? '');
    await expect.poll(() => rowsOf(screen).length).toBe(1);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent(fullName(person));
  });

  test('is sorted by the service, in both directions and by when people were registered', async () => {
    const client = await createDemoClient();
    const page = { text: '', offset: 0, limit: 1 } as const;
    const last = await client.people.list({ ...page, sort: 'identityCard', descending: true });
    const newest = await client.people.list({ ...page, sort: 'newest', descending: false });
    const screen = await renderApp(client, '/personas');
    const firstRow = () => rowsOf(screen)[0]?.textContent;
    await screen.getByRole('button', { name: 'C.I.' }).click();
    await screen.getByRole('button', { name: 'C.I.' }).click();
    await expect.poll(firstRow).toContain(last.rows[0]?.idNumber);
    await screen.getByRole('radio', { name: 'Últimas registradas' }).click();
    await expect.poll(firstRow).toContain(newest.rows[0]?.idNumber);
  });

  test('offers to register whoever is not found, with what was typed filled in', async () => {
    const screen = await renderApp(await createDemoClient(), '/personas');
    await screen.getByRole('searchbox').fill('Zoila Yupanqui');
    await screen.getByRole('button', { name: 'Registrar a «Zoila Yupanqui»' }).click();
    await expect.element(screen.getByRole('textbox', { name: 'Apellido paterno' })).toHaveValue('Yupanqui');
    await expect.element(screen.getByRole('textbox', { name: 'Nombres' })).toHaveValue('Zoila');
  });

  test('of a new office says what to do first', async () => {
    const client = createTestClient();
    await client.setup.start({
      office: {
        name: 'Oficina nueva',
        municipalityCode: '030904',
        address: null,
        phone: null,
        paper: 'letter',
        attendancePolicy: { latesPerAbsence: null, leave: 'neutral' },
        signatories: [],
      },
      logo: null,
      user: { name: 'Rosa', password: null },
    });
    const screen = await renderApp(client, '/personas');
    await expect.element(screen.getByText('Todavía no hay personas registradas')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Importar una lista de Excel' })).toBeVisible();
    expect(screen.container.querySelector('[type="search"]')).toBeNull();
  });
});
