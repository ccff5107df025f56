import { Box } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './split.module.css';

interface SplitProps {
  /** At the left: what is chosen. */
  side: ReactNode;
  /** Of the width, for the left side: '44%', '320px'. */
  sideWidth: string;
  /** At the right: what comes of it. */
  children: ReactNode;
}

/** Two panes side by side that fill the height, each scrolling by itself; one above the other when narrow. */
export function Split({ side, sideWidth, children }: SplitProps) {
  return (
    <Box className={classes['split']} __vars={{ '--side': sideWidth }}>
      <div className={classes['side']}>{side}</div>
      <div className={classes['main']}>{children}</div>
    </Box>
  );
}
