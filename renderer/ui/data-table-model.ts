import {
  type ColumnDef,
  createSortedRowModel,
  rowSortingFeature,
  type SortFn,
  tableFeatures,
} from '@tanstack/react-table';
import type { ReactNode } from 'react';

export interface DataColumn<Row> {
  id: string;
  header: string;
  /** Pixels; the others share what is left if it `grow`s. */
  width?: number;
  grow?: boolean;
  align?: 'start' | 'center' | 'end';
  /** What sorting and copying use, and what is shown without `cell`. */
  value: (row: Row) => string | number | null;
  cell?: (row: Row) => ReactNode;
  sortable?: boolean;
}

export interface TableSort {
  column: string;
  descending: boolean;
}

export const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
});

/** Ñ after N, accents beside their letter, 2 before 10; what is missing comes last in any direction. */
const collator = new Intl.Collator('es', { numeric: true });

function createSortFn<Row extends object>(value: DataColumn<Row>['value']): SortFn<typeof features, Row> {
  return (a, b) => {
    const [left, right] = [value(a.original), value(b.original)];
    if (typeof left === 'number' && typeof right === 'number') return left - right;
    return collator.compare(String(left), String(right));
  };
}

/** Our columns as the table engine wants them; sorted by the server, the engine leaves the order alone. */
export function toColumnDefs<Row extends object>(
  columns: readonly DataColumn<Row>[],
): ColumnDef<typeof features, Row>[] {
  return columns.map((column) => ({
    id: column.id,
    header: column.header,
    accessorFn: (row: Row) => column.value(row) ?? undefined,
    enableSorting: column.sortable ?? true,
    sortFn: createSortFn(column.value),
    sortUndefined: 'last',
  }));
}

const cleanCell = (value: string | number | null) => String(value ?? '').replace(/[\t\r\n]+/g, ' ');

/** Rows as Excel takes them from the clipboard: tabs between cells, the headings first. */
export function toTsv<Row>(columns: readonly DataColumn<Row>[], rows: readonly Row[]): string {
  const lines = rows.map((row) => columns.map((column) => cleanCell(column.value(row))).join('\t'));
  return [columns.map((column) => column.header).join('\t'), ...lines].join('\n');
}
