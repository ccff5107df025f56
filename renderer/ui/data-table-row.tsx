import { Checkbox, Skeleton } from '@mantine/core';
import { memo, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataColumn } from './data-table-model.ts';
import classes from './data-table.module.css';
import { Delayed } from './delayed.tsx';

interface DataTableRowProps<Row> {
  id: string;
  row: Row;
  index: number;
  columns: readonly DataColumn<Row>[];
  isActive: boolean;
  /** Null where rows cannot be selected. */
  isSelected: boolean | null;
  tone: 'warning' | 'danger' | null;
  canOpen: boolean;
  onClick(event: MouseEvent): void;
  onToggle(isRange: boolean): void;
}

export function DataTableRow<Row>(props: DataTableRowProps<Row>) {
  const { t } = useTranslation();
  const [first, ...others] = props.columns;
  return (
    <tr
      id={props.id}
      aria-rowindex={props.index + 2}
      aria-selected={props.isSelected ?? undefined}
      data-active={props.isActive || undefined}
      data-open={props.canOpen || undefined}
      data-tone={props.tone ?? undefined}
      onClick={props.onClick}
    >
      {props.isSelected !== null && (
        <td className={classes['check']} onClick={(event) => event.stopPropagation()}>
          <Checkbox
            size="xs"
            tabIndex={-1}
            aria-label={t('selectRow', { row: String(first?.value(props.row) ?? '') })}
            checked={props.isSelected}
            onChange={(event) =>
              props.onToggle('shiftKey' in event.nativeEvent && event.nativeEvent.shiftKey === true)
            }
          />
        </td>
      )}
      {first !== undefined && (
        <th scope="row" data-align={first.align}>
          {cellOf(first, props.row)}
        </th>
      )}
      {others.map((column) => (
        <td key={column.id} data-align={column.align}>
          {cellOf(column, props.row)}
        </td>
      ))}
    </tr>
  );
}

function cellOf<Row>(column: DataColumn<Row>, row: Row): ReactNode {
  return column.cell === undefined ? column.value(row) : column.cell(row);
}

const skeletonWidths = ['72%', '55%', '64%', '48%', '69%', '58%'];

/** Bars where rows will be, once waiting has become noticeable. */
export const SkeletonRows = memo(function SkeletonRows({ span }: { span: number }) {
  return (
    <Delayed>
      {skeletonWidths.map((width) => (
        <tr key={width} aria-hidden>
          <td colSpan={span}>
            <Skeleton height={12} width={width} />
          </td>
        </tr>
      ))}
    </Delayed>
  );
});
