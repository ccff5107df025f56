import { useHotkeys, useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PagePlaceProvider } from '../lib/page-place.tsx';
import { usePreference } from '../lib/preferences.ts';
import { CommandPalette } from './command-palette.tsx';
import classes from './frame.module.css';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';

/** What stands around every page: the rail, the top bar, the search. */
export function Frame({ children }: { children: ReactNode }) {
  const { t } = useTranslation('app');
  const main = useRef<HTMLElement>(null);
  const isNarrow = useMediaQuery('(max-width: 1180px)', false, { getInitialValueInEffect: false });
  const [rail, setRail] = usePreference('rail');
  const isCollapsed = rail === null ? isNarrow : rail === 'collapsed';
  const [isSearching, setIsSearching] = useState(false);
  useHotkeys([['mod+K', () => setIsSearching(true)]], []);
  return (
    <PagePlaceProvider>
      <button type="button" className={classes['skip']} onClick={() => main.current?.focus()}>
        {t('skipToContent')}
      </button>
      <div className={classes['frame']}>
        <Rail isCollapsed={isCollapsed} onToggle={() => setRail(isCollapsed ? 'expanded' : 'collapsed')} />
        <div className={classes['side']}>
          <TopBar onSearch={() => setIsSearching(true)} />
          <main ref={main} tabIndex={-1} className={classes['main']}>
            {children}
          </main>
        </div>
      </div>
      {isSearching && <CommandPalette onClose={() => setIsSearching(false)} />}
    </PagePlaceProvider>
  );
}
