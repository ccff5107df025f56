import { formatIdentityCard } from '../../../domain/identity-card.ts';
import type { PersonSummary } from '../../../domain/person.ts';

/** The card and the community, as far as they are known. */
export function factsOf({ idNumber, idComplement, idIssuedIn, community }: PersonSummary): string[] {
  const card = formatIdentityCard({ number: idNumber, complement: idComplement, issuedIn: idIssuedIn });
  return [card, community ?? ''].filter((fact) => fact !== '');
}
