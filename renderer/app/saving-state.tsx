import { useMutationState } from '@tanstack/react-query';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Delayed } from '../ui/delayed.tsx';
import classes from './frame.module.css';

/** Says quietly whether what was typed is kept: nothing before the first change of the day. */
export function SavingState() {
  const { t } = useTranslation('app');
  const statuses = useMutationState({ select: (mutation) => mutation.state.status });
  const isPending = statuses.includes('pending');
  const last = statuses.findLast((status) => status !== 'pending' && status !== 'idle');
  return (
    <span className={classes['saving']} role="status" data-state={isPending ? 'pending' : last}>
      {isPending && <Delayed>{t('saving.saving')}</Delayed>}
      {!isPending && last === 'success' && (
        <>
          <IconCheck size={15} stroke={2} aria-hidden />
          {t('saving.saved')}
        </>
      )}
      {!isPending && last === 'error' && (
        <>
          <IconAlertTriangle size={15} stroke={2} aria-hidden />
          {t('saving.failed')}
        </>
      )}
    </span>
  );
}
