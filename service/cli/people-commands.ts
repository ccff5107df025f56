import type { RouterClient } from '@orpc/server';
import { formatIdentityCard } from '../../domain/identity-card.ts';
import { type Evidence, evidenceDirections } from '../../domain/person-likeness.ts';
import { surnamesFirst } from '../../domain/person-name.ts';
import type { PersonSummary } from '../../domain/person.ts';
import type { Router } from '../router/router.ts';

type Client = RouterClient<Router>;

/** At most so many: whoever wants everyone exports the list from the screen. */
const mostFound = 50;

/** People by any part of a name, an identity number or a phone. */
export async function searchPeople(client: Client, text: string) {
  return (await client.people.search({ text, limit: mostFound })).map(describePerson);
}

function describeCard({ idNumber, idComplement, idIssuedIn }: PersonSummary): string {
  return formatIdentityCard({ number: idNumber, complement: idComplement, issuedIn: idIssuedIn });
}

/** At most so many: whoever has more begins with these. */
const mostPairs = 5000;

/** The pairs of the register that may be one human, the surest first, with what speaks for it and against it. */
export async function listDuplicates(client: Client) {
  const order = { personId: null, limit: mostPairs };
  let found = await client.people.duplicates(order);
  while (found.looked.done < found.looked.total) found = await client.people.duplicates(order);
  return found.pairs.map(({ kind, score, evidence, people }) => ({
    kind,
    score,
    evidence: describeEvidence(evidence),
    people: people.map(({ person }) => describePerson(person)),
  }));
}

/** Each piece with the way it points. */
export function describeEvidence(evidence: readonly Evidence[]) {
  return evidence.map((what) => ({ what, says: evidenceDirections[what] }));
}

function describePerson(person: PersonSummary) {
  return {
    id: person.id,
    name: surnamesFirst(person),
    identityCard: describeCard(person) || null,
    phone: person.phone,
    community: person.community,
  };
}
