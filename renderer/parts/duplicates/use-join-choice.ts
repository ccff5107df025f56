import { useState } from 'react';
import type { EnrolmentComparison, EnrolmentDifference } from '../../../domain/conflict.ts';
import type { EnrolmentId } from '../../../domain/ids.ts';
import type { EnrolmentJoin } from '../../../domain/person-merge.ts';

/** Which enrolment stays and whose word stands where they differ, while it is being chosen. */
export interface JoinChoice {
  keptId: EnrolmentId;
  /** By the id of the session or assessment; where nothing is said the kept one's word stands. */
  takenFrom: ReadonlyMap<string, EnrolmentId>;
}

/** The enrolment that best stays: the first one, unless it has less recorded than another. */
export function suggestJoin({ sides }: EnrolmentComparison): JoinChoice {
  const [best] = sides.toSorted((a, b) => b.marks + b.grades - (a.marks + a.grades));
  if (best === undefined) throw new Error('a comparison has sides');
  return { keptId: best.enrolmentId, takenFrom: new Map() };
}

export function differenceId(difference: EnrolmentDifference): string {
  return difference.of === 'mark' ? difference.sessionId : difference.assessmentId;
}

/** What the service is told. */
export function toJoin(
  { differences }: EnrolmentComparison,
  { keptId, takenFrom }: JoinChoice,
): EnrolmentJoin {
  const join: EnrolmentJoin = { keptId, takenMarks: [], takenGrades: [] };
  for (const difference of differences) {
    const enrolmentId = takenFrom.get(differenceId(difference));
    if (enrolmentId === undefined || enrolmentId === keptId) continue;
    if (difference.of === 'mark') join.takenMarks.push({ sessionId: difference.sessionId, enrolmentId });
    else join.takenGrades.push({ assessmentId: difference.assessmentId, enrolmentId });
  }
  return join;
}

/** The choices for several editions, by edition; each begins with what is suggested. */
export function useJoinChoices(comparisons: readonly EnrolmentComparison[]) {
  const [changed, setChanged] = useState<ReadonlyMap<string, JoinChoice>>(new Map());
  const choiceOf = (comparison: EnrolmentComparison) =>
    changed.get(comparison.editionId) ?? suggestJoin(comparison);
  const setChoice = (comparison: EnrolmentComparison, choice: JoinChoice) =>
    setChanged((before) => new Map(before).set(comparison.editionId, choice));
  const joins = () => comparisons.map((comparison) => toJoin(comparison, choiceOf(comparison)));
  return { choiceOf, setChoice, joins };
}
