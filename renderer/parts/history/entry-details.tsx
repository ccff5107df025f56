import { Button } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../../domain/history.ts';
import { isRestorable, mayRestore } from '../../../domain/restore-rights.ts';
import { useSession } from '../../lib/session.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { useActionWords } from './action-words.ts';
import { ChangeLine } from './change-line.tsx';
import classes from './history.module.css';
import { useRestore } from './use-restore.ts';

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
  const restore = useRestore();
  const { user } = useSession();
  const mayPutBack = verb !== 'deleted' && mayRestore(user.role, table);
  const outdated = changes.filter((change) => !change.stands && isRestorable(table, change.column));
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
            <ChangeLine
              key={change.column}
              table={table}
              verb={verb}
              change={change}
              onRestore={
                mayPutBack && !change.stands && isRestorable(table, change.column)
                  ? () => void restore(entry, change.column)
                  : null
              }
            />
          ))}
        </dl>
      )}
      {mayPutBack && outdated.length > 1 && (
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconRestore size={14} aria-hidden />}
          onClick={() => void restore(entry, null)}
        >
          {t('restore.whole')}
        </Button>
      )}
      {superseded && <div className={classes['superseded']}>{t('superseded')}</div>}
    </>
  );
}
