import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../lib/format.ts';
import { Delayed } from './delayed.tsx';
import classes from './meter.module.css';

interface ProgressPanelProps {
  /** What is being done: 'Emitiendo certificados'. */
  label: string;
  /** Null while the size of the work is unknown. */
  progress: { done: number; total: number } | null;
  onCancel?: () => void;
}

/** How far a long task is, in words and as a bar, with a way to stop it. */
export function ProgressPanel({ label, progress, onCancel }: ProgressPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const share = progress === null || progress.total === 0 ? null : progress.done / progress.total;
  const counted =
    progress === null || progress.total === 0
      ? ''
      : t('doneOfTotal', { done: format.number(progress.done), total: format.number(progress.total) });
  return (
    <Delayed>
      <div className={classes['panel']}>
        <div className={classes['words']}>
          <span>{label}</span>
          <span>{counted}</span>
        </div>
        <progress
          className={classes['progress']}
          aria-label={label}
          {...(share === null ? {} : { value: share })}
        />
        {onCancel !== undefined && <Button onClick={onCancel}>{t('cancel')}</Button>}
      </div>
    </Delayed>
  );
}
