import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../../domain/history.ts';
import { TextLink } from '../../ui/text-link.tsx';
import { useActionWords } from './action-words.ts';
import { ChangeLine } from './change-line.tsx';
import classes from './history.module.css';

interface EntryDetailsProps {
  entry: HistoryEntry;
  /** Says what was written; left out where the headline of the action says it already. */
  isNamed: boolean;
}

/** One row that was written: which, and what of it changed. */
export function EntryDetails({ entry, isNamed }: EntryDetailsProps) {
  const { t } = useTranslation('history');
  const words = useActionWords();
  const { table, verb, about, changes, superseded } = entry;
  const { personId } = about;
  const what = words({ parts: [{ table, verb, count: 1, ...about }] });
  return (
    <>
      {isNamed && (
        <div className={classes['entryName']}>
          {personId === null ? (
            what
          ) : (
            <TextLink to="/personas/$personId" params={{ personId }}>
              {what}
            </TextLink>
          )}
        </div>
      )}
      {changes.length > 0 && (
        <dl className={classes['changes']}>
          {changes.map((change) => (
            <ChangeLine key={change.column} table={table} verb={verb} change={change} />
          ))}
        </dl>
      )}
      {superseded && <div className={classes['superseded']}>{t('superseded')}</div>}
    </>
  );
}
