import type { Progress } from '../domain/contract/procedure.ts';

/**
 * Turns work that calls back with its progress into a generator of the progress, which ends with the result.
 * A consumer slower than the work gets the latest figure, not all of them.
 */
export async function* withProgress<Result>(
  start: (report: (progress: Progress) => void) => Promise<Result>,
): AsyncGenerator<Progress, Result, void> {
  let latest: Progress | null = null;
  let news = Promise.withResolvers<'progress'>();
  const work = start((progress) => {
    latest = progress;
    news.resolve('progress');
  });
  const end = work.then(
    () => 'end' as const,
    () => 'end' as const,
  );
  const takeLatest = (): Progress | null => {
    const taken = latest;
    latest = null;
    news = Promise.withResolvers();
    return taken;
  };
  while ((await Promise.race([news.promise, end])) === 'progress') {
    const progress = takeLatest();
    if (progress !== null) yield progress;
  }
  return await work;
}
