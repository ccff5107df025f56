import { ActionIcon } from '@mantine/core';
import { IconArrowRight, IconRestore } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type HistoryChange, type HistoryVerb, veiledColumns } from '../../../domain/history.ts';
import classes from './history.module.css';
import { useColumnWords, useValueWords } from './value-words.ts';

interface ChangeLineProps {
  table: string;
  verb: HistoryVerb;
  change: HistoryChange;
  /** Makes this value stand again; null where it cannot. */
  onRestore: (() => void) | null;
}

/** 'Teléfono: 70366443 → 71234567'; of what was new only what it is. */
export function ChangeLine({ table, verb, change, onRestore }: ChangeLineProps) {
  const { t } = useTranslation('history');
  const columnWords = useColumnWords();
  const valueWords = useValueWords();
  const { column, before, after, beforeName, afterName, erased } = change;
  const isVeiled = veiledColumns[table]?.includes(column) === true;
  const was = valueWords(table, column, before, beforeName);
  const is = valueWords(table, column, after, afterName);
  return (
    <div className={classes['change']}>
      <dt>{columnWords(table, column)}</dt>
      {isVeiled || erased ? (
        <dd>{t(erased ? 'erased' : 'changedOnly')}</dd>
      ) : (
        <dd>
          {(verb !== 'created' || before !== null) && (
            <>
              <span className={classes['before']}>{was}</span>
              <IconArrowRight size={14} aria-label="→" />
            </>
          )}
          <span>{is}</span>
          {onRestore !== null && (
            <ActionIcon
              size="sm"
              aria-label={t('restore.value', { column: columnWords(table, column), value: is })}
              title={t('restore.value', { column: columnWords(table, column), value: is })}
              onClick={onRestore}
            >
              <IconRestore size={16} stroke={1.6} aria-hidden />
            </ActionIcon>
          )}
        </dd>
      )}
    </div>
  );
}
