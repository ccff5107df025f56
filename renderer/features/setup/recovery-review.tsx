import { Button, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupReview } from '../../../domain/backup.ts';
import { useFormat } from '../../lib/format.ts';
import { BackupReviewFacts } from '../../parts/backup-review.tsx';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './recovery-page.module.css';

interface RecoveryReviewProps {
  review: BackupReview;
  isDamaged: boolean;
  onAnother(): void;
  onRecover(salvage: boolean): void;
}

/** What the chosen copy holds, and whether what can be read of the damaged data comes too. */
export function RecoveryReview({ review, isDamaged, onAnother, onRecover }: RecoveryReviewProps) {
  const { t } = useTranslation('recovery');
  const format = useFormat();
  const [salvages, setSalvages] = useState(true);
  return (
    <Section title={t('madeAt', { when: format.dateTime(review.madeAt) })}>
      <div className={classes['stack']}>
        <BackupReviewFacts review={review} />
        {isDamaged && (
          <Switch
            label={t('salvage')}
            description={t('salvageText')}
            checked={salvages}
            onChange={(event) => setSalvages(event.currentTarget.checked)}
          />
        )}
        <DialogActions>
          <Button onClick={onAnother}>{t('another')}</Button>
          <Button variant="filled" autoFocus onClick={() => onRecover(isDamaged && salvages)}>
            {t(isDamaged ? 'damaged.do' : 'join.do')}
          </Button>
        </DialogActions>
      </div>
    </Section>
  );
}
