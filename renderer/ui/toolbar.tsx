import type { ReactNode } from 'react';
import classes from './page.module.css';

/** The row above a table: what narrows it down at the left, what is done with it at the right. */
export function Toolbar({ children, end }: { children?: ReactNode; end?: ReactNode }) {
  return (
    <div className={classes['toolbar']}>
      {children}
      {end !== undefined && <div className={classes['toolbarEnd']}>{end}</div>}
    </div>
  );
}
