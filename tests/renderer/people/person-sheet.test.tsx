import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { emptyEnterprise } from '../../../domain/enterprise.ts';
import type { PersonDraft } from '../../../domain/person.ts';
import { today } from '../../../renderer/lib/date-text.ts';
import { createDemoClient, renderApp } from '../support/render-app.tsx';

const zoila: PersonDraft = {
  givenNames: 'Zoila',
  paternalSurname: 'Yupanqui',
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

afterEach(() => sessionStorage.clear());

describe('the sheet of a new person', () => {
  test('takes apart a card, a phone and a name as people write them, and saves with Enter', async () => {
    const client = await createDemoClient();
    const screen = await renderApp(client, '/personas/nueva');
    await screen.getByRole('textbox', { name: 'Apellido paterno' }).fill('YUPANQUI');
    await screen.getByRole('textbox', { name: 'Nombres' }).fill('Zoila');
    await screen.getByRole('textbox', { name: 'Cédula de identidad' }).fill('7654321-1A Cbba.');
    await screen.getByRole('textbox', { name: 'Teléfono' }).fill('703-66443');
    await screen.getByRole('textbox', { name: 'Correo electrónico' }).click();
    await expect.element(screen.getByRole('textbox', { name: 'Apellido paterno' })).toHaveValue('Yupanqui');
    await expect.element(screen.getByRole('textbox', { name: 'Complemento' })).toHaveValue('1A');
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Zoila Yupanqui');
    const [stored] = await client.people.search({ text: '7654321', limit: 1 });
    expect(stored).toMatchObject({
      paternalSurname: 'Yupanqui',
      idNumber: '7654321',
      idComplement: '1A',
      idIssuedIn: 'CB',
      phone: '70366443',
    });
  });

  test('remembers, when it is registered, of whom somebody said that it is another person, and of no other', async () => {
    const client = await createDemoClient();
    const known = await client.people.create(zoila);
    const twin = await client.people.create({ ...zoila, phone: '70000001' });
    const before = (await client.people.toldApart()).length;
    const screen = await renderApp(client, '/personas/nueva');
    await screen.getByRole('textbox', { name: 'Apellido paterno' }).fill('Yupanqui');
    await screen.getByRole('textbox', { name: 'Apellido materno' }).fill('Ñáñez');
    await screen.getByRole('textbox', { name: 'Nombres' }).fill('Zoila');
    await screen.getByRole('textbox', { name: 'Teléfono' }).fill('70366443');
    const isAnother = screen.getByRole('checkbox', {
      name: /^Es otra persona: no volver a preguntar por Yupanqui/,
    });
    await expect.poll(() => isAnother.all().length).toBe(2);
    await isAnother.first().click();
    await isAnother.last().click();
    await isAnother.last().click();
    await screen.getByRole('button', { name: 'Registrar persona' }).click();
    await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Zoila Yupanqui Ñáñez');
    const told = await client.people.toldApart();
    expect(told).toHaveLength(before + 1);
    expect(told[0]?.people.filter(({ id }) => id === known.id || id === twin.id)).toHaveLength(1);
  });

  test('brings the section along with a trade of the office, takes a second enterprise and makes it the main one', async () => {
    const client = await createDemoClient();
    const { id } = await client.people.create(zoila);
    const screen = await renderApp(client, `/personas/${id}`);
    await screen.getByRole('combobox', { name: 'Rubro' }).fill('tejidos');
    await expect
      .element(screen.getByRole('combobox', { name: 'Sección (CAEB)' }))
      .toHaveValue('C · Industria manufacturera');
    await screen.getByRole('button', { name: 'Añadir otro emprendimiento' }).click();
    await screen.getByRole('combobox', { name: 'Rubro' }).nth(1).fill('Apicultura');
    await screen.getByRole('button', { name: /^Hacer principal/ }).click();
    await expect.element(screen.getByRole('combobox', { name: 'Rubro' }).first()).toHaveValue('Apicultura');
    await screen.getByRole('button', { name: 'Guardar' }).click();
    await expect
      .poll(async () => {
        const { enterprise, otherEnterprises } = await client.people.get({ id });
        return [enterprise, ...otherEnterprises].map(({ trade, section }) => `${trade} ${section}`);
      })
      .toEqual(['Apicultura A', 'tejidos C']);
  });

  test('takes down when and how somebody agreed; ticked today means today', async () => {
    const client = await createDemoClient();
    const { id } = await client.people.create({ ...zoila, hasConsented: false });
    const screen = await renderApp(client, `/personas/${id}`);
    await screen.getByRole('checkbox', { name: /autoriza/ }).click();
    await screen.getByRole('combobox', { name: 'Cómo la dio' }).click();
    await screen.getByRole('option', { name: 'De palabra' }).click();
    await screen.getByRole('button', { name: 'Guardar' }).click();
    await expect
      .poll(async () => {
        const { consentedOn, consentMeans } = await client.people.get({ id });
        return [consentedOn, consentMeans];
      })
      .toEqual([today(), 'spoken']);
  });

  test('takes down the languages somebody speaks', async () => {
    const client = await createDemoClient();
    const { id } = await client.people.create(zoila);
    const screen = await renderApp(client, `/personas/${id}`);
    const languages = screen.getByRole('combobox', { name: 'Idiomas' });
    for (const language of ['Quechua', 'Castellano']) {
      await languages.fill(language.toLowerCase());
      await screen.getByRole('option', { name: language }).click();
    }
    await screen.getByRole('textbox', { name: 'Notas internas' }).click();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(async () => (await client.people.get({ id })).languages).toEqual(['es', 'qu']);
  });

  test('doubts an odd identity number and saves it all the same', async () => {
    const client = await createDemoClient();
    const screen = await renderApp(client, '/personas/nueva');
    await screen.getByRole('textbox', { name: 'Apellido paterno' }).fill('Yupanqui');
    await screen.getByRole('textbox', { name: 'Nombres' }).fill('Zoila');
    await screen.getByRole('textbox', { name: 'Cédula de identidad' }).fill('123');
    await screen.getByRole('textbox', { name: 'Complemento' }).click();
    await expect.element(screen.getByText(/No tiene la forma habitual de una cédula/)).toBeVisible();
    await screen.getByRole('button', { name: 'Registrar persona' }).click();
    await expect.element(screen.getByText('C.I. 123')).toBeVisible();
  });

  test('shows the age and whether it is youth by law', async () => {
    const screen = await renderApp(await createDemoClient(), '/personas/nueva');
    const lastYear = Number(today().slice(0, 4)) - 1;
    await screen.getByRole('textbox', { name: 'Fecha de nacimiento' }).fill(`1/1/${lastYear - 19}`);
    await expect.element(screen.getByText('20 años · joven (de 16 a 28 años)')).toBeVisible();
    await screen.getByRole('textbox', { name: 'Fecha de nacimiento' }).fill(`1/1/${lastYear - 39}`);
    await expect.element(screen.getByText('40 años', { exact: true })).toBeVisible();
  });

  test('points out who is registered already and why, while it is being filled in', async () => {
    const client = await createDemoClient();
    await client.people.create(zoila);
    const screen = await renderApp(client, '/personas/nueva');
    await screen.getByRole('textbox', { name: 'Apellido paterno' }).fill('yupanqui');
    await screen.getByRole('textbox', { name: 'Apellido materno' }).fill('nañez');
    await screen.getByRole('textbox', { name: 'Nombres' }).fill('zoila');
    await screen.getByRole('textbox', { name: 'Teléfono' }).fill('703-66443');
    await expect.element(screen.getByText(/7654321 CB · Payacollo/)).toBeVisible();
    await expect.element(screen.getByText('mismo teléfono')).toBeVisible();
    await screen.getByRole('link', { name: 'Yupanqui Ñáñez, Zoila' }).click();
    await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Zoila Yupanqui Ñáñez');
  });

  test('is kept when one leaves, and thrown away only when one says so', async () => {
    const client = await createDemoClient();
    const screen = await renderApp(client, '/personas/nueva');
    await screen.getByRole('textbox', { name: 'Nombres' }).fill('Zoila');
    await screen.getByRole('button', { name: 'Cancelar' }).click();
    await screen.getByRole('button', { name: 'Nueva persona' }).click();
    await expect.element(screen.getByRole('textbox', { name: 'Nombres' })).toHaveValue('Zoila');
    await screen.getByRole('button', { name: 'Descartar' }).click();
    await expect.element(screen.getByRole('textbox', { name: 'Nombres' })).toHaveValue('');
  });
});

describe('the sheet of someone registered', () => {
  test('saves with Ctrl+Enter and takes the save back', async () => {
    const client = await createDemoClient();
    const { id } = await client.people.create(zoila);
    const screen = await renderApp(client, `/personas/${id}`);
    await screen.getByRole('textbox', { name: 'Notas internas' }).fill('Llamar por la tarde');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(screen.getByText('Se guardaron los datos.')).toBeVisible();
    expect((await client.people.get({ id })).notes).toBe('Llamar por la tarde');
    await screen.getByRole('button', { name: 'Deshacer' }).click();
    await expect.poll(async () => (await client.people.get({ id })).notes).toBeNull();
  });

  test('says in which editions someone is who therefore cannot be deleted', async () => {
    const client = await createDemoClient();
    const editions = await client.editions.list({ courseId: null });
    const running = editions.find(({ status }) => status === 'running');
    if (running === undefined) throw new Error('the example has no running edition');
    const [enrolment] = await client.enrolments.list({ editionId: running.id });
    const screen = await renderApp(client, `/personas/${enrolment?.personId ?? ''}`);
    await expect.element(screen.getByRole('link', { name: running.courseTitle }).first()).toBeVisible();
    await screen.getByRole('button', { name: 'Más' }).click();
    await screen.getByRole('menuitem', { name: 'Eliminar' }).click();
    await expect.element(screen.getByText(new RegExp(`figura en .*${running.code}`))).toBeVisible();
  });

  test('comes back when deleting is undone', async () => {
    const client = await createDemoClient();
    const { id } = await client.people.create(zoila);
    const screen = await renderApp(client, `/personas/${id}`);
    await screen.getByRole('button', { name: 'Más' }).click();
    await screen.getByRole('menuitem', { name: 'Eliminar' }).click();
    await expect.element(screen.getByText('Se eliminó a Zoila Yupanqui Ñáñez.')).toBeVisible();
    expect(await client.people.search({ text: 'Yupanqui', limit: 5 })).toEqual([]);
    await screen.getByRole('button', { name: 'Deshacer' }).click();
    await expect
      .poll(async () => (await client.people.search({ text: 'Yupanqui', limit: 5 })).length)
      .toBe(1);
  });
});
