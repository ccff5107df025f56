import type { LoggedValue } from '../../domain/change-log.ts';
import { nameSortKey, nameWordsKey, type PersonName } from '../../domain/person-name.ts';
import { foldText, spanishSortKey } from '../../domain/text.ts';
import { findRow, type SqlRow, type WritableDb } from '../database.ts';
import { indexPerson, unindexPerson } from '../person-search.ts';

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
      settle: settlePerson,
    },
  ],
  ['organisation', { compute: (row) => ({ name_folded: foldText(text(row['name']) ?? '') }) }],
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

function settlePerson(db: WritableDb, id: string): void {
  const row = findRow<Values & { row_number: number; deleted_at: number | null }>(
    db,
    'SELECT * FROM person WHERE id = ?',
    id,
  );
  if (row === undefined) return;
  if (row.deleted_at !== null) return unindexPerson(db, row.row_number);
  indexPerson(db, row.row_number, {
    ...toName(row),
    idNumber: text(row['id_number']),
    idComplement: text(row['id_complement']),
    phone: text(row['phone']),
  });
}
