import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ServiceClient } from '../../../renderer/lib/api.tsx';
import { createDemoClient, renderApp } from '../support/render-app.tsx';
import { createDemoAs, findLine } from './trainers-office.ts';

afterEach(() => sessionStorage.clear());

const drawing = () => page.getByRole('tree', { name: 'Dibujo de la cascada' });
const chosen = () => drawing().getByRole('treeitem');
const table = () => page.getByRole('treegrid', { name: 'Persona por persona' });
const press = (keys: string) => userEvent.keyboard(keys);

async function openMaster(client: ServiceClient) {
  const master = await findLine(client, ({ level }) => level === 'masterTrainer');
  await renderApp(client, `/capacitadores/${master.personId}/cascada`);
  await expect.element(drawing()).toBeVisible();
  drawing().element().focus();
  await expect.element(chosen()).toMatchTextContent(new RegExp(`^${master.name}: acreditada/o hasta el`));
  return master;
}

/** The name of the row that is current in the table. */
function currentRow(): string {
  const id = table().element().getAttribute('aria-activedescendant') ?? '';
  return document.getElementById(id)?.querySelector('a')?.textContent ?? '';
}

const picture = () => {
  const canvas = drawing().element().querySelector('canvas');
  return canvas?.toDataURL() ?? '';
};

