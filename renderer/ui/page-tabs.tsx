import type { KeyboardEvent } from 'react';
import { AddressLink } from './address-link.tsx';
import classes from './page-tabs.module.css';

export interface PageTab {
  /** A whole address: `/ediciones/${editionId}/asistencia`. */
  to: string;
  label: string;
  count?: string;
}

function moveBetweenTabs(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  const links = [...(event.currentTarget.parentElement?.querySelectorAll('a') ?? [])];
  const here = links.findIndex((link) => link === event.currentTarget);
  links[(here + step + links.length) % links.length]?.focus();
  event.preventDefault();
}

/** Tabs that are addresses: Back works, and each can be opened by itself. Arrow keys move between them. */
export function PageTabs({ label, tabs }: { label: string; tabs: readonly PageTab[] }) {
  return (
    <nav className={classes['tabs']} aria-label={label}>
      {tabs.map((tab) => (
        <AddressLink
          key={tab.to}
          to={tab.to}
          className={classes['tab']}
          current="exact"
          onKeyDown={moveBetweenTabs}
        >
          {tab.label}
          {tab.count !== undefined && <span className={classes['count']}>{tab.count}</span>}
        </AddressLink>
      ))}
    </nav>
  );
}
