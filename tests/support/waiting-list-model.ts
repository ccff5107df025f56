import type { EnrolmentStatus } from '../../domain/enrolment.ts';

/** Someone's slip of paper in an edition. The ticket says when it was laid where it lies. */
export interface Slip {
  person: number;
  status: EnrolmentStatus;
  hasWord: boolean;
  ticket: number;
  /** The edition they were moved from, or null. */
  from: number | null;
}

/**
 * An edition as a registrar would keep it on paper: a heap of slips, with tickets of one roll. Slow and obvious on
 * purpose; what the database does is held against it.
 */
export interface ModelEdition {
  capacity: number;
  slips: Slip[];
}

let lastTicket = 0;

const inLine = (edition: ModelEdition, status: EnrolmentStatus) =>
  edition.slips.filter((slip) => slip.status === status).toSorted((a, b) => a.ticket - b.ticket);

/** Who waits, or who asked, the first one first. */
export const lineOf = (edition: ModelEdition, status: 'waiting' | 'requested'): number[] =>
  inLine(edition, status).map(({ person }) => person);

const hasSeat = (edition: ModelEdition) => inLine(edition, 'enrolled').length < edition.capacity;

export const findSlip = (edition: ModelEdition, person: number): Slip | null =>
  edition.slips.find((slip) => slip.person === person) ?? null;

function put(edition: ModelEdition, person: number, status: EnrolmentStatus, hasWord = false): void {
  lastTicket += 1;
  const slip = findSlip(edition, person);
  if (slip === null) edition.slips.push({ person, status, hasWord, ticket: lastTicket, from: null });
  else Object.assign(slip, { status, hasWord, ticket: lastTicket });
}

/** Whoever waits longest gets a seat, one after the other, as long as there is one. */
function fill(edition: ModelEdition): void {
  for (const slip of inLine(edition, 'waiting')) if (hasSeat(edition)) slip.status = 'enrolled';
}

export function modelRequest(edition: ModelEdition, people: readonly number[]): void {
  for (const person of people) {
    const status = findSlip(edition, person)?.status ?? 'withdrawn';
    if (status === 'withdrawn' || status === 'declined') put(edition, person, 'requested');
  }
}

export function modelEnrol(edition: ModelEdition, people: readonly number[], hasWord: boolean): void {
  fill(edition);
  const asked = lineOf(edition, 'requested').filter((person) => people.includes(person));
  for (const person of [...asked, ...people.filter((one) => !asked.includes(one))]) {
    const status = findSlip(edition, person)?.status;
    if (status === 'enrolled' || (status === 'waiting' && !hasWord)) continue;
    if (hasSeat(edition)) put(edition, person, 'enrolled');
    else put(edition, person, hasWord ? 'enrolled' : 'waiting', hasWord);
  }
}

export function modelWithdraw(edition: ModelEdition, person: number): void {
  put(edition, person, 'withdrawn');
  fill(edition);
}

/** A declined request keeps its ticket: should it be taken up again, it lies where it lay. */
export function modelDecline(edition: ModelEdition, person: number): void {
  const slip = findSlip(edition, person);
  if (slip?.status === 'requested') slip.status = 'declined';
}

export function modelReadmit(edition: ModelEdition, person: number): void {
  const slip = findSlip(edition, person);
  if (slip?.status === 'declined') slip.status = 'requested';
  if (slip?.status === 'withdrawn') put(edition, person, 'waiting');
  fill(edition);
}

export function modelRemove(edition: ModelEdition, person: number): void {
  edition.slips = edition.slips.filter((slip) => slip.person !== person);
  fill(edition);
}

export function modelResize(edition: ModelEdition, capacity: number): void {
  edition.capacity = capacity;
  fill(edition);
}

/** Those with a seat go first, then who waited in their order; answers false where someone is there already. */
export function modelTransfer(
  editions: readonly ModelEdition[],
  from: number,
  people: readonly number[],
): boolean {
  const [source, target] = [editions[from], editions[1 - from]];
  if (source === undefined || target === undefined) throw new Error('there are two editions');
  const isThere = (person: number) =>
    ['enrolled', 'waiting'].includes(findSlip(target, person)?.status ?? '');
  if (people.some(isThere)) return false;
  const waiting = lineOf(source, 'waiting').filter((person) => people.includes(person));
  const inOrder = [...people.filter((person) => !waiting.includes(person)), ...waiting];
  modelEnrol(target, inOrder, false);
  for (const person of people) {
    put(source, person, 'withdrawn');
    Object.assign(findSlip(target, person) ?? {}, { from });
  }
  fill(source);
  return true;
}
