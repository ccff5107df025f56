import { Box } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './page.module.css';

/** Fields side by side; one below the other where the window is narrow. */
export function FieldGrid({ columns = 2, children }: { columns?: 1 | 2 | 3 | 4; children: ReactNode }) {
  return (
    <Box className={classes['fields']} __vars={{ '--columns': String(columns) }}>
      {children}
    </Box>
  );
}
