import { afterEach, expect, test } from 'vitest';
import type { AccreditationStatus } from '../../../domain/accreditation.ts';
import { addDays } from '../../../domain/calendar-date.ts';
import type { Edition } from '../../../domain/edition.ts';
import type { ServiceClient } from '../../../renderer/lib/api.tsx';
import { today } from '../../../renderer/lib/date-text.ts';
import { createDemoClient, renderApp } from '../support/render-app.tsx';
import { createDemoAs, findLine } from '../trainers/trainers-office.ts';

afterEach(() => sessionStorage.clear());

/** An edition of the course that has rules, three weeks ahead. */
async function planBread(client: ServiceClient, status: AccreditationStatus) {
  const line = await findLine(client, ({ level, state }) => level === 'trainer' && state.status === status);
  const startsOn = addDays(today(), 21);
  const edition = await client.editions.create({
    courseId: line.courseId,
    code: 'PAN-9',
    place: 'Salón municipal',
    room: null,
    startsOn,
    endsOn: addDays(startsOn, 20),
    capacity: 20,
    attendancePolicy: { latesPerAbsence: null, leave: 'neutral' },
    notes: null,
    trainers: [],
  });
  return { line, edition };
}

async function nameLead(client: ServiceClient, edition: Edition, name: string) {
  const screen = await renderApp(client, `/ediciones/${edition.id}/editar`);
  await screen.getByRole('textbox', { name: 'Añadir capacitador o capacitadora' }).fill(name);
  await screen.getByRole('option', { name, exact: false }).first().click();
  return screen;
}

test('a registrar is told why somebody cannot lead and what to do, and can make them an assistant', async () => {
  const client = await createDemoAs('registrar');
  const { line, edition } = await planBread(client, 'lapsed');
  const screen = await nameLead(client, edition, line.name);
  await expect
    .element(screen.getByText(/no tiene acreditación vigente.*Venció el.*Elija a otra persona/))
    .toBeVisible();
  expect(screen.getByRole('textbox', { name: /^Motivo para que dirija/ }).elements()).toEqual([]);
  await screen.getByRole('button', { name: 'Guardar' }).click();
  await expect.element(screen.getByText(/o que quien coordina escriba su motivo/)).toBeVisible();
  expect((await client.editions.get({ editionId: edition.id })).trainers).toEqual([]);
  await screen.getByRole('radio', { name: 'Apoyo' }).click();
  await screen.getByRole('button', { name: 'Guardar' }).click();
  await expect
    .poll(async () => (await client.editions.get({ editionId: edition.id })).trainers)
    .toMatchObject([{ role: 'assistant', exceptionReason: null }]);
});

test('a coordinator writes why somebody leads all the same, and the edition says so from then on', async () => {
  const client = await createDemoClient();
  const { line, edition } = await planBread(client, 'lapsed');
  const screen = await nameLead(client, edition, line.name);
  await screen.getByRole('textbox', { name: /^Motivo para que dirija/ }).fill('Renueva este mes');
  await screen.getByRole('button', { name: 'Guardar' }).click();
  await expect
    .element(screen.getByText(/sin acreditación vigente, por decisión de la coordinación: Renueva este mes/))
    .toBeVisible();
  expect((await client.editions.get({ editionId: edition.id })).trainers).toMatchObject([
    { personId: line.personId, role: 'lead', exceptionReason: 'Renueva este mes' },
  ]);
});

test('an edition whose lead is not accredited any more says so, and asks before it opens', async () => {
  const client = await createDemoClient();
  const { line, edition } = await planBread(client, 'accredited');
  const { id: editionId } = edition;
  const trainers = [{ personId: line.personId, role: 'lead' as const }];
  await client.editions.update({ editionId, draft: { ...edition, trainers } });
  await client.trainers.say({
    courseId: line.courseId,
    level: line.level,
    personId: line.personId,
    word: 'suspended',
    on: today(),
    accreditedBy: null,
    reason: 'Dejó a medias una edición',
  });
  const screen = await renderApp(client, `/ediciones/${editionId}`);
  await expect.element(screen.getByText(/dirige esta edición sin acreditación vigente/)).toBeVisible();
  await screen.getByRole('button', { name: 'Abrir inscripción' }).click();
  await expect.element(screen.getByText(/Sin acreditación vigente para dirigir/)).toBeVisible();
  expect((await client.editions.get({ editionId })).status).toBe('planned');
  await screen.getByRole('button', { name: 'Abrir de todos modos' }).click();
  await expect.poll(async () => (await client.editions.get({ editionId })).status).toBe('open');
});
