import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { ServiceClient } from '../../../renderer/lib/api.tsx';
import { parseScore } from '../../../renderer/features/grades/score.ts';
import { createDemoClient, renderApp } from '../support/render-app.tsx';

describe('a score', () => {
  test.each([
    ['51', 51],
    [' 51,5 ', 51.5],
    ['51.25', 51.25],
    ['0', 0],
    ['100', 100],
    ['', null],
    ['101', 'invalid'],
    ['-1', 'invalid'],
    ['diez', 'invalid'],
    ['5,123', 'invalid'],
  ])('typed as "%s" is %s', (typed, score) => {
    expect(parseScore(typed)).toBe(score);
  });
});

async function findGradedEdition(client: ServiceClient) {
  for (const { id, status } of await client.editions.list({ courseId: null })) {
    const edition = await client.editions.get({ editionId: id });
    if (status === 'running' && edition.passMark !== null) return edition;
  }
  throw new Error('the invented office has no graded edition that runs');
}

describe('the grades of an edition', () => {
  test('are saved when a field is left, with the final grade and whether it is enough', async () => {
    const client = await createDemoClient();
    const { id: editionId } = await findGradedEdition(client);
    const { assessments } = await client.grades.table({ editionId });
    const screen = await renderApp(client, `/ediciones/${editionId}/notas`);
    const region = screen.getByRole('region', { name: 'Notas: personas por evaluaciones' });
    await expect.element(region).toBeVisible();
    const field = (row: number, column: number) =>
      region.element().querySelector<HTMLInputElement>(`[data-place="${row}:${column}"]`);
    for (const [column, { weight }] of assessments.entries()) {
      field(0, column)?.focus();
      await userEvent.keyboard(weight === 0 ? '10{Enter}' : '80{Enter}');
      expect(field(1, column)).toBe(document.activeElement);
    }
    const row = () => field(0, 0)?.closest('tr')?.textContent ?? '';
    await expect.poll(row).toMatch(/80Alcanza$/);
    await expect
      .poll(async () => {
        const { enrolments, grades } = await client.grades.table({ editionId });
        const first = enrolments.find(({ status }) => status === 'enrolled');
        return grades.filter(({ enrolmentId }) => enrolmentId === first?.id).map(({ score }) => score);
      })
      .toEqual(expect.arrayContaining([80]));
  });

  test('outside 0 to 100 stay in their field with the reason', async () => {
    const client = await createDemoClient();
    const { id } = await findGradedEdition(client);
    const screen = await renderApp(client, `/ediciones/${id}/notas`);
    const region = screen.getByRole('region', { name: 'Notas: personas por evaluaciones' });
    await expect.element(region).toBeVisible();
    const field = region.element().querySelector<HTMLInputElement>('[data-place="0:0"]');
    field?.focus();
    await userEvent.keyboard('140{Tab}');
    await expect.element(screen.getByText('Escriba una nota de 0 a 100')).toBeVisible();
    expect(field?.value).toBe('140');
  });
});
