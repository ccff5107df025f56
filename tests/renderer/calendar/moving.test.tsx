import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ServiceClient } from '../../../renderer/lib/api.tsx';
import { createDemoClient, renderApp } from '../support/render-app.tsx';
import { planBusyMonth } from './busy-month.ts';
import { daysOf, focusHead } from './days.ts';

async function findMoment(client: ServiceClient, sessionId: string) {
  const editions = await client.editions.list({ courseId: null });
  const edition = editions.find(({ code }) => code === 'MAYO-0');
  if (edition === undefined) throw new Error('the edition was opened');
  const session = (await client.sessions.list({ editionId: edition.id })).find(({ id }) => id === sessionId);
  return `${session?.date} ${session?.startsAt}`;
}

describe('a session is moved', () => {
  test('by the mouse to another day of the month at the same hour, and back', async () => {
    const { dayOf, chipOf } = daysOf('month');
    const client = await createDemoClient();
    const { tuesday } = await planBusyMonth(client);
    await renderApp(client, '/calendario?date=2031-05-05');
    const chip = chipOf(6, '14:00');
    await expect.element(chip).toBeVisible();
    await userEvent.dragAndDrop(chip, dayOf(12));
    await expect
      .element(page.getByText(/^La sesión de .* pasó al lunes 12 de mayo, 14:00 a 16:00/))
      .toBeVisible();
    await expect.element(chipOf(12, '14:00')).toBeVisible();
    expect(await findMoment(client, tuesday)).toBe('2031-05-12 14:00');
    expect(page.getByRole('dialog').elements()).toEqual([]);
    await page.getByRole('button', { name: 'Deshacer' }).click();
    await expect.element(chipOf(6, '14:00')).toBeVisible();
    expect(await findMoment(client, tuesday)).toBe('2031-05-06 14:00');
  });

  test('by the mouse to another day and hour of the week, to the nearest quarter of an hour', async () => {
    const { dayOf, chipOf } = daysOf('week');
    const client = await createDemoClient();
    const { tuesday } = await planBusyMonth(client);
    await renderApp(client, '/calendario?view=week&date=2031-05-05');
    const chip = chipOf(6, '14:00');
    await expect.element(chip).toBeVisible();
    // From 7:00 to 20:00: where 9:34 is.
    const { height } = dayOf(9).element().getBoundingClientRect();
    const y = Math.round((height * (9 + 34 / 60 - 7)) / 13);
    await userEvent.dragAndDrop(chip, dayOf(9), {
      sourcePosition: { x: 20, y: 1 },
      targetPosition: { x: 20, y: y + 1 },
    });
    await expect.element(chipOf(9, '09:30')).toBeVisible();
    await expect.poll(() => findMoment(client, tuesday)).toBe('2031-05-09 09:30');
  });

  test('by the keys, and stays where it was after Esc', async () => {
    const { chipOf } = daysOf('week');
    const client = await createDemoClient();
    const { tuesday } = await planBusyMonth(client);
    await renderApp(client, '/calendario?view=week&date=2031-05-06');
    await expect.element(chipOf(6, '14:00')).toBeVisible();
    focusHead(/^martes 6 de mayo/);
    await userEvent.keyboard('{ArrowDown}m{ArrowRight}');
    const status = page.getByRole('status').filter({ hasText: 'Enter confirma' });
    await expect.element(status.getByText(/: al miércoles 7 de mayo, 14:00 a 16:00\.$/)).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(status).not.toBeInTheDocument();
    await userEvent.keyboard('m{ArrowRight}{ArrowUp}{ArrowUp}{Enter}');
    await expect.element(chipOf(7, '13:30')).toHaveFocus();
    await expect.poll(() => findMoment(client, tuesday)).toBe('2031-05-07 13:30');
  });

  test('onto a free day only after asking', async () => {
    const { chipOf } = daysOf('month');
    const client = await createDemoClient();
    const { monday } = await planBusyMonth(client);
    await renderApp(client, '/calendario?date=2031-05-05');
    await expect.element(chipOf(5, '14:00')).toBeVisible();
    focusHead(/^lunes 5 de mayo/);
    const toLabourDay = '{ArrowDown}m{ArrowUp}{ArrowRight}{ArrowRight}{ArrowRight}{Enter}';
    await userEvent.keyboard(toLabourDay);
    const question = page.getByRole('dialog', { name: 'El jueves 1 de mayo es día libre' });
    await expect.element(question.getByText(/^Día del Trabajo/)).toBeVisible();
    await question.getByRole('button', { name: 'Cancelar' }).click();
    expect(await findMoment(client, monday)).toBe('2031-05-05 14:00');
    await userEvent.keyboard('m{ArrowUp}{ArrowRight}{ArrowRight}{ArrowRight}{Enter}');
    await question.getByRole('button', { name: 'Mover de todas maneras' }).click();
    await expect.element(chipOf(1, '14:00')).toBeVisible();
    await expect.poll(() => findMoment(client, monday)).toBe('2031-05-01 14:00');
  });

  test('onto an hour at which its trainer teaches elsewhere only after asking', async () => {
    const client = await createDemoClient();
    const { tuesday } = await planBusyMonth(client);
    const { dayOf, chipOf } = daysOf('month');
    await renderApp(client, '/calendario?date=2031-05-05');
    await expect.element(chipOf(6, '14:00')).toBeVisible();
    await userEvent.dragAndDrop(chipOf(6, '14:00'), dayOf(8));
    const question = page.getByRole('dialog', { name: 'A esa hora ya está ocupado' });
    await expect.element(question.getByText(/jueves 8 de mayo, de 13:00 a 15:00 \(MAYO-1\)/)).toBeVisible();
    await question.getByRole('button', { name: 'Cancelar' }).click();
    expect(await findMoment(client, tuesday)).toBe('2031-05-06 14:00');
  });
});

