import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportDraft } from './use-import-draft.ts';
import { useSheetRows } from './use-sheet-rows.ts';

/** So many rows of the list itself are offered besides the titles. */
const offeredRows = 6;
const shownText = 48;

interface HeaderChoiceProps {
  draft: ImportDraft;
  /** Null: the list has no header. */
  onChoose(row: number | null): void;
}

/** Which row has the headings. */
export function HeaderChoice({ draft, onChoose }: HeaderChoiceProps) {
  const { t } = useTranslation('imports');
  const { titleRows, headerRow, columns } = draft.upload;
  const sheet = useSheetRows(draft, 0, offeredRows);
  const firstRows = Array.from({ length: offeredRows }, (_, index) => sheet.rowAt(index)).filter(
    (row) => row !== null,
  );
  const header = headerRow === null ? [] : [{ row: headerRow, cells: columns.map(({ heading }) => heading) }];
  const rows = [...titleRows, ...header, ...firstRows].map(({ row, cells }) => {
    const text = cells.filter((cell) => cell.trim() !== '').join(' · ');
    const shown = text.length > shownText ? `${text.slice(0, shownText)}…` : text;
    return { value: String(row), label: t('understood.row', { row, text: shown }) };
  });
  return (
    <NativeSelect
      label={t('understood.header')}
      value={headerRow === null ? '' : String(headerRow)}
      data={[...rows, { value: '', label: t('understood.noHeader') }]}
      onChange={(event) =>
        onChoose(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))
      }
    />
  );
}
