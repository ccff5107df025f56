import { Button } from '@mantine/core';
import { IconCheck, IconFileUnknown, IconLock, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupContents, BackupFile } from '../../../domain/backup.ts';
import { useFormat } from '../../lib/format.ts';
import { Section } from '../../ui/section.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import classes from './recovery-page.module.css';

/** A copy that was found on this PC; the newest of those that are not locked were opened already. */
export type FoundBackup = BackupFile & { isSound: boolean | null; contents: BackupContents | null };

/** So many are shown at first: the newest is what people want. */
const shortList = 4;

interface FoundBackupsProps {
  backups: readonly FoundBackup[];
  onChoose(backup: FoundBackup): void;
}

/** The copies there are on this PC, newest first; the newest sound one is the next step. */
export function FoundBackups({ backups, onChoose }: FoundBackupsProps) {
  const { t } = useTranslation('recovery');
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? backups : backups.slice(0, shortList);
  const next = backups.find(({ isSound }) => isSound === true);
  const older = backups.length - shown.length;
  return (
    <Section title={t('found')}>
      <ul className={classes['found']}>
        {shown.map((backup) => (
          <li key={backup.path}>
            <BackupButton backup={backup} isNext={backup === next} onChoose={() => onChoose(backup)} />
          </li>
        ))}
      </ul>
      {older > 0 && (
        <div>
          <Button variant="subtle" onClick={() => setIsWhole(true)}>
            {t('more', { count: older })}
          </Button>
        </div>
      )}
    </Section>
  );
}

interface BackupButtonProps {
  backup: FoundBackup;
  isNext: boolean;
  onChoose(): void;
}

const badges = {
  sound: { tone: 'success', icon: IconCheck },
  locked: { tone: 'neutral', icon: IconLock },
  unsound: { tone: 'danger', icon: IconX },
  unopened: { tone: 'neutral', icon: IconFileUnknown },
} as const;

function BackupButton({ backup, isNext, onChoose }: BackupButtonProps) {
  const { t } = useTranslation('recovery');
  const format = useFormat();
  const describe = useDescribeBackup();
  const state = stateOf(backup);
  return (
    <button
      type="button"
      className={classes['backup']}
      data-accent={isNext || undefined}
      autoFocus={isNext}
      disabled={state === 'unsound'}
      onClick={onChoose}
    >
      <span className={classes['backupText']}>
        <strong>{t('madeAt', { when: format.dateTime(backup.madeAt) })}</strong>
        <span>{describe(backup)}</span>
        <span className={classes['fileName']}>{backup.name}</span>
      </span>
      <StatusBadge {...badges[state]}>{t(state)}</StatusBadge>
    </button>
  );
}

/** What is in it where it was opened, otherwise what to expect of it. */
function useDescribeBackup(): (backup: FoundBackup) => string {
  const { t } = useTranslation('recovery');
  const format = useFormat();
  return (backup) => {
    const { contents } = backup;
    const state = stateOf(backup);
    if (state !== 'sound') return t(`${state}Text`);
    if (contents === null) return '';
    const { people, editions, certificates } = contents.counts;
    return t('holds', {
      people: format.number(people),
      editions: format.number(editions),
      certificates: format.number(certificates),
    });
  };
}

function stateOf({ isSound, isEncrypted }: FoundBackup): keyof typeof badges {
  if (isEncrypted) return 'locked';
  if (isSound === null) return 'unopened';
  return isSound ? 'sound' : 'unsound';
}
