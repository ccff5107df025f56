import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../lib/session.tsx';
import { AddressLink } from '../ui/address-link.tsx';
import { Mark } from '../ui/mark.tsx';
import classes from './frame.module.css';
import { railEntries } from './navigation.ts';

interface RailProps {
  isCollapsed: boolean;
  onToggle(): void;
}

/** The way to every section, at the left of each page. */
export function Rail({ isCollapsed, onToggle }: RailProps) {
  const { t } = useTranslation('app');
  const { officeName } = useSession();
  const Toggle = isCollapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  const toggleLabel = t(isCollapsed ? 'expandRail' : 'collapseRail');
  return (
    <nav aria-label={t('rail')} className={classes['rail']} data-collapsed={isCollapsed || undefined}>
      <div className={classes['brand']}>
        <Mark />
        <div className={classes['names']}>
          <span className={classes['word']}>Yachay</span>
          <span className={classes['office']} title={officeName}>
            {officeName}
          </span>
        </div>
      </div>
      <div className={classes['entries']}>
        {railEntries.map(({ to, label, icon: Icon }) => (
          <AddressLink
            key={label}
            to={to}
            className={classes['entry']}
            title={isCollapsed ? t(`nav.${label}`) : undefined}
            current={to === '/' ? 'exact' : 'below'}
          >
            <Icon size={20} stroke={1.6} aria-hidden />
            <span className={classes['entryLabel']}>{t(`nav.${label}`)}</span>
          </AddressLink>
        ))}
      </div>
      <button type="button" className={classes['toggle']} onClick={onToggle} aria-label={toggleLabel}>
        <Toggle size={19} stroke={1.5} aria-hidden />
      </button>
    </nav>
  );
}