describe('the drawing of a cascade', () => {
  test('says, as the table does, why somebody may teach no more', async () => {
    const client = await createDemoClient();
    const lapsed = await findLine(client, ({ state }) => state.status === 'lapsed');
    await renderApp(client, `/capacitadores/${lapsed.personId}/cascada`);
    await expect
      .element(table().getByRole('img', { name: /^Vencida\/o: Venció el \d+ de \p{L}+ de \d{4}$/u }))
      .toBeVisible();
    drawing().element().focus();
    await expect
      .element(chosen())
      .toMatchTextContent(new RegExp(`^${lapsed.name}: vencida/o[^.]*\\. Venció el \\d+ de [^.]*\\d{4}\\.`));
  });

  test('is walked by arrows from who taught to whom they taught, and says of everyone how they stand', async () => {
    const client = await createDemoClient();
    const master = await openMaster(client);
    const { people, editions } = await client.trainers.cascade({ personId: master.personId });
    await expect
      .element(chosen())
      .toMatchTextContent(/formó a 8 personas en 1 edición, alcanza en total a 76/);
    await press('{ArrowDown}');
    const next = people.find(
      ({ generation, personId }) =>
        generation === 1 && people.some(({ trainerId }) => trainerId === personId),
    );
    const edition = editions.find(({ id }) => id === next?.editionId);
    await expect
      .element(chosen())
      .toMatchTextContent(
        new RegExp(`^${next?.name}: .*Recibió la formación de ${master.name} en ${edition?.code}`),
      );
    await expect.element(chosen()).toHaveAttribute('aria-level', '2');
    await expect.element(chosen()).toHaveAttribute('aria-setsize', '2');
    await expect.poll(currentRow).toBe(next?.name);
    await press('{ArrowUp}');
    await expect.element(chosen()).toMatchTextContent(new RegExp(`^${master.name}`));
    await press('{ArrowDown}{Home}{Enter}');
    await expect
      .element(page.getByRole('navigation', { name: 'Dónde estoy' }))
      .toMatchTextContent(/^Personas/);
  });

  test('puts together who trained nobody yet, tells how they stand, and shows their names', async () => {
    await openMaster(await createDemoClient());
    await press('{ArrowDown}{ArrowRight}');
    await expect
      .element(chosen())
      .toMatchTextContent(/^7 personas, candidata\/o: 4, por vencer: 1, vencida\/o: 1, suspendida\/o: 1\./);
    await expect.element(chosen()).toHaveAttribute('aria-expanded', 'true');
    await press('{ArrowDown}{ArrowDown}');
    await expect.element(chosen()).toHaveAttribute('aria-posinset', '2');
    const second = chosen().element().textContent;
    await expect.poll(currentRow).toBe(second.split(':')[0]);
    await press('{ArrowUp}{ArrowUp} ');
    await expect.element(chosen()).toHaveAttribute('aria-expanded', 'false');
  });

  test('is told under the mouse, and chosen by a press: nothing where nothing is drawn', async () => {
    const client = await createDemoClient();
    const master = await openMaster(client);
    await press('{ArrowDown}');
    const { width } = drawing().element().getBoundingClientRect();
    const before = chosen().element().textContent;
    await userEvent.click(drawing(), { position: { x: 8, y: 60 } });
    await expect.element(chosen()).toMatchTextContent(before);
    await userEvent.hover(drawing(), { position: { x: width / 2, y: 70 } });
    const tip = () => [...drawing().element().querySelectorAll('div')].map(({ textContent }) => textContent);
    await expect.poll(() => tip().some((text) => text.startsWith(`${master.name}: `))).toBe(true);
    await userEvent.click(drawing(), { position: { x: width / 2, y: 70 } });
    await expect.element(chosen()).toMatchTextContent(new RegExp(`^${master.name}: `));
  });

  test('follows the table, and opens what is folded above whoever is chosen', async () => {
    const client = await createDemoClient();
    await openMaster(client);
    await page.getByRole('button', { name: 'Plegar todo' }).click();
    await page.getByRole('button', { name: /^Desplegar a / }).click();
    const row = table().getByRole('row').last();
    const name = row.getByRole('link').element().textContent;
    await row.getByRole('gridcell').first().click();
    await expect.element(chosen()).toMatchTextContent(new RegExp(`^${name}`));
    await expect.element(chosen()).toHaveAttribute('aria-level', '3');
  });

  test('finds somebody by parts of the name, folded or not, and goes on with Enter', async () => {
    const client = await createDemoClient();
    const { personId } = await openMaster(client);
    const { people } = await client.trainers.cascade({ personId });
    const named = people.filter(({ name }) => name.includes('Choque'));
    await page.getByRole('button', { name: 'Plegar todo' }).click();
    await page.getByRole('searchbox', { name: 'Buscar en la cascada' }).fill('choque');
    await expect.element(page.getByText(`${named.length} personas; Enter va de una a otra`)).toBeVisible();
    await press('{Enter}');
    await expect.element(page.getByText(`1 de ${named.length}`)).toBeVisible();
    await expect.element(chosen()).toMatchTextContent(new RegExp(`^${named[0]?.name}`));
    await press('{Enter}');
    await expect.element(chosen()).toMatchTextContent(new RegExp(`^${named[1]?.name}`));
    await page.getByRole('searchbox', { name: 'Buscar en la cascada' }).fill('xyz');
    await expect.element(page.getByText('Nadie con ese nombre')).toBeVisible();
  });

  test('is made larger, smaller and moved by keys, wheel and mouse; all of it can be seen', async () => {
    await openMaster(await createDemoClient());
    const pictures = [await settled()];
    const change = async (act: () => unknown) => {
      await act();
      await expect.poll(picture).not.toBe(pictures.at(-1));
      pictures.push(await settled());
    };
    await change(() => press('+'));
    await change(() => press('0'));
    await change(() => page.getByRole('button', { name: 'Achicar' }).click());
    const { left, top } = drawing().element().getBoundingClientRect();
    const at = { clientX: left + 200, clientY: top + 100, bubbles: true };
    await change(() =>
      drawing()
        .element()
        .dispatchEvent(new WheelEvent('wheel', { ...at, deltaY: -300 })),
    );
    await change(() => userEvent.dragAndDrop(drawing(), page.getByRole('button', { name: 'Agrandar' })));
  });

  test('of a candidate leads up to who trained them, and these', async () => {
    const client = await createDemoClient();
    const master = await findLine(client, ({ level }) => level === 'masterTrainer');
    const cascade = await client.trainers.cascade({ personId: master.personId });
    const learner = cascade.people.find(({ generation }) => generation === 2);
    if (learner === undefined) throw new Error('the invented office has a second generation');
    await renderApp(client, `/personas/${learner.personId}`);
    await page.getByRole('button', { name: 'Ver su cascada' }).click();
    const lineage = page.getByRole('grid', { name: 'Quién la o lo formó' });
    await expect
      .element(lineage.getByRole('row').last())
      .toMatchTextContent(new RegExp(`2 pasos antes.*${master.name}`));
    drawing().element().focus();
    await press('{Home}{ArrowUp}{ArrowUp}');
    await expect.element(chosen()).toMatchTextContent(new RegExp(`^${master.name}.* Formó a `));
    await press('{ArrowDown}{ArrowDown}');
    await expect.element(chosen()).toMatchTextContent(new RegExp(`^${learner.name}`));
  });
});

