import type { Header } from '@tanstack/react-table';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { DataColumn, features } from './data-table-model.ts';
import classes from './data-table.module.css';

interface DataTableHeadProps<Row extends object> {
  headers: readonly Header<typeof features, Row, unknown>[];
  columns: readonly DataColumn<Row>[];
  /** The box that selects all, where rows can be selected. */
  check: ReactNode;
}

const ariaSort = { asc: 'ascending', desc: 'descending' } as const;

/** The frozen head; a heading sorts by its column. */
export function DataTableHead<Row extends object>({ headers, columns, check }: DataTableHeadProps<Row>) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {check !== false && <th className={classes['check']}>{check}</th>}
        {headers.map((header) => {
          const column = columns.find((one) => one.id === header.id);
          if (column === undefined) return null;
          const direction = header.column.getIsSorted();
          const sorted = direction === false ? {} : { 'aria-sort': ariaSort[direction] };
          return (
            <th key={header.id} scope="col" data-align={column.align} {...sorted}>
              {header.column.getCanSort() ? (
                <button
                  type="button"
                  className={classes['sorter']}
                  onClick={header.column.getToggleSortingHandler()}
                >
                  {column.header}
                  {direction === 'asc' && <IconArrowUp size={14} aria-hidden />}
                  {direction === 'desc' && <IconArrowDown size={14} aria-hidden />}
                </button>
              ) : (
                column.header
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
