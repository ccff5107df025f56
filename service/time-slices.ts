import { setImmediate as nextTurn } from 'node:timers/promises';

/** So long a piece of long work may keep everyone else waiting, in milliseconds. */
const sliceMs = 12;

/** Lets others be served whenever long work has run for a slice. */
export interface TimeSlices {
  /** Goes on at once, or after whoever waited; throws where the work was cancelled. */
  pause(): Promise<void>;
  /** Whether the slice is used up. */
  isOver(): boolean;
}

/** Divides long work on the service's own thread into slices between which it answers everyone else. */
export function createTimeSlices(signal?: AbortSignal): TimeSlices {
  let begin = performance.now();
  const isOver = () => performance.now() - begin >= sliceMs;
  return {
    isOver,
    pause: async () => {
      signal?.throwIfAborted();
      if (!isOver()) return;
      await nextTurn();
      signal?.throwIfAborted();
      begin = performance.now();
    },
  };
}
