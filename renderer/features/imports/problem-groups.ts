import type { ImportProblem } from '../../../domain/import.ts';

export type ProblemGroup = 'names' | 'identity' | 'dates' | 'other';

/** What belongs together is looked through together. */
const groupByCode: Partial<Record<ImportProblem['code'], ProblemGroup>> = {
  missingName: 'names',
  missingGivenNames: 'names',
  notAnIdentityCard: 'identity',
  unusualIdentityCard: 'identity',
  unknownIssuedIn: 'identity',
  notADate: 'dates',
  impossibleDate: 'dates',
  futureDate: 'dates',
  unlikelyBirthDate: 'dates',
};

export const problemGroups = ['names', 'identity', 'dates', 'other'] as const;

/** The problems of a list by group, each in the order of its rows. */
export function groupProblems(
  problems: readonly ImportProblem[],
): ReadonlyMap<ProblemGroup, readonly ImportProblem[]> {
  return Map.groupBy(problems, ({ code }) => groupByCode[code] ?? 'other');
}

/** How a cell is called: '12 H'. */
export function cellKey(row: number, column: string): string {
  return `${row} ${column}`;
}
