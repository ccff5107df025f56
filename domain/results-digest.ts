import type { EnrolmentId } from './ids.ts';
import type { Result, ResultKind } from './result.ts';

/** What of a result makes a difference once it is final: what certificates are given for and what they say. */
export type FinalResult = Pick<Result, 'kind' | 'hasParticipated' | 'grade'>;

/** Someone whose result is not what it was; null where they had none, or have none any more. */
export interface ResultChange {
  enrolmentId: EnrolmentId;
  before: FinalResult | null;
  after: FinalResult | null;
}

const letterByKind: Record<ResultKind, string> = {
  approved: 'A',
  failed: 'F',
  abandoned: 'B',
  withdrawn: 'W',
  pending: 'P',
};
const kindByLetter = new Map(
  Object.entries(letterByKind).map(([kind, letter]) => [letter, kind as ResultKind]),
);

/**
 * The results of an edition as one short text, the same on every device whose data are: a word an enrolment, sorted,
 * made of its id, a letter for the kind, + for having participated, and the grade. Whoever only waits has no result.
 */
export function writeResultsDigest(results: ReadonlyMap<EnrolmentId, FinalResult>): string {
  return [...results]
    .filter(([, { kind }]) => kind !== 'pending')
    .map(([id, { kind, hasParticipated, grade }]) => {
      return `${id}${letterByKind[kind]}${hasParticipated ? '+' : ''}${grade ?? ''}`;
    })
    .toSorted()
    .join(' ');
}

/** Reads what `writeResultsDigest` wrote; what is no such word is passed over. */
export function readResultsDigest(digest: string): Map<EnrolmentId, FinalResult> {
  const results = new Map<EnrolmentId, FinalResult>();
  for (const word of digest.split(' ')) {
    const [, id, letter, plus, grade] = /^([0-9A-Za-z]{22})([A-Z])(\+?)([\d.]*)$/.exec(word) ?? [];
    const kind = kindByLetter.get(letter ?? '');
    if (id === undefined || kind === undefined) continue;
    results.set(id as EnrolmentId, {
      kind,
      hasParticipated: plus === '+',
      grade: grade === undefined || grade === '' ? null : Number(grade),
    });
  }
  return results;
}

/** Whose result differs between two digests, by enrolment. */
export function compareResultsDigests(before: string, after: string): ResultChange[] {
  const [was, is] = [readResultsDigest(before), readResultsDigest(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .toSorted()
    .map((enrolmentId) => ({
      enrolmentId,
      before: was.get(enrolmentId) ?? null,
      after: is.get(enrolmentId) ?? null,
    }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

/** A digest without some enrolments. */
export function leaveOutOfDigest(digest: string, enrolmentIds: readonly EnrolmentId[]): string {
  const left = readResultsDigest(digest);
  for (const id of enrolmentIds) left.delete(id);
  return writeResultsDigest(left);
}
