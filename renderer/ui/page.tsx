import type { ReactNode } from 'react';
import classes from './page.module.css';

/** The sheet a page is written on. `fill`: its last child (a table, a grid) takes the height that is left. */
export function Page({ fill = false, children }: { fill?: boolean; children: ReactNode }) {
  return (
    <div className={classes['page']} data-fill={fill || undefined}>
      {children}
    </div>
  );
}
