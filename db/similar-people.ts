import type { PersonId } from '../domain/ids.ts';
import type { PersonDraft, PersonSummary } from '../domain/person.ts';
import {
  findSimilarity,
  nameWordsKey,
  type SimilarReason,
  similarReasons,
} from '../domain/similar-person.ts';
import { all, type ReadableDb } from './database.ts';
import { type PersonSummaryRow, personSummaryColumns, rowToPersonSummary } from './person-summary.ts';

export interface SimilarPerson {
  person: PersonSummary;
  reason: SimilarReason;
}

/** More would help nobody: a name borne by so many says nothing. */
const mostCandidates = 200;

/**
 * Who is stored already and may be the same human as a draft, the strongest reason first. `id` is the person
 * being edited, who is not similar to themselves.
 */
export function listSimilarPeople(
  db: ReadableDb,
  { id, draft }: { id: PersonId | null; draft: PersonDraft },
): SimilarPerson[] {
  const rows = all<PersonSummaryRow & { birth_date: string | null }>(
    db,
    `SELECT ${personSummaryColumns}, p.birth_date FROM person p
      WHERE p.row_number IN (
        SELECT row_number FROM person WHERE id_number = ? AND deleted_at IS NULL
        UNION SELECT row_number FROM person WHERE folded_name = ? AND deleted_at IS NULL)
        AND p.id IS NOT ?
      ORDER BY +p.sort_name, p.row_number LIMIT ?`,
    draft.idNumber,
    nameWordsKey(draft),
    id,
    mostCandidates,
  );
  return rows
    .flatMap((row) => {
      const person = rowToPersonSummary(row);
      const reason = findSimilarity(draft, { ...person, birthDate: row.birth_date });
      return reason === null ? [] : [{ person, reason }];
    })
    .toSorted((a, b) => similarReasons.indexOf(a.reason) - similarReasons.indexOf(b.reason));
}
