import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import classes from './grades.module.css';

/** The final grade and whether it reaches the pass mark; a dash while a score is missing. */
export function FinalGrade({ grade, passMark }: { grade: number | null; passMark: number }) {
  const { t } = useTranslation('grades');
  const format = useFormat();
  if (grade === null) return <span className={classes['missing']}>{t('missing')}</span>;
  const isReached = grade >= passMark;
  return (
    <span className={classes['finalGrade']}>
      <b>{format.number(grade)}</b>
      <StatusBadge tone={isReached ? 'success' : 'danger'} icon={isReached ? IconCheck : IconX}>
        {t(isReached ? 'reaches' : 'doesNotReach')}
      </StatusBadge>
    </span>
  );
}
