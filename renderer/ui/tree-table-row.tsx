import { Box } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataColumn } from './data-table-model.ts';
import type { TreeRow } from './tree-rows.ts';
import classes from './tree-table.module.css';

interface TreeTableRowProps<Item> {
  id: string;
  row: TreeRow<Item>;
  index: number;
  columns: readonly DataColumn<Item>[];
  isActive: boolean;
  onClick(event: MouseEvent): void;
  onToggle(): void;
}

export function TreeTableRow<Item>({ row, columns, ...props }: TreeTableRowProps<Item>) {
  const { t } = useTranslation();
  const [first, ...others] = columns;
  const name = String(first?.value(row.item) ?? '');
  return (
    <tr
      id={props.id}
      aria-rowindex={props.index + 2}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={row.isExpanded ?? undefined}
      data-active={props.isActive || undefined}
      data-open
      onClick={props.onClick}
    >
      {first !== undefined && (
        <th scope="row">
          <Box className={classes['branch']} __vars={{ '--level': String(row.level - 1) }}>
            {row.isExpanded === null ? (
              <span className={classes['twig']} aria-hidden />
            ) : (
              <button
                type="button"
                tabIndex={-1}
                className={classes['toggle']}
                aria-label={t(row.isExpanded ? 'tree.collapse' : 'tree.expand', { row: name })}
                onClick={props.onToggle}
              >
                {row.isExpanded ? (
                  <IconChevronDown size={16} stroke={2} aria-hidden />
                ) : (
                  <IconChevronRight size={16} stroke={2} aria-hidden />
                )}
              </button>
            )}
            <span className={classes['name']}>{first.cell?.(row.item) ?? name}</span>
          </Box>
        </th>
      )}
      {others.map((column) => (
        <td key={column.id} data-align={column.align}>
          {column.cell === undefined ? column.value(row.item) : column.cell(row.item)}
        </td>
      ))}
    </tr>
  );
}
