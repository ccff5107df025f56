import type { AccreditationStatus } from '../../../domain/accreditation.ts';
import type { AccreditationLine } from '../../../domain/contract/trainers.ts';

/** What asks for something to be done comes first. */
export const statusesByGravity: readonly AccreditationStatus[] = [
  'lapsed',
  'suspended',
  'dueSoon',
  'candidate',
  'accredited',
];

/** By gravity; of one status, in the order of the service, which is by name. */
export function sortByGravity(lines: readonly AccreditationLine[]): AccreditationLine[] {
  const gravityOf = ({ state }: AccreditationLine) => statusesByGravity.indexOf(state.status);
  return lines.toSorted((a, b) => gravityOf(a) - gravityOf(b));
}