describe('a session is not moved', () => {
  test('once it has marks, and the calendar says why when one tries', async () => {
    const client = await createDemoClient();
    const { today, week } = await client.today.get();
    const calendar = await client.calendar.list({ from: today, to: today });
    const running = calendar.sessions.find(({ editionStatus }) => editionStatus === 'running');
    if (running === undefined || week.length === 0) throw new Error('the example has a session today');
    const { enrolments } = await client.attendance.grid({ editionId: running.editionId });
    const [first] = enrolments;
    if (first === undefined) throw new Error('somebody is enrolled');
    await client.attendance.mark({
      changes: [{ sessionId: running.id, enrolmentId: first.id, mark: 'P' }],
    });
    await renderApp(client, `/calendario?view=week&date=${today}`);
    const chip = page.getByRole('button', { name: new RegExp(`${running.editionCode}.*Realizada`) });
    await expect.element(chip.first()).toBeVisible();
    document.querySelector<HTMLElement>(`[data-spot="${today} ${running.id}"]`)?.focus();
    await userEvent.keyboard('m');
    await expect.element(page.getByText(/ya se realizó: tiene asistencia marcada/)).toBeVisible();
  });

  test('by whoever may only read', async () => {
    const { dayOf, chipOf } = daysOf('month');
    const client = await createDemoClient();
    const { tuesday } = await planBusyMonth(client);
    await client.users.create({ name: 'Auditora', role: 'reader', password: null, personId: null });
    const reader = (await client.users.list()).find(({ name }) => name === 'Auditora');
    if (reader === undefined) throw new Error('she was added');
    await client.setup.signOut();
    await client.setup.signIn({ userId: reader.id, password: null });
    await renderApp(client, '/calendario?date=2031-05-05');
    const chip = chipOf(6, '14:00');
    await expect.element(chip).toBeVisible();
    await userEvent.dragAndDrop(chip, dayOf(12));
    await chip.click();
    const card = page.getByRole('dialog');
    await expect.element(card.getByRole('link', { name: 'Ver la edición' })).toBeVisible();
    expect(card.getByRole('button', { name: 'Mover' }).elements()).toEqual([]);
    expect(card.getByRole('link', { name: 'Marcar asistencia' }).elements()).toEqual([]);
    expect(await findMoment(client, tuesday)).toBe('2031-05-06 14:00');
  });
});
