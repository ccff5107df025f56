import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './person-sheet.module.css';

/** A word under a field: what follows from it, or a doubt that does not stand in the way. */
export function FieldHint({ tone = 'plain', children }: { tone?: 'plain' | 'warning'; children: ReactNode }) {
  return (
    <p className={classes['hint']} data-tone={tone} role="status">
      {tone === 'warning' && <IconAlertTriangle size={15} stroke={2} aria-hidden />}
      {children}
    </p>
  );
}
