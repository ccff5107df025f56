import { type ReactNode, useEffect, useState } from 'react';

/** Shows its children only after a while: what is ready before is never announced as loading. */
export function Delayed({ ms = 300, children }: { ms?: number; children: ReactNode }) {
  const [isDue, setIsDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsDue(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return isDue ? children : null;
}
