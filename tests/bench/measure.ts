import type { BenchRun } from './bench-run.ts';

/** What one benchmark found. `ours` and every value of `beside` are in `unit`; the smaller, the better (of shares, the greater). */
export interface Measurement {
  readonly name: string;
  readonly unit: 'ms' | 's' | 'MB' | '%';
  readonly ours: number;
  /** The same work done another way in the same run, by what did it. */
  readonly beside?: Readonly<Record<string, number>>;
  /** What we want to reach, in words, e.g. "at most half of Chromium". */
  readonly aim?: string;
}

/** A file tests/bench/<name>.bench.ts exports this as `measure`. It throws where what it timed came out wrong. */
export type Measure = (run: BenchRun) => Promise<readonly Measurement[]>;

/** The middle value; of an even number of values, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new Error('The median of no values');
  return (lower + upper) / 2;
}

/** How long a work takes, in milliseconds, and what it answers. */
export async function timeOnce<Answer>(
  work: () => Promise<Answer> | Answer,
): Promise<{ ms: number; answer: Answer }> {
  const start = performance.now();
  const answer = await work();
  return { ms: performance.now() - start, answer };
}

/** The median time in milliseconds of `runs` runs of the work, after one run that does not count. */
export async function timeIt(runs: number, work: () => unknown): Promise<number> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push((await timeOnce(work)).ms);
  return median(times);
}

/** Throws where a benchmark timed something other than what it says. */
export function expectEqual(found: unknown, expected: unknown, what: string): void {
  if (found !== expected) throw new Error(`${what}: ${String(found)} instead of ${String(expected)}`);
}
