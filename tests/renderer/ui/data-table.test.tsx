import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { DataTable, type DataTableProps } from '../../../renderer/ui/data-table.tsx';
import { renderInFrame } from './render-in-frame.tsx';

interface Row {
  id: string;
  name: string;
  age: number | null;
}

const rows: Row[] = [
  { id: 'o', name: 'Orellana, Inés', age: 9 },
  { id: 'ñ', name: 'Ñandú, José', age: null },
  { id: 'n', name: 'Nina, Álvaro', age: 41 },
];

async function renderTable(props: Partial<DataTableProps<Row>> = {}) {
  const { screen } = await renderInFrame(
    <DataTable
      label="Personas"
      rows={rows}
      rowId={(row) => row.id}
      columns={[
        { id: 'name', header: 'Nombre', grow: true, value: (row) => row.name },
        { id: 'age', header: 'Edad', width: 90, align: 'end', value: (row) => row.age },
      ]}
      empty="Nadie"
      maxHeight={400}
      {...props}
    />,
  );
  const table = screen.getByRole('grid', { name: 'Personas' });
  await expect.element(table).toBeVisible();
  return { screen, table };
}

const namesIn = (table: { element(): Element }) =>
  [...table.element().querySelectorAll('tbody th')].map((cell) => cell.textContent);

function copyFrom(table: { element(): Element }): string {
  const event = new ClipboardEvent('copy', {
    clipboardData: new DataTransfer(),
    bubbles: true,
    cancelable: true,
  });
  table.element().dispatchEvent(event);
  return event.clipboardData?.getData('text/plain') ?? '';
}

describe('a table', () => {
  test('sorts Ñ after N, and what is missing last in both directions', async () => {
    const { screen, table } = await renderTable();
    await screen.getByRole('button', { name: 'Nombre' }).click();
    expect(namesIn(table)).toEqual(['Nina, Álvaro', 'Ñandú, José', 'Orellana, Inés']);
    const age = screen.getByRole('button', { name: 'Edad' });
    await age.click();
    expect(namesIn(table).at(-1)).toBe('Ñandú, José');
    await age.click();
    expect(namesIn(table).at(-1)).toBe('Ñandú, José');
  });

  test('opens the current row with Enter', async () => {
    const opened: string[] = [];
    const { table } = await renderTable({ onOpen: (row) => opened.push(row.id) });
    table.element().focus();
    await userEvent.keyboard('{ArrowDown}{Enter}{End}{Enter}');
    expect(opened).toEqual(['ñ', 'n']);
  });

  test('copies the selected rows with their headings, as Excel takes them', async () => {
    const { table } = await renderTable({ selected: new Set(['o', 'ñ']), onSelect: () => undefined });
    expect(copyFrom(table)).toBe('Nombre\tEdad\nOrellana, Inés\t9\nÑandú, José\t');
  });

  test('selects with Space, a range with Shift, all with Ctrl+A', async () => {
    const chosen: string[][] = [];
    const { table } = await renderTable({
      selected: new Set(),
      onSelect: (ids) => chosen.push([...ids]),
    });
    table.element().focus();
    await userEvent.keyboard('[Space]{Shift>}{ArrowDown}{/Shift}{Control>}a{/Control}');
    expect(chosen).toEqual([['o'], ['o', 'ñ'], ['o', 'ñ', 'n']]);
  });

  test('draws only the rows in sight of a hundred thousand, and reaches the last one', async () => {
    const many = Array.from({ length: 100_000 }, (_, index) => ({
      id: `${index}`,
      name: `Fila ${index}`,
      age: null,
    }));
    const { screen, table } = await renderTable({ rows: many });
    expect(table.element().querySelectorAll('tbody tr').length).toBeLessThan(60);
    table.element().focus();
    await userEvent.keyboard('{End}');
    await expect.element(screen.getByText('Fila 99999')).toBeVisible();
  });

  test('asks for more where what is here ends', async () => {
    let asked = 0;
    await renderTable({ total: 500, onReachEnd: () => (asked += 1) });
    expect(asked).toBeGreaterThan(0);
  });

  test('says in its own words that it is empty', async () => {
    const { screen } = await renderTable({ rows: [] });
    await expect.element(screen.getByText('Nadie')).toBeVisible();
  });
});
