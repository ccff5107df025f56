import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { draftPerson } from '../../support/person.ts';
import { renderApp } from '../support/render-app.tsx';
import {
  choose,
  createAcquaintedPcs,
  createTwoPcs,
  endOf,
  importInto,
  makePacket,
  thisDeviceOf,
} from './two-pcs.ts';

const casilda = draftPerson({ givenNames: 'Casilda', paternalSurname: 'Urquidi', idNumber: '8812345' });

/** What the browser is told to save, which is where a page ends. */
function watchSaving() {
  const saved: { name: string; address: string }[] = [];
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push({ name: this.download, address: this.href });
  });
  onTestFinished(() => click.mockRestore());
  return saved;
}

describe('Llevar', () => {
  test('makes a packet with what the other lacks, saves it under a readable name, and the other takes it in', async () => {
    const { office, laptop } = await createAcquaintedPcs();
    const { id } = await office.people.create(casilda);
    const saved = watchSaving();
    await renderApp(office, '/datos');
    await page.getByRole('button', { name: 'Preparar el archivo' }).click();
    await expect.element(page.getByText(/^Lleva \d+ cambios y pesa \d+ KB/)).toBeVisible();
    await expect.poll(() => saved.length).toBe(1);
    const [packet] = saved;
    expect(packet?.name).toMatch(/^Yachay .+ \d{4}-\d\d-\d\d \d{4}\.yachay$/);
    const bytes = await (await fetch(packet?.address ?? '')).blob();
    const outcome = await importInto(laptop, new File([bytes], packet?.name ?? ''));
    expect(outcome.aside).toBeNull();
    expect(await laptop.people.get({ id })).toMatchObject({ givenNames: 'Casilda' });
    await page.getByRole('button', { name: 'Guardar otra vez' }).click();
    await expect.poll(() => saved.length).toBe(2);
  });

  test('locked with a password asks for one of eight letters or more before it makes anything', async () => {
    const { office } = await createAcquaintedPcs();
    await renderApp(office, '/datos');
    await page.getByRole('radio', { name: 'Quien sepa una contraseña' }).click();
    await page.getByLabelText(/^Contraseña del archivo/).fill('corta');
    await page.getByRole('button', { name: 'Preparar el archivo' }).click();
    await expect.element(page.getByText(/al menos 8/)).toBeVisible();
    const { events } = await office.exchange.state();
    expect(events.filter(({ direction }) => direction === 'out')).toHaveLength(1);
  });
});

