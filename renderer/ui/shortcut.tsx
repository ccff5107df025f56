import { Kbd } from '@mantine/core';

/** A key combination, written as it is pressed: 'Ctrl+K'. */
export function Shortcut({ keys }: { keys: string }) {
  return <Kbd>{keys}</Kbd>;
}
