import { useCallback, useEffect, useReducer, useRef } from 'react';

export interface TaskProgress {
  done: number;
  total: number;
}

export type LongTaskState<Result> =
  | { state: 'idle' | 'cancelled'; progress: null; result: null; error: null }
  | { state: 'running'; progress: TaskProgress | null; result: null; error: null }
  | { state: 'done'; progress: null; result: Result; error: null }
  | { state: 'failed'; progress: null; result: null; error: unknown };

export type LongTask<Input, Result> = LongTaskState<Result> & {
  /** Starts; one still running is cancelled first. Resolves with the result, or null if cancelled or failed. */
  start(input: Input): Promise<Result | null>;
  /** As `start`, but throws what made it fail: for a form, which shows it at its field. */
  attempt(input: Input): Promise<Result | null>;
  cancel(): void;
  reset(): void;
};

const idle = { state: 'idle', progress: null, result: null, error: null } as const;

/**
 * Runs a procedure that reports its progress: an event iterator that yields `{done, total}` and returns the
 * result. Leaving the screen cancels it.
 */
export function useLongTask<Input, Result>(
  run: (
    input: Input,
    options: { signal: AbortSignal },
  ) => Promise<AsyncIterator<TaskProgress, Result, unknown>>,
): LongTask<Input, Result> {
  const [task, setTask] = useReducer(
    (_: LongTaskState<Result>, next: LongTaskState<Result>): LongTaskState<Result> => next,
    idle,
  );
  const controller = useRef<AbortController | null>(null);

  const cancel = useCallback(() => {
    if (controller.current === null) return;
    controller.current.abort();
    controller.current = null;
    setTask({ ...idle, state: 'cancelled' });
  }, []);

  const attempt = async (input: Input): Promise<Result | null> => {
    controller.current?.abort();
    const mine = new AbortController();
    controller.current = mine;
    const show = (next: LongTaskState<Result>) => {
      if (controller.current === mine) setTask(next);
    };
    show({ ...idle, state: 'running' });
    try {
      const events = await run(input, { signal: mine.signal });
      let event = await events.next();
      while (event.done !== true) {
        show({ ...idle, state: 'running', progress: event.value });
        event = await events.next();
      }
      if (mine.signal.aborted) return null;
      show({ ...idle, state: 'done', result: event.value });
      return event.value;
    } catch (error) {
      show({ ...idle, state: 'failed', error });
      if (mine.signal.aborted) return null;
      throw error;
    } finally {
      if (controller.current === mine) controller.current = null;
    }
  };

  const start = (input: Input) => attempt(input).catch(() => null);

  useEffect(() => () => controller.current?.abort(), []);
  const reset = useCallback(() => setTask(idle), []);
  return { ...task, start, attempt, cancel, reset };
}
