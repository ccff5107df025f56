import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { EditionStatus } from '../../../domain/edition.ts';
import { surnamesFirst } from '../../../domain/person-name.ts';
import type { ServiceClient } from '../../../renderer/lib/api.tsx';
import { createDemoClient, renderApp } from '../support/render-app.tsx';

afterEach(() => sessionStorage.clear());

async function findEdition(client: ServiceClient, status: EditionStatus) {
  const edition = (await client.editions.list({ courseId: null })).find((one) => one.status === status);
  if (edition === undefined) throw new Error(`the invented office has no edition that is ${status}`);
  return edition;
}

/** People who are in no edition that is open. */
async function findNewcomers(
  client: ServiceClient,
  editionId: Parameters<ServiceClient['editions']['get']>[0]['editionId'],
  count: number,
) {
  const { rows } = await client.people.list({
    text: '',
    sort: 'newest',
    descending: false,
    offset: 0,
    limit: 100,
  });
  const there = new Set((await client.enrolments.list({ editionId })).map(({ personId }) => personId));
  return rows.filter(({ id }) => !there.has(id)).slice(0, count);
}

describe('requests', () => {
  test('are noted from the search, and accepted or declined several at once with a way back', async () => {
    const client = await createDemoClient();
    const { id: editionId } = await findEdition(client, 'planned');
    const [ana, beto, cira] = await findNewcomers(client, editionId, 3);
    if (!ana || !beto || !cira) throw new Error('three people are not enrolled');
    await client.enrolments.request({ editionId, personIds: [beto.id, cira.id] });
    const screen = await renderApp(client, `/ediciones/${editionId}`);
    await screen.getByRole('radio', { name: 'Solicitud' }).click();
    await screen
      .getByPlaceholder('Nombre o número de carnet, y Enter')
      .fill(surnamesFirst(ana).replace(',', ''));
    await screen
      .getByRole('option', { name: surnamesFirst(ana), exact: false })
      .first()
      .click();
    await expect.element(screen.getByText(`${surnamesFirst(ana)}: solicitud anotada.`)).toBeVisible();
    await screen.getByRole('radio', { name: 'Solicitudes 3' }).click();
    await screen.getByRole('checkbox', { name: /todas/i }).click();
    await screen.getByRole('button', { name: 'Aceptar 3 solicitudes' }).click();
    await expect.element(screen.getByText('3 personas inscritas.')).toBeVisible();
    await screen.getByRole('button', { name: 'Deshacer' }).last().click();
    await expect
      .poll(async () => (await client.enrolments.list({ editionId })).map(({ status }) => status))
      .toEqual(['requested', 'requested', 'requested']);
    await expect.element(screen.getByRole('radio', { name: 'Solicitudes 3' })).toBeInTheDocument();
    await screen.getByRole('checkbox', { name: /todas/i }).click();
    await screen.getByRole('button', { name: 'No aceptar 3…' }).click();
    await userEvent.keyboard('El curso es para Vinto{Enter}');
    await expect.element(screen.getByText('No se aceptaron 3 solicitudes.')).toBeVisible();
    const after = await client.enrolments.list({ editionId });
    expect(after.map(({ status, withdrawnReason }) => [status, withdrawnReason])).toEqual(
      Array.from({ length: 3 }, () => ['declined', 'El curso es para Vinto']),
    );
  });
});

describe('an organisation', () => {
  test('is enrolled by those who are chosen, and the screen says who will wait', async () => {
    const client = await createDemoClient();
    const { id: editionId } = await findEdition(client, 'open');
    const organisations = await client.organisations.list();
    const biggest = organisations.toSorted((a, b) => b.memberCount - a.memberCount)[0];
    if (biggest === undefined) throw new Error('the invented office has organisations');
    const members = await client.organisations.members({ organisationId: biggest.id });
    const there = new Set((await client.enrolments.list({ editionId })).map(({ personId }) => personId));
    const newcomers = members.filter(({ id }) => !there.has(id));
    const [first] = newcomers;
    if (first === undefined || newcomers.length < 2) throw new Error('several are not enrolled');
    const screen = await renderApp(client, `/ediciones/${editionId}`);
    await screen.getByRole('button', { name: 'De una organización' }).click();
    await screen.getByRole('combobox', { name: 'Organización' }).fill(biggest.name);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await screen.getByRole('checkbox', { name: surnamesFirst(first) }).click();
    const count = newcomers.length - 1;
    await expect
      .element(screen.getByText(new RegExp(`No hay cupo libre\\. ${count} quedan? en la lista`)))
      .toBeVisible();
    await screen.getByRole('button', { name: new RegExp(`^Inscribir a ${count} persona`) }).click();
    await expect
      .element(screen.getByText(new RegExp(`0 personas inscritas, ${count} en la lista de espera`)))
      .toBeVisible();
    const after = await client.enrolments.list({ editionId });
    expect(after.filter(({ personId }) => newcomers.some(({ id }) => id === personId))).toHaveLength(count);
  });
});

