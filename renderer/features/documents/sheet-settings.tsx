import { Checkbox, NativeSelect, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SheetColumn } from '../../../domain/documents.ts';
import type { SessionId } from '../../../domain/ids.ts';
import type { Session } from '../../../domain/session.ts';
import { useFormat } from '../../lib/format.ts';
import classes from './documents.module.css';

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
  const toggle = (column: SheetColumn) => {
    const chosen = columns.filter((one) => choice.columns.includes(one) !== (one === column));
    onChoice({ ...choice, columns: chosen });
  };
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
      <fieldset className={classes['columns']}>
        <legend>{t('columns.label')}</legend>
        {columns.map((column) => (
          <Checkbox
            key={column}
            label={t(`columns.${column}`)}
            checked={choice.columns.includes(column)}
            onChange={() => toggle(column)}
          />
        ))}
      </fieldset>
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