describe('Traer', () => {
  test('takes in what a known PC prepared, and a second time finds nothing new', async () => {
    const { office, laptop } = await createAcquaintedPcs();
    const { id } = await laptop.people.create(casilda);
    const { name } = await thisDeviceOf(laptop);
    const packet = await makePacket(laptop);
    await renderApp(office, '/datos');
    await expect.element(page.getByRole('button', { name: 'Elegir archivo' })).toBeVisible();
    await choose(packet);
    await expect.element(page.getByText(`Se recibió lo de ${name}`)).toBeVisible();
    expect(await office.people.get({ id })).toMatchObject({ paternalSurname: 'Urquidi' });
    await choose(packet);
    await expect.element(page.getByText(/^\d+ ya estaban?\.$/)).toBeVisible();
    await expect
      .element(page.getByRole('grid', { name: 'Lo último' }).getByText(/^Nada nuevo/))
      .toBeVisible();
  });

  test('sets a PC aside that nobody knows, with its fingerprint, until the coordinator accepts it', async () => {
    const { office, laptop } = await createTwoPcs();
    const { id } = await laptop.people.create(casilda);
    const { name, fingerprint } = await thisDeviceOf(laptop);
    await renderApp(office, '/datos');
    await expect.element(page.getByRole('button', { name: 'Elegir archivo' })).toBeVisible();
    await choose(await makePacket(laptop));
    const packet = page.getByRole('article', { name });
    await expect
      .element(packet.getByText('Nadie en esta oficina ha aceptado todavía ese equipo.'))
      .toBeVisible();
    await expect.element(packet.getByText(fingerprint ?? 'none', { exact: true })).toBeVisible();
    await expect(office.people.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await packet.getByRole('button', { name: 'Aceptar este equipo' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Aceptar este equipo' }).click();
    await expect.element(page.getByText(`Se recibió lo de ${name}`)).toBeVisible();
    expect(await office.people.get({ id })).toMatchObject({ givenNames: 'Casilda' });
    expect((await office.exchange.state()).aside).toEqual([]);
  });

  test('throws a packet set aside away after a question, and nothing of it was taken in', async () => {
    const { office, laptop } = await createTwoPcs();
    const { id } = await laptop.people.create(casilda);
    await importInto(office, await makePacket(laptop));
    const { name } = await thisDeviceOf(laptop);
    await renderApp(office, '/datos');
    await page.getByRole('article', { name }).getByRole('button', { name: 'Descartar' }).click();
    const dialog = page.getByRole('dialog', { name: 'Descartar el archivo apartado' });
    await dialog.getByRole('button', { name: 'Cancelar' }).click();
    expect((await office.exchange.state()).aside).toHaveLength(1);
    await page.getByRole('article', { name }).getByRole('button', { name: 'Descartar' }).click();
    await dialog.getByRole('button', { name: 'Descartar' }).click();
    await expect.element(page.getByRole('article', { name })).not.toBeInTheDocument();
    expect((await office.exchange.state()).aside).toEqual([]);
    await expect(office.people.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('says what is no packet, and asks for the password of one that is locked', async () => {
    const { office, laptop } = await createAcquaintedPcs();
    const { id } = await laptop.people.create(casilda);
    const locked = await makePacket(laptop, { kind: 'passphrase', passphrase: 'lluvia de noviembre' });
    await renderApp(office, '/datos');
    await expect.element(page.getByRole('button', { name: 'Elegir archivo' })).toBeVisible();
    await choose(new File(['Estimada señora:'], 'carta.yachay'));
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('El archivo no es un paquete de Yachay. Elija uno que termine en .yachay.');
    await choose(locked);
    const form = page.getByRole('region', { name: 'Traer' });
    await form.getByLabelText(/^Contraseña del archivo/).fill('otra contraseña');
    await form.getByRole('button', { name: 'Abrir' }).click();
    await expect.element(form.getByText('La contraseña del archivo no es correcta.')).toBeVisible();
    await form.getByLabelText(/^Contraseña del archivo/).fill('lluvia de noviembre');
    await form.getByRole('button', { name: 'Abrir' }).click();
    await expect.element(form.getByText(/^Se recibió lo de /)).toBeVisible();
    expect(await office.people.get({ id })).toMatchObject({ givenNames: 'Casilda' });
  });

  test('says how much there is to resolve afterwards, and leads there', async () => {
    const { office, laptop } = await createAcquaintedPcs();
    await office.people.create(casilda);
    await laptop.people.create(casilda);
    await renderApp(office, '/datos');
    await expect.element(page.getByRole('button', { name: 'Elegir archivo' })).toBeVisible();
    await expect.element(page.getByText(/posible duplicado$/)).not.toBeInTheDocument();
    await choose(await makePacket(laptop));
    await expect.element(page.getByText('1 posible duplicado', { exact: true })).toBeVisible();
    await page.getByRole('link', { name: 'Revisar' }).click();
    await expect.element(page.getByRole('heading', { name: 'Posibles duplicados' })).toBeVisible();
    await expect
      .element(page.getByRole('heading', { name: '¿Es la misma persona? Urquidi Mamani, Casilda' }))
      .toBeVisible();
  });
});

describe('after data came back from a copy', () => {
  test('the page says whose packets are to be brought, until somebody says that there is nothing more', async () => {
    const { office, laptop } = await createAcquaintedPcs();
    const { path } = await endOf(await office.backups.make({ to: null }));
    await endOf(await office.backups.restore({ path, passphrase: null }));
    await office.setup.state();
    await renderApp(office, '/');
    await page.getByRole('link', { name: 'Completar', exact: true }).click();
    const { name } = await thisDeviceOf(laptop);
    const notice = page.getByRole('status').filter({ hasText: 'Complete los datos con los otros equipos' });
    await expect.element(notice.getByText(`puede estar en ${name}.`, { exact: false })).toBeVisible();
    await page.getByRole('button', { name: 'No hay nada más que traer' }).click();
    await expect.element(notice).not.toBeInTheDocument();
    expect((await office.exchange.state()).awaited).toEqual([]);
  });
});