describe('a transfer', () => {
  test('says what will happen, shows both ends, and can be taken back', async () => {
    const client = await createDemoClient();
    const from = await findEdition(client, 'running');
    const to = await findEdition(client, 'planned');
    const before = await client.enrolments.list({ editionId: from.id });
    const moving = before.find(({ status }) => status === 'enrolled');
    if (moving === undefined) throw new Error('somebody is enrolled');
    const screen = await renderApp(client, `/ediciones/${from.id}`);
    await screen
      .getByRole('button', { name: `Acciones para ${moving.givenNames}`, exact: false })
      .first()
      .click();
    await screen.getByRole('menuitem', { name: 'Trasladar a otra edición…' }).click();
    await screen.getByRole('combobox', { name: 'A qué edición' }).fill(to.code);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.element(screen.getByText(/1 persona tendrá cupo\. Lo que ya se marcó/)).toBeVisible();
    await screen.getByRole('button', { name: 'Trasladar', exact: true }).click();
    await expect.element(screen.getByText(`1 persona trasladada a ${to.code}.`)).toBeVisible();
    await expect.element(screen.getByText(`Traslado a ${to.code}`)).toBeVisible();
    expect((await client.enrolments.list({ editionId: to.id }))[0]?.transferredFrom?.editionCode).toBe(
      from.code,
    );
    await screen.getByRole('button', { name: 'Deshacer' }).click();
    await expect.poll(() => client.enrolments.list({ editionId: from.id })).toEqual(before);
  });
});

describe('a prerequisite', () => {
  test('is chosen with the course, told at the desk with what is missing, and the word for it is recorded', async () => {
    const client = await createDemoClient();
    const planned = await findEdition(client, 'planned');
    const other = (await client.courses.list()).find(({ id }) => id !== planned.courseId);
    if (other === undefined) throw new Error('the invented office has several courses');
    const screen = await renderApp(client, `/cursos/${planned.courseId}`);
    await screen.getByRole('combobox', { name: 'Cursos que hay que aprobar antes' }).fill(other.title);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await screen.getByRole('button', { name: 'Guardar' }).click();
    await expect
      .poll(async () => (await client.courses.get({ id: planned.courseId })).prerequisiteIds)
      .toEqual([other.id]);
    await screen.unmount();
    const newcomers = await findNewcomers(client, planned.id, 100);
    const personIds = newcomers.map(({ id }) => id);
    const [lacking] = await client.enrolments.missing({ editionId: planned.id, personIds });
    const newcomer = newcomers.find(({ id }) => id === lacking?.personId);
    if (newcomer === undefined) throw new Error('somebody did not pass the other course');
    const desk = await renderApp(client, `/ediciones/${planned.id}`);
    await desk
      .getByPlaceholder('Nombre o número de carnet, y Enter')
      .fill(surnamesFirst(newcomer).replace(',', ''));
    await desk
      .getByRole('option', { name: surnamesFirst(newcomer), exact: false })
      .first()
      .click();
    await expect
      .element(desk.getByText(`${surnamesFirst(newcomer)}: le falta ${other.title} (aprobado)`))
      .toBeVisible();
    await userEvent.keyboard('Rosa Balderrama: ya tiene su taller{Enter}');
    await expect.element(desk.getByText(/inscripción registrada/)).toBeVisible();
    await expect
      .element(desk.getByText(/con autorización: Rosa Balderrama: ya tiene su taller/))
      .toBeVisible();
    expect((await client.enrolments.list({ editionId: planned.id }))[0]?.prerequisiteReason).toBe(
      'Rosa Balderrama: ya tiene su taller',
    );
  });
});
