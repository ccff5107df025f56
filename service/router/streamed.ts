import type { Service } from '../service.ts';

/**
 * Passes long work on with its progress. The middleware has let go of a generator by the time it fails or ends, so
 * faults are reported and changes told here.
 */
export async function* streamed<Step, Result>(
  service: Service,
  where: string,
  work: AsyncGenerator<Step, Result, void>,
): AsyncGenerator<Step, Result, void> {
  try {
    return yield* work;
  } catch (error) {
    throw service.reportFault(error, where);
  } finally {
    service.broadcastChanges();
  }
}
