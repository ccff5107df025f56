import { IconChevronRight, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCrumbs } from '../lib/page-place.tsx';
import { AddressLink } from '../ui/address-link.tsx';
import { Shortcut } from '../ui/shortcut.tsx';
import classes from './frame.module.css';
import { SafekeepingLine } from './safekeeping-line.tsx';
import { SavingState } from './saving-state.tsx';
import { UserMenu } from './user-menu.tsx';

/** Where I am, whether all is saved and safe, the search, and who I am. */
export function TopBar({ onSearch }: { onSearch(): void }) {
  const { t } = useTranslation('app');
  return (
    <header className={classes['top']}>
      <Breadcrumb />
      <SavingState />
      <SafekeepingLine />
      <button type="button" className={classes['search']} onClick={onSearch} aria-keyshortcuts="Control+K">
        <IconSearch size={16} stroke={1.75} aria-hidden />
        <span className={classes['searchLabel']}>{t('search.open')}</span>
        <Shortcut keys="Ctrl+K" />
      </button>
      <UserMenu />
    </header>
  );
}

function Breadcrumb() {
  const { t } = useTranslation('app');
  const crumbs = useCrumbs();
  return (
    <nav aria-label={t('breadcrumb')} className={classes['crumbs']}>
      <ol>
        {crumbs.map((crumb, index) => (
          <li key={crumb.to ?? crumb.label}>
            {index > 0 && <IconChevronRight size={14} aria-hidden />}
            {crumb.to === undefined ? (
              <span aria-current={index === crumbs.length - 1 ? 'page' : undefined}>{crumb.label}</span>
            ) : (
              <AddressLink to={crumb.to}>{crumb.label}</AddressLink>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
