import { expect } from 'vitest';
import type { Application } from './application.ts';
import { go, openAddress } from './exchange.ts';

/** The letters of one session as the room shows them: everyone in the order of the sheet with their mark, or ''. */
export async function readRoom(
  pc: Application,
  address: string,
): Promise<{ name: string; letter: string }[]> {
  await openAddress(pc, address);
  const rows = pc.page
    .getByRole('grid', { name: 'Personas de esta sesión, en el orden de la planilla' })
    .getByRole('row');
  await rows.first().waitFor();
  return rows.evaluateAll((all) =>
    all.map((row) => ({
      name: row.querySelector('[role=rowheader]')?.textContent ?? '',
      letter: row.querySelector('[aria-pressed=true]')?.textContent ?? '',
    })),
  );
}

/** Everyone the office knows, as the list of people shows them. */
export async function readPeople(pc: Application): Promise<string[]> {
  await go(pc, '/personas', 'Personas');
  return readTable(pc, 'Personas');
}

/** Who takes part in an edition and how, as its own page shows it. */
export async function readParticipants(pc: Application, editionId: string): Promise<string[]> {
  await openAddress(pc, `/ediciones/${editionId}`);
  return readTable(pc, 'Participantes de la edición');
}

/** The page of what is to be resolved, word for word. */
export async function readToResolve(pc: Application): Promise<string[]> {
  await go(pc, '/por-resolver', 'Por resolver');
  const main = pc.page.getByRole('main');
  await main.getByRole('heading', { level: 2 }).first().waitFor();
  return (await main.innerText()).split('\n');
}

/** The lines of the page of possible duplicates, once everyone was compared. */
export async function readDuplicates(pc: Application): Promise<string[]> {
  await openAddress(pc, '/personas/duplicados');
  const main = pc.page.getByRole('main');
  await main
    .getByText(/^¿|^No hay posibles duplicados$/)
    .first()
    .waitFor();
  return (await main.innerText()).split('\n');
}

/** The lines of a table, once all that it says it has are on screen. */
async function readTable({ page }: Application, label: string): Promise<string[]> {
  const table = page.getByRole('grid', { name: label, exact: true });
  const rows = table.locator('tbody tr[aria-rowindex]');
  await rows.first().waitFor();
  const isWhole = async () => Number(await table.getAttribute('aria-rowcount')) === (await rows.count()) + 1;
  await expect.poll(isWhole, { timeout: 10_000 }).toBe(true);
  return rows.allInnerTexts();
}
