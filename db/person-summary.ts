import type { IssuedIn } from '../domain/identity-card.ts';
import type { PersonId } from '../domain/ids.ts';
import type { PersonSummary } from '../domain/person.ts';

export interface PersonSummaryRow {
  id: PersonId;
  given_names: string;
  paternal_surname: string | null;
  maternal_surname: string | null;
  married_surname: string | null;
  id_number: string | null;
  id_complement: string | null;
  id_issued_in: IssuedIn | null;
  phone: string | null;
  community: string | null;
  trade: string | null;
}

/** What a query over `person p` selects for a line about someone. */
export const personSummaryColumns = `p.id, p.given_names, p.paternal_surname, p.maternal_surname,
  p.married_surname, p.id_number, p.id_complement, p.id_issued_in, p.phone, p.community,
  (SELECT e.trade FROM enterprise e WHERE e.person_id = p.id AND e.deleted_at IS NULL ORDER BY e.position_in_list, e.id LIMIT 1)
    AS trade`;

export function rowToPersonSummary(row: PersonSummaryRow): PersonSummary {
  return {
    id: row.id,
    givenNames: row.given_names,
    paternalSurname: row.paternal_surname,
    maternalSurname: row.maternal_surname,
    marriedSurname: row.married_surname,
    idNumber: row.id_number,
    idComplement: row.id_complement,
    idIssuedIn: row.id_issued_in,
    phone: row.phone,
    community: row.community,
    trade: row.trade,
  };
}
