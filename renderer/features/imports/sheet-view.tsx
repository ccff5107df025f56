import { Box, VisuallyHidden } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportReview } from '../../../domain/import.ts';
import type { CellPlace } from './cell-place.ts';
import { leftToShow, listSheetColumns, numbersWidth, type SheetColumn } from './sheet-columns.ts';
import { SheetLine, type SheetLineKind } from './sheet-line.tsx';
import { useMarkedCells } from './use-marked-cells.ts';
import classes from './sheet-view.module.css';
import type { ImportDraft } from './use-import-draft.ts';
import { useSheetRows } from './use-sheet-rows.ts';

const rowHeight = 28;
/** Letters and fields stand above the rows. */
const headHeight = 44;

interface SheetViewProps {
  draft: ImportDraft;
  review: ImportReview | null;
  /** The cell to bring into sight. */
  place: CellPlace | null;
}

/** Their sheet as Excel shows it: titles, header and people, numbered and lettered; 30,000 rows scroll alike. */
export function SheetView({ draft, review, place }: SheetViewProps) {
  const { t } = useTranslation('imports');
  const { titleRows, headerRow, rowCount } = draft.upload;
  const columns = useMemo(() => listSheetColumns(draft), [draft]);
  const above = titleRows.length + (headerRow === null ? 0 : 1);
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: above + rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollPaddingStart: headHeight,
  });
  const items = virtualizer.getVirtualItems();
  const indexOf = (line: number) => Math.max(0, line - above);
  const sheet = useSheetRows(draft, indexOf(items[0]?.index ?? 0), indexOf(items.at(-1)?.index ?? 0));
  const marked = useMarkedCells(draft, review);
  const show = useEffectEvent(async ({ row, column }: CellPlace) => {
    scroller.current?.scrollTo({ left: leftToShow(columns, column, scroller.current) });
    const index = row === 0 ? null : await sheet.findIndex(row);
    if (index !== null) virtualizer.scrollToIndex(above + index, { align: 'center' });
  });
  useEffect(() => {
    if (place !== null) void show(place);
  }, [place]);

  const lineAt = (line: number): { kind: SheetLineKind; row: number | null; cells: readonly string[] } => {
    const title = titleRows[line];
    if (title !== undefined) return { kind: 'title', ...title };
    if (line < above) return { kind: 'header', row: headerRow, cells: columns.map(({ heading }) => heading) };
    const body = sheet.rowAt(line - above);
    return { kind: 'body', row: body?.row ?? null, cells: body?.cells ?? [] };
  };
  const before = items[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  const width = numbersWidth + columns.reduce((sum, column) => sum + column.width, 0);
  return (
    <div
      ref={scroller}
      className={classes['scroller']}
      role="region"
      aria-label={t('sheet.rows')}
      tabIndex={0}
    >
      <Box component="table" className={classes['sheet']} w={width} aria-rowcount={above + rowCount + 1}>
        <colgroup>
          <Box component="col" w={numbersWidth} />
          {columns.map(({ letter, width: own }) => (
            <Box component="col" key={letter} w={own} />
          ))}
        </colgroup>
        <Head columns={columns} />
        <tbody>
          {before > 0 && <Spacer height={before} span={columns.length + 1} />}
          {items.map(({ index }) => (
            <SheetLine
              key={index}
              index={index}
              line={lineAt(index)}
              columns={columns}
              marked={marked}
              shown={place}
            />
          ))}
          {after > 0 && <Spacer height={after} span={columns.length + 1} />}
        </tbody>
      </Box>
    </div>
  );
}

function Head({ columns }: { columns: readonly SheetColumn[] }) {
  const { t } = useTranslation('imports');
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className={classes['corner']}>
          <VisuallyHidden>{t('sheet.rowNumber')}</VisuallyHidden>
        </th>
        {columns.map(({ letter, field }) => (
          <th key={letter} scope="col" data-understood={field !== 'ignored' || undefined}>
            <span>{letter}</span>
            <small>{t(`field.${field}`)}</small>
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Stands for the rows that are not drawn. */
function Spacer({ height, span }: { height: number; span: number }) {
  return (
    <tr aria-hidden className={classes['spacer']}>
      <Box component="td" colSpan={span} h={height} />
    </tr>
  );
}
