import type { LoggedValue } from '../../domain/change-log.ts';
import { nameSortKey, nameWordsKey, type PersonName } from '../../domain/person-name.ts';
import { foldText, spanishSortKey } from '../../domain/text.ts';
import type { OrganisationId, PersonId } from '../../domain/ids.ts';
import type { SqlRow, WritableDb } from '../database.ts';
import { indexMembers, indexPerson } from '../person-search.ts';

type Values = Readonly<Record<string, LoggedValue | undefined>>;

/**
 * What a device computes of a row itself instead of taking it from a merge: a name corrected here and a surname
 * corrected there give a sort key that neither device ever wrote.
 */
interface ComputedColumns {
  compute(row: Values): SqlRow;
  /** What else hangs on a row once it stands, by its id. */
  settle?(db: WritableDb, id: string): void;
}

const computedByTable: ReadonlyMap<string, ComputedColumns> = new Map([
  [
    'person',
    {
      compute: (row) => ({
        sort_name: nameSortKey(toName(row)),
        folded_name: nameWordsKey(toName(row)),
        sort_community: text(row['community']) === null ? null : spanishSortKey(text(row['community']) ?? ''),
      }),
      settle: (db, id) => indexPerson(db, id as PersonId),
    },
  ],
  [
    'organisation',
    {
      compute: (row) => ({ name_folded: foldText(text(row['name']) ?? '') }),
      settle: (db, id) => indexMembers(db, id as OrganisationId),
    },
  ],
]);

/** What is computed in a table, if anything. */
export function findComputedColumns(table: string): ComputedColumns | undefined {
  return computedByTable.get(table);
}

function text(value: LoggedValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function toName(row: Values): PersonName {
  return {
    givenNames: text(row['given_names']) ?? '',
    paternalSurname: text(row['paternal_surname']),
    maternalSurname: text(row['maternal_surname']),
    marriedSurname: text(row['married_surname']),
  };
}
