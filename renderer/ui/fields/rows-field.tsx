import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import classes from './rows-field.module.css';

type Control = 'up' | 'down' | 'remove';

interface RowsFieldProps {
  /** The list's name in the form. */
  name: string;
  /** Names row `number` (from 1) for whoever does not see it: 'firmante 2'. */
  rowLabel: (number: number) => string;
  addLabel: string;
  /** What a new row holds. */
  emptyRow: Record<string, unknown>;
  /** Rows that are shown in an order of their own are not moved. */
  isSorted?: boolean;
  /** At most so many rows; without it as many as one likes. */
  max?: number;
  /** Shown in place of the rows while there are none. */
  empty: ReactNode;
  /** The fields of a row; `prefix` is the row's name in the form: `signatories.0`. */
  children(prefix: string): ReactNode;
}

/** A list in a form: rows are added, removed and moved up and down, by mouse or keyboard. */
export function RowsField(props: RowsFieldProps) {
  const { name, rowLabel, addLabel, emptyRow, isSorted = false, max, empty, children } = props;
  const { t } = useTranslation();
  // A row may have an id of its own, so the list's key is not called `id`.
  const { fields, append, remove, move } = useFieldArray({ name, keyName: 'key' });
  const { list, focusNext } = useRowFocus();
  const moveRow = (from: number, to: number, control: Control) => {
    move(from, to);
    focusNext(to, control);
  };
  const removeRow = (index: number) => {
    remove(index);
    focusNext(Math.max(0, index - 1), 'remove');
  };
  return (
    <div className={classes['rows']} ref={list}>
      {fields.length === 0 && <p className={classes['empty']}>{empty}</p>}
      {fields.map((row, index) => (
        <div
          key={row.key}
          role="group"
          aria-label={rowLabel(index + 1)}
          className={classes['row']}
          data-row={index}
        >
          <span className={classes['number']} aria-hidden>
            {index + 1}
          </span>
          <div className={classes['fields']}>{children(`${name}.${index}`)}</div>
          {!isSorted && (
            <>
              <ActionIcon
                data-control="up"
                aria-label={t('rows.moveUp', { row: rowLabel(index + 1) })}
                disabled={index === 0}
                onClick={() => moveRow(index, index - 1, 'up')}
              >
                <IconArrowUp size={17} stroke={1.75} aria-hidden />
              </ActionIcon>
              <ActionIcon
                data-control="down"
                aria-label={t('rows.moveDown', { row: rowLabel(index + 1) })}
                disabled={index === fields.length - 1}
                onClick={() => moveRow(index, index + 1, 'down')}
              >
                <IconArrowDown size={17} stroke={1.75} aria-hidden />
              </ActionIcon>
            </>
          )}
          <ActionIcon
            data-control="remove"
            aria-label={t('rows.remove', { row: rowLabel(index + 1) })}
            onClick={() => removeRow(index)}
          >
            <IconTrash size={17} stroke={1.75} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {(max === undefined || fields.length < max) && (
        <Button
          className={classes['add'] ?? ''}
          data-add
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => append(emptyRow)}
        >
          {addLabel}
        </Button>
      )}
    </div>
  );
}

/** Keeps the keyboard where the hand was: a row that moved takes the focus along. */
function useRowFocus() {
  const list = useRef<HTMLDivElement>(null);
  const wanted = useRef<{ row: number; control: Control } | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const { row, control } = wanted.current;
    wanted.current = null;
    const controlsOf = `[data-row="${row}"] [data-control]:not(:disabled)`;
    const found = [...(list.current?.querySelectorAll<HTMLElement>(controlsOf) ?? [])];
    const target = found.find((button) => button.dataset['control'] === control) ?? found[0];
    (target ?? list.current?.querySelector<HTMLElement>('[data-add]'))?.focus();
  });
  const focusNext = (row: number, control: Control) => {
    wanted.current = { row, control };
  };
  return { list, focusNext };
}
