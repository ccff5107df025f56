import { useHotkeys } from '@mantine/hooks';
import { Portal } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../lib/session.tsx';
import classes from './idle-lock.module.css';
import { useIdleStage } from './use-idle-stage.ts';
import { useLock } from './use-lock.ts';

/** Locks the window by Ctrl+L and when nobody has been at it for a while, saying so half a minute before. */
export function IdleLock() {
  const { t } = useTranslation('access');
  const { user, idleMinutes } = useSession();
  const lock = useLock();
  const idle = useIdleStage(user.hasPassword ? idleMinutes : null);
  useHotkeys([['mod+L', () => void lock()]], []);
  const isOver = idle.stage === 'lock';
  useEffect(() => {
    if (isOver) void lock();
  }, [isOver, lock]);
  if (idle.stage !== 'warn') return null;
  return (
    <Portal>
      <div className={classes['warning']} role="alert">
        <strong>{t('lock.soonTitle')}</strong>
        <span>
          {/* Read aloud once, not each second. */}
          <span aria-hidden>{t('lock.soon', { count: idle.seconds })} </span>
          {t('lock.stay')}
        </span>
      </div>
    </Portal>
  );
}