/** The picture once it is painted no more. */
async function settled(): Promise<string> {
  let before = '';
  await expect
    .poll(() => {
      const last = before;
      before = picture();
      return before === last;
    })
    .toBe(true);
  return before;
}

describe('a cascade on paper', () => {
  test('is shown as it will be printed, with the names of everyone or without', async () => {
    const client = await createDemoClient();
    await openMaster(client);
    await page.getByRole('button', { name: 'Imprimir' }).click();
    await expect.element(page.getByText(/Ayala Núñez, Juan Carlos/).first()).toBeInTheDocument();
    await page.getByRole('checkbox', { name: /^Con los nombres/ }).click();
    await expect.poll(() => page.getByText(/Ayala Núñez, Juan Carlos/).elements()).toEqual([]);
    await expect.element(page.getByText(/Morales Rodríguez, Noemí/).first()).toBeInTheDocument();
  });
});

describe('the cascade of the office', () => {
  test('begins with whom nobody here trained, and is reached from the table of trainers', async () => {
    const client = await createDemoClient();
    const { people } = await client.trainers.cascade({ personId: null });
    await renderApp(client, '/capacitadores');
    await page.getByRole('button', { name: 'Cascada de la oficina' }).click();
    await expect
      .element(page.getByRole('heading', { level: 1, name: 'Cascada de la oficina' }))
      .toBeVisible();
    const roots = people.filter(({ generation }) => generation === 0);
    await expect
      .element(page.getByText(new RegExp(`^La formación llegó a ${people.length - roots.length} personas`)))
      .toBeVisible();
    expect(table().getByRole('row').nth(1).getByRole('link').element().textContent).toBe(roots[0]?.name);
  });

  test('is not for a trainer, who sees neither the way to it nor it', async () => {
    await renderApp(await createDemoAs('trainer'), '/capacitadores/cascada');
    await expect.element(page.getByRole('alert')).toBeVisible();
    expect(drawing().elements()).toEqual([]);
    await page.getByRole('link', { name: 'Capacitadores' }).first().click();
    await expect.element(page.getByRole('grid', { name: 'Capacitadores' })).toBeVisible();
    expect(page.getByRole('button', { name: 'Cascada de la oficina' }).elements()).toEqual([]);
  });

  test('of somebody who was in no edition says what will be seen here', async () => {
    const client = await createDemoClient();
    const { people } = await client.trainers.cascade({ personId: null });
    const order = { text: '', sort: 'surname', descending: false, offset: 0, limit: 100 } as const;
    const { rows } = await client.people.list(order);
    const nobody = rows.find(({ id }) => !people.some(({ personId }) => personId === id));
    if (nobody === undefined) throw new Error('the invented office has people outside of its cascade');
    await renderApp(client, `/capacitadores/${nobody.id}/cascada`);
    await expect.element(page.getByText('Todavía no hay una cascada')).toBeVisible();
  });
});
