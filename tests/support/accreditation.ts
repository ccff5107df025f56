import type { AccreditationState, AccreditationStatus } from '../../domain/accreditation.ts';

/** A state of which only the status matters. */
export function stateOf(status: AccreditationStatus): AccreditationState {
  return { status, reason: 'accredited', since: null, until: null, missing: [] };
}
