import { Button } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttendanceMark } from '../../../domain/attendance.ts';
import type { Cell } from '../../lib/cell-store.ts';
import { useDescribeError } from '../../lib/errors.ts';
import classes from './attendance-grid.module.css';
import type { AttendanceStore } from './attendance-store.ts';
import type { GridTexts } from './grid-texts.ts';

interface GridCellProps {
  id: string;
  /** 'row:column', read back when the mouse comes by. */
  place: string;
  cell: Cell<AttendanceMark> | undefined;
  isCancelled: boolean;
  isActive: boolean;
  isSelected: boolean;
  store: AttendanceStore;
  texts: GridTexts;
}

function describe(mark: AttendanceMark | null, isCancelled: boolean, texts: GridTexts): string {
  if (mark !== null) return texts.mark[mark];
  return isCancelled ? texts.cancelled : texts.unmarked;
}

/** One mark as a letter on a tint. One that could not be saved keeps its letter, and says why when one is on it. */
export const GridCell = memo(function GridCell(props: GridCellProps) {
  const { id, place, cell, isCancelled, isActive, isSelected, store, texts } = props;
  const mark = cell?.value ?? null;
  const hasFailed = cell?.state === 'failed';
  const word = describe(mark, isCancelled, texts);
  const name = hasFailed ? texts.unsaved(word) : word;
  const showsFault = hasFailed && isActive;
  return (
    <div
      role="gridcell"
      id={id}
      className={classes['cell']}
      aria-selected={isSelected}
      aria-label={showsFault ? undefined : name}
      aria-invalid={hasFailed || undefined}
      data-place={place}
      data-mark={mark ?? undefined}
      data-cancelled={isCancelled || undefined}
      data-active={isActive || undefined}
      data-failed={hasFailed || undefined}
    >
      {mark}
      {showsFault && <CellFault name={name} error={cell.error} store={store} />}
    </div>
  );
});

interface CellFaultProps {
  name: string;
  error: unknown;
  store: AttendanceStore;
}

function CellFault({ name, error, store }: CellFaultProps) {
  const { t } = useTranslation('attendance');
  const describeError = useDescribeError();
  return (
    <div className={classes['fault']} role="alert">
      <strong>{name}</strong>
      <span>{describeError(error)}</span>
      <Button size="xs" tabIndex={-1} onClick={() => store.retry()}>
        {t('common:retry')}
      </Button>
    </div>
  );
}
