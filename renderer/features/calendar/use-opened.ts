import { useEffect, useRef, useState } from 'react';
import { type Spot, spotName } from './use-calendar-keys.ts';

/** What is opened over the calendar; once nothing is any more, the focus is back where it was opened. */
export function useOpened() {
  const [opened, setOpened] = useState<Spot | null>(null);
  const opener = useRef<Spot | null>(null);
  useEffect(() => {
    if (opened !== null) {
      opener.current ??= opened;
      return;
    }
    if (opener.current === null) return;
    document.querySelector<HTMLElement>(`[data-spot="${spotName(opener.current)}"]`)?.focus();
    opener.current = null;
  }, [opened]);
  return [opened, setOpened] as const;
}
