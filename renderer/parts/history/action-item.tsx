import { Button } from '@mantine/core';
import { IconArrowBackUp, IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryAction } from '../../../domain/history.ts';
import { useActionWords, useMomentWords } from './action-words.ts';
import { EntryDetails } from './entry-details.tsx';
import classes from './history.module.css';

interface ActionItemProps {
  action: HistoryAction;
  onUndo(action: HistoryAction): void;
}

const shownChanges = 6;

/** What somebody did at once: who, when, where; a single change is spelt out, many open on demand. */
export function ActionItem({ action, onUndo }: ActionItemProps) {
  const { t } = useTranslation('history');
  const words = useActionWords();
  const momentWords = useMomentWords();
  const detailsId = useId();
  const { entries, entryCount, at, userName, deviceName, mayUndo } = action;
  const [first] = entries;
  const isShort = entryCount === 1 && (first?.changes.length ?? 0) <= shownChanges;
  const [isOpen, setOpen] = useState(false);
  const what = words(action);
  const count = entryCount === 1 ? (first?.changes.length ?? 0) : entryCount;
  return (
    <li className={classes['action']}>
      <div className={classes['head']}>
        <div>
          <div className={classes['what']}>
            <b>{userName ?? t('someone')}</b> {what}
          </div>
          <div className={classes['when']}>
            {momentWords(at)} · {t('onDevice', { device: deviceName ?? t('someDevice') })}
          </div>
        </div>
        <div className={classes['tools']}>
          {!isShort && (
            <Button
              variant="subtle"
              size="xs"
              aria-expanded={isOpen}
              aria-controls={detailsId}
              rightSection={
                isOpen ? <IconChevronUp size={14} aria-hidden /> : <IconChevronDown size={14} aria-hidden />
              }
              onClick={() => setOpen(!isOpen)}
            >
              {isOpen ? t('hideAll') : t('showAll', { count })}
            </Button>
          )}
          {mayUndo && (
            <Button
              variant="subtle"
              size="xs"
              aria-label={t('undo.label', { what })}
              leftSection={<IconArrowBackUp size={14} aria-hidden />}
              onClick={() => onUndo(action)}
            >
              {t('undo.action')}
            </Button>
          )}
        </div>
      </div>
      <div id={detailsId} className={classes['details']}>
        {(isShort || isOpen) &&
          entries.map((entry) => (
            <EntryDetails key={entry.sequence} entry={entry} isNamed={entryCount > 1} />
          ))}
        {isOpen && entryCount > entries.length && (
          <div className={classes['when']}>{t('andMore', { count: entryCount - entries.length })}</div>
        )}
      </div>
    </li>
  );
}
