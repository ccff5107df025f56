import { Group } from '@mantine/core';
import type { ReactNode } from 'react';

/** The buttons at the foot of a dialog or form: the next step last. */
export function DialogActions({ children }: { children: ReactNode }) {
  return (
    <Group justify="flex-end" gap={8} mt={18}>
      {children}
    </Group>
  );
}
