import { type Icon, IconSeedling } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

interface EmptyStateProps {
  title: string;
  text?: ReactNode;
  action?: ReactNode;
  icon?: Icon;
}

/** Says that there is nothing yet, why, and what to do about it. */
export function EmptyState({ title, text, action, icon: Sign = IconSeedling }: EmptyStateProps) {
  return (
    <div className={classes['empty']}>
      <Sign size={34} stroke={1.4} aria-hidden />
      <p className={classes['title']}>{title}</p>
      {text !== undefined && <div className={classes['text']}>{text}</div>}
      {action !== undefined && <div className={classes['action']}>{action}</div>}
    </div>
  );
}
