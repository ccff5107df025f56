import { NativeSelect, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SheetColumn } from '../../../domain/documents.ts';
import type { SessionId } from '../../../domain/ids.ts';
import type { Session } from '../../../domain/session.ts';
import { useFormat } from '../../lib/format.ts';
import { ColumnsField } from './columns-field.tsx';

/** What stands on a sheet besides number, name and the place to sign. */
export interface SheetChoice {
  columns: SheetColumn[];
  blankRows: number;
}

interface SheetSettingsProps {
  sessions: readonly Session[];
  /** Null: one sheet with a column a session. */
  sessionId: SessionId | null;
  onSession(sessionId: SessionId | null): void;
  choice: SheetChoice;
  onChoice(choice: SheetChoice): void;
}

const columns = ['identityCard', 'phone', 'community'] as const;
const mostBlankRows = 60;

/** The choices of a signature sheet: which session, which columns, how many empty rows. */
export function SheetSettings({ sessions, sessionId, onSession, choice, onChoice }: SheetSettingsProps) {
  const { t } = useTranslation('documents');
  const format = useFormat();
  return (
    <>
      <NativeSelect
        label={t('session')}
        value={sessionId ?? ''}
        onChange={(event) =>
          onSession(sessions.find(({ id }) => id === event.currentTarget.value)?.id ?? null)
        }
        data={[
          { value: '', label: t('allSessions') },
          ...sessions.map(({ id, date, startsAt }) => ({
            value: id,
            label: t('sessionOf', { date: format.weekdayDate(date), time: startsAt }),
          })),
        ]}
      />
      <ColumnsField
        legend={t('columns.label')}
        options={columns.map((value) => ({ value, label: t(`columns.${value}`) }))}
        chosen={choice.columns}
        onChange={(chosen) => onChoice({ ...choice, columns: chosen })}
      />
      <NumberInput
        label={t('blankRows')}
        description={t('blankRowsWhy')}
        value={choice.blankRows}
        min={0}
        max={mostBlankRows}
        clampBehavior="strict"
        allowDecimal={false}
        onChange={(value) => {
          if (typeof value === 'number') onChoice({ ...choice, blankRows: value });
        }}
      />
    </>
  );
}
