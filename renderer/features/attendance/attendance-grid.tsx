import { Box } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionId } from '../../../domain/ids.ts';
import classes from './attendance-grid.module.css';
import type { GridModel } from './grid-commands.ts';
import { GridHead } from './grid-head.tsx';
import { type AttendanceRules, GridRow } from './grid-row.tsx';
import { useGridTexts } from './grid-texts.ts';
import { revealCell } from './reveal-cell.ts';
import { useGridKeys } from './use-grid-keys.ts';

interface AttendanceGridProps {
  model: GridModel;
  rules: AttendanceRules;
  /** Shows who changed the mark that is active. */
  onHistory(): void;
}

/** Pixels of a row: a 1366×768 screen at 125 % leaves 614 for the window, and less where a task bar takes its part. */
const rowHeights = { usual: 32, low: 26, lowest: 24 };

/**
 * People by sessions. The keyboard focus stays on the grid, which names its active cell; a key redraws the one or
 * two rows it concerns, and only the rows on screen exist.
 */
export const AttendanceGrid = memo(function AttendanceGrid({ model, rules, onHistory }: AttendanceGridProps) {
  const { t } = useTranslation('attendance');
  const texts = useGridTexts(rules.minimum);
  const idPrefix = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState<SessionId | null>(null);
  const rowHeight = useRowHeight();
  const { rows, sessions, selection } = model;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);

  const reveal = useCallback(
    (place: { row: number; column: number }) => {
      if (scroller.current !== null) revealCell(scroller.current, place, rowHeight);
    },
    [rowHeight],
  );
  useEffect(() => {
    const grid = scroller.current;
    const nameActive = () => {
      const { row, column } = selection.getActive();
      grid?.setAttribute('aria-activedescendant', `${idPrefix}-${row}-${column}`);
    };
    nameActive();
    reveal(selection.getActive());
    return selection.subscribe(nameActive);
  }, [selection, idPrefix, reveal]);

  const openMenu = useCallback((sessionId: SessionId | null) => {
    setMenu(sessionId);
    if (sessionId === null) scroller.current?.focus({ preventScroll: true });
  }, []);
  const keys = useGridKeys({ model, scroller, rowHeight, reveal, onMenu: openMenu, onHistory });

  return (
    <Box
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={t('gridLabel')}
      aria-rowcount={rows.length + 1}
      aria-multiselectable
      aria-readonly={model.isReadOnly}
      className={classes['grid']}
      __vars={{ '--row': `${rowHeight}px`, '--sessions': String(sessions.length) }}
      {...keys}
    >
      <div role="presentation" className={classes['canvas']}>
        <GridHead model={model} minimum={rules.minimum} idPrefix={idPrefix} menu={menu} onMenu={openMenu} />
        <Box
          role="rowgroup"
          className={classes['body']}
          __vars={{ '--height': `${virtualizer.getTotalSize()}px` }}
        >
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <GridRow
                key={row.enrolment.id}
                model={model}
                rules={rules}
                texts={texts}
                row={row}
                index={index}
                top={start}
                idPrefix={idPrefix}
              />
            );
          })}
        </Box>
      </div>
    </Box>
  );
});

function useRowHeight(): number {
  const atOnce = { getInitialValueInEffect: false };
  const isLow = useMediaQuery('(max-height: 700px)', false, atOnce);
  const isLowest = useMediaQuery('(max-height: 580px)', false, atOnce);
  if (isLowest) return rowHeights.lowest;
  return isLow ? rowHeights.low : rowHeights.usual;
}
