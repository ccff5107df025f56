/** Runs pieces of work one after the other, whoever asks for them. */
export interface Queue {
  /** Resolves or rejects as the work does, once all work before it has ended. */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** An empty queue. */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (work) => {
      const result = last.then(work);
      last = result.catch(() => undefined);
      return result;
    },
  };
}
