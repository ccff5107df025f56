import type { Conflict } from '../../domain/conflict.ts';
import { choiceNeeds, type Resolution } from '../../domain/conflict-resolution.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { roomKey } from '../../domain/room.ts';
import { roleAllows } from '../../domain/role.ts';
import { revokeCertificate } from '../certificate-issuing.ts';
import { inTransaction, type Writer } from '../database.ts';
import type { ResolvingRules } from './conflict-finder.ts';
import { findConflict, offers } from './conflicts.ts';
import { leaveDeleted, moveToKept, restoreThing, withdrawDeleted } from './deleted-but-used.ts';
import { keepBoth } from './double-booked.ts';
import { acceptResults, reopenChanged } from './edition-changed-after-closing.ts';
import { keepPerson } from './merged-apart.ts';
import { acceptExcess, moveToWaiting, raiseCapacity } from './over-capacity.ts';
import { takeOff } from './trainer-double-booked.ts';
import { keepEnrolment } from './two-enrolments.ts';

/** What was decided: the keys of the words given, by which they can be taken back. */
interface Resolved {
  words: string[];
}

type ResolutionRefusal =
  | Refusal<'NOT_FOUND'>
  | Refusal<'COORDINATOR_NEEDED'>
  | Refusal<'CERTIFICATES_ISSUED', { certificates: number }>
  | Refusal<'ALREADY_REVOKED'>;

/**
 * Carries out what someone decided about a conflict: ordinary writes, which travel on like any other. Refuses
 * NOT_FOUND where the conflict is settled already or does not offer that, COORDINATOR_NEEDED, and what the decision
 * itself may be refused for.
 */
export function resolveConflict(
  writer: Writer,
  { key, resolution }: { key: string; resolution: Resolution },
  rules: ResolvingRules,
): Resolved | ResolutionRefusal {
  return inTransaction(writer.db, () => {
    const conflict = findConflict(writer.db, key);
    if (conflict === null || !offers(conflict, resolution.choice)) return refuse('NOT_FOUND');
    if (!roleAllows(rules.role, choiceNeeds[resolution.choice])) return refuse('COORDINATOR_NEEDED');
    const outcome = carryOut(writer, conflict, resolution, rules);
    if (outcome === false) return refuse('NOT_FOUND');
    if (isRefusal(outcome)) return outcome;
    return { words: outcome ?? [] };
  });
}

/** Keys of words given, null where it was done by other writes; false where what was chosen is not in the conflict. */
type Outcome = string[] | null | false | ResolutionRefusal;

function carryOut(
  writer: Writer,
  conflict: Conflict,
  resolution: Resolution,
  rules: ResolvingRules,
): Outcome {
  switch (conflict.kind) {
    case 'mergedApart':
      return resolveKnot(writer, conflict, resolution);
    case 'deletedButUsed':
      return resolveDeleted(writer, conflict, resolution);
    case 'twoEnrolments':
      return (
        resolution.choice === 'keepEnrolment' && keepEnrolment(writer, conflict, resolution.join) && null
      );
    case 'overCapacity':
      return resolveExcess(writer, conflict, resolution);
    case 'trainerDoubleBooked':
      return resolveBooking(writer, conflict, resolution);
    case 'roomDoubleBooked':
      return (
        resolution.choice === 'keepBoth' &&
        keepBoth(writer, conflict.kind, { takes: roomKey(conflict.place, conflict.room), ...conflict })
      );
    case 'editionChangedAfterClosing':
      if (resolution.choice === 'reopen') return reopenChanged(writer, conflict);
      acceptResults(writer, conflict);
      return null;
    case 'folioGivenTwice':
      return resolveFolio(writer, conflict, resolution, rules);
  }
}

type Of<Kind extends Conflict['kind']> = Extract<Conflict, { kind: Kind }>;

function resolveKnot(writer: Writer, conflict: Of<'mergedApart'>, resolution: Resolution): Outcome {
  if (resolution.choice !== 'keepPerson') return false;
  const { personId } = resolution;
  if (!conflict.people.some(({ person }) => person.id === personId)) return false;
  keepPerson(writer, conflict, personId);
  return null;
}

function resolveDeleted(writer: Writer, conflict: Of<'deletedButUsed'>, resolution: Resolution): Outcome {
  switch (resolution.choice) {
    case 'restore':
      restoreThing(writer, conflict);
      return null;
    case 'withdraw':
      withdrawDeleted(writer, conflict, resolution.reason);
      return null;
    case 'moveToKept':
      return moveToKept(writer, conflict) && null;
    case 'leaveDeleted':
      return leaveDeleted(writer, conflict);
    default:
      return false;
  }
}

function resolveExcess(writer: Writer, conflict: Of<'overCapacity'>, resolution: Resolution): Outcome {
  switch (resolution.choice) {
    case 'raiseCapacity':
      raiseCapacity(writer, conflict);
      return null;
    case 'acceptExcess':
      acceptExcess(writer, conflict, resolution.reason);
      return null;
    case 'moveToWaiting':
      moveToWaiting(writer, conflict);
      return null;
    default:
      return false;
  }
}

function resolveBooking(
  writer: Writer,
  conflict: Of<'trainerDoubleBooked'>,
  resolution: Resolution,
): Outcome {
  if (resolution.choice === 'keepBoth')
    return keepBoth(writer, conflict.kind, { takes: conflict.person.personId, ...conflict });
  if (resolution.choice !== 'takeOff') return false;
  const { editionId } = resolution;
  if (!conflict.editions.some((edition) => edition.editionId === editionId)) return false;
  takeOff(writer, conflict, editionId);
  return null;
}

function resolveFolio(
  writer: Writer,
  conflict: Of<'folioGivenTwice'>,
  resolution: Resolution,
  { seal }: ResolvingRules,
): Outcome {
  if (resolution.choice !== 'reissue') return false;
  const { certificateId: id, reason } = resolution;
  if (!conflict.certificates.some(({ certificateId }) => certificateId === id)) return false;
  const revoked = revokeCertificate(writer, { id, reason, reissue: true }, seal);
  return isRefusal(revoked) ? revoked : null;
}
