import { useEffect, useRef, useState } from 'react';
import type { ImportUpload } from '../../../domain/import.ts';

type ReadingState = { state: 'idle' } | { state: 'reading' } | { state: 'failed'; error: unknown };

export interface Reading {
  isReading: boolean;
  /** Why the last reading failed; null where it did not. */
  error: unknown;
  /** Resolves with what was read; null where it failed or was cancelled. */
  read(call: (signal: AbortSignal) => Promise<ImportUpload>): Promise<ImportUpload | null>;
  cancel(): void;
}

/** Reads a file in the background, with a way to stop it; leaving the page stops it too. */
export function useReading(): Reading {
  const [reading, setReading] = useState<ReadingState>({ state: 'idle' });
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);

  const read: Reading['read'] = async (call) => {
    controller.current?.abort();
    const mine = new AbortController();
    controller.current = mine;
    setReading({ state: 'reading' });
    try {
      const upload = await call(mine.signal);
      if (mine.signal.aborted) return null;
      setReading({ state: 'idle' });
      return upload;
    } catch (error) {
      if (!mine.signal.aborted) setReading({ state: 'failed', error });
      return null;
    }
  };
  const cancel = () => {
    controller.current?.abort();
    setReading({ state: 'idle' });
  };
  return {
    isReading: reading.state === 'reading',
    error: reading.state === 'failed' ? reading.error : null,
    read,
    cancel,
  };
}
