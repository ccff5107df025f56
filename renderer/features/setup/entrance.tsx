import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../ui/mark.tsx';
import classes from './entrance.module.css';
import { LanguageSwitch } from './language-switch.tsx';

interface EntranceProps {
  /** The band at the left under the name: where one is. */
  aside?: ReactNode;
  children: ReactNode;
}

/** What stands around the first start and the sign-in, before there is a frame. */
export function Entrance({ aside, children }: EntranceProps) {
  const { t } = useTranslation('setup');
  return (
    <div className={classes['entrance']}>
      <header className={classes['band']}>
        <div className={classes['brand']}>
          <Mark size={44} />
          <div>
            <div className={classes['word']}>Yachay</div>
            <div className={classes['meaning']}>{t('meaning')}</div>
          </div>
        </div>
        {aside}
        <p className={classes['offline']}>{t('offline')}</p>
      </header>
      <main className={classes['main']}>
        <div className={classes['language']}>
          <LanguageSwitch />
        </div>
        <div className={classes['content']}>{children}</div>
      </main>
    </div>
  );
}
