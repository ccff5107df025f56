import { ORPCError } from '@orpc/client';
import { useEffect, useState } from 'react';
import { z } from 'zod';

const waitSchema = z.object({ seconds: z.number() });

/** The wait that a refusal asks for, in seconds; 0 where it asks for none. */
function readWait(error: unknown): number {
  return error instanceof ORPCError ? (waitSchema.safeParse(error.data).data?.seconds ?? 0) : 0;
}

/** Counts down, from the moment a try was refused, the seconds until the next one is taken. */
export function useSecondsLeft(error: unknown): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const seconds = readWait(error);
    const endsAt = Date.now() + seconds * 1000;
    setLeft(seconds);
    if (seconds === 0) return;
    const timer = setInterval(() => {
      const remaining = Math.max(0, Math.ceil((endsAt - Date.now()) / 1000));
      setLeft(remaining);
      if (remaining === 0) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [error]);
  return left;
}
