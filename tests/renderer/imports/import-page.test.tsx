import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { surnamesFirst } from '../../../domain/person-name.ts';
import { createDemoClient, createTestClient, renderApp } from '../support/render-app.tsx';

const headings = 'Apellidos;Nombres;Carnet de Identidad;Fecha de nacimiento';

const csv = (...lines: string[]) => new File([[headings, ...lines].join('\n')], 'lista.csv');

async function readFixture(name: string): Promise<File> {
  const response = await fetch(`/tests/fixtures/lists/${name}`);
  return new File([await response.arrayBuffer()], name);
}

/** Drops a file where the page takes it. */
async function choose(file: File): Promise<void> {
  const input = document.querySelector('input[type=file]');
  if (input === null) throw new Error('the page takes no file');
  await userEvent.upload(input, file);
}

async function setUpOffice() {
  const client = createTestClient();
  await client.setup.start({
    office: {
      name: 'Municipio de Vinto',
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
  return client;
}

describe('importing a list', () => {
  test('says on the button what will happen, and at which cells to look', async () => {
    const screen = await renderApp(await setUpOffice(), '/importar');
    await expect.element(screen.getByRole('button', { name: 'Elegir archivo' })).toBeVisible();
    await choose(await readFixture('inscritos-panaderia.xlsx'));
    const button = screen.getByRole('button', { name: 'Registrar 36 personas, 1 ya existe' });
    await expect.element(button).toBeVisible();
    await screen.getByRole('button', { name: /31\/02\/1990/ }).click();
    await expect.element(screen.getByRole('cell', { name: /^31\/02\/1990/ })).toBeInViewport();
    await expect.element(screen.getByRole('button', { name: /^I25 «no tiene»/ })).toBeVisible();
  });

  test('stores the list in one step and takes it back as a whole', async () => {
    const client = await setUpOffice();
    const screen = await renderApp(client, '/importar');
    await expect.element(screen.getByRole('button', { name: 'Elegir archivo' })).toBeVisible();
    await choose(csv('Mamani Quispe;Juana;5123456;3/4/1990', 'Flores Rojas;Pedro;6123456;'));
    await screen.getByRole('button', { name: 'Registrar 2 personas' }).click();
    await expect.element(screen.getByText('2 son nuevas en el registro.')).toBeVisible();
    const find = () => client.people.search({ text: '5123456', limit: 5 });
    expect(await find()).toHaveLength(1);
    await screen.getByRole('button', { name: 'Deshacer importación' }).click();
    await screen.getByRole('dialog').getByRole('button', { name: 'Deshacer importación' }).click();
    await expect.element(screen.getByRole('gridcell', { name: /^Deshecha/ })).toBeVisible();
    expect(await find()).toHaveLength(0);
  });

  test('a column that was not understood is corrected where it stands', async () => {
    const screen = await renderApp(await setUpOffice(), '/importar');
    await expect.element(screen.getByRole('button', { name: 'Elegir archivo' })).toBeVisible();
    await choose(csv('Mamani Quispe;Juana;5123456;3/4/1990'));
    await screen.getByLabelText(/^Columna A/).selectOptions('ignored');
    await screen.getByLabelText(/^Columna B/).selectOptions('ignored');
    await expect.element(screen.getByText(/No se sabe qué columna lleva el nombre/)).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Nadie nuevo por registrar' })).toBeDisabled();
    await screen.getByRole('button', { name: 'Volver a lo reconocido' }).click();
    await expect.element(screen.getByRole('button', { name: 'Registrar 1 persona' })).toBeEnabled();
  });

  test('one card with two names is two people until someone says that it is one', async () => {
    const client = await createDemoClient();
    const { rows } = await client.people.list({
      text: '',
      offset: 0,
      limit: 50,
      sort: 'surname',
      descending: false,
    });
    const known = rows.find(({ idNumber, idComplement }) => idNumber !== null && idComplement === null);
    const screen = await renderApp(client, '/importar');
    await expect.element(screen.getByRole('button', { name: 'Elegir archivo' })).toBeVisible();
    await choose(csv(`Xxx Zzz;Otra;${known?.idNumber ?? ''};`));
    await expect.element(screen.getByRole('heading', { name: /Misma cédula, otro nombre/ })).toBeVisible();
    await expect.element(screen.getByText(known === undefined ? '' : surnamesFirst(known))).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Registrar 1 persona' })).toBeVisible();
    await screen.getByRole('radio', { name: 'Es la misma persona' }).click();
    await expect.element(screen.getByRole('button', { name: 'Nadie nuevo por registrar' })).toBeVisible();
  });

  test('a cell far down in a long list is brought into sight', async () => {
    const screen = await renderApp(await setUpOffice(), '/importar');
    await expect.element(screen.getByRole('button', { name: 'Elegir archivo' })).toBeVisible();
    const lines = Array.from(
      { length: 3000 },
      (_, index) => `Mamani Quispe;Juana ${index};${1_000_000 + index};${index === 2600 ? '31/02/1990' : ''}`,
    );
    await choose(csv(...lines));
    await screen.getByRole('button', { name: /^D2602/ }).click();
    await expect.element(screen.getByRole('cell', { name: /^31\/02\/1990/ })).toBeInViewport();
    await expect.element(screen.getByRole('rowheader', { name: '2602' })).toBeInViewport();
  });

  test('a file that cannot be read says why and what to do', async () => {
    const screen = await renderApp(await setUpOffice(), '/importar');
    await expect.element(screen.getByRole('button', { name: 'Elegir archivo' })).toBeVisible();
    await choose(await readFixture('con-contrasena.xlsx'));
    await expect
      .element(screen.getByRole('alert'))
      .toMatchTextContent('está protegido con contraseña. Quite la contraseña en Excel y vuelva a elegirlo.');
  });

  test('an import whose people have attendance is not taken back, and the page says of whom', async () => {
    const client = await createDemoClient();
    const editions = await client.editions.list({ courseId: null });
    const edition = editions.find(({ status, seats }) => status === 'running' && seats.free > 0);
    if (edition === undefined) throw new Error('the demo has no running edition with a free seat');
    const upload = await client.imports.read({ file: csv('Zzz Mamani;Juana;51234567;') });
    const fields = upload.columns.map(({ field }) => field);
    await client.imports.commit({
      uploadId: upload.uploadId,
      editionId: edition.id,
      fields,
      decisions: [],
    });
    const { sessions, enrolments } = await client.attendance.grid({ editionId: edition.id });
    const enrolment = enrolments.find(({ paternalSurname }) => paternalSurname === 'Zzz');
    const session = sessions.find(({ state }) => state === 'held');
    if (enrolment === undefined || session === undefined) throw new Error('the person was not enrolled');
    await client.attendance.mark({
      changes: [{ enrolmentId: enrolment.id, sessionId: session.id, mark: 'P' }],
    });
    const screen = await renderApp(client, '/importar');
    await screen.getByRole('button', { name: 'Deshacer la importación de lista.csv' }).click();
    await screen.getByRole('dialog').getByRole('button', { name: 'Deshacer importación' }).click();
    await expect
      .element(screen.getByRole('alert'))
      .toMatchTextContent(/No se puede deshacer.*Juana Zzz Mamani/);
  });

  test('looking at another page loses nothing of the list', async () => {
    const screen = await renderApp(await setUpOffice(), '/importar');
    await expect.element(screen.getByRole('button', { name: 'Elegir archivo' })).toBeVisible();
    await choose(csv('Mamani Quispe;Juana;5123456;3/4/1990'));
    await screen.getByLabelText(/^Columna D/).selectOptions('ignored');
    await screen.getByRole('link', { name: 'Certificados' }).click();
    await expect.element(screen.getByRole('heading', { level: 1 })).toMatchTextContent('Certificados');
    await userEvent.click(screen.getByRole('link', { name: 'Personas' }));
    await screen
      .getByRole('button', { name: /mportar/ })
      .first()
      .click();
    await expect.element(screen.getByLabelText(/^Columna D/)).toHaveValue('ignored');
  });
});
