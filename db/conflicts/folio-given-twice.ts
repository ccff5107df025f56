import type { CalendarDate } from '../../domain/calendar-date.ts';
import { conflictKey, type ConflictOf } from '../../domain/conflict.ts';
import { formatFolio } from '../../domain/folio.ts';
import type { CertificateId, EditionId, PersonId } from '../../domain/ids.ts';
import { all, type ReadableDb } from '../database.ts';
import type { ConflictFinder } from './conflict-finder.ts';
import { readNames, stampColumns, type StampRow } from './done.ts';
import { nameEditions } from './named.ts';

interface FoundFolio {
  key: string;
  series: string;
  year: number;
  number: number;
}

type GivenTwice = ConflictOf<'folioGivenTwice'>;

/** Certificates that hold under one folio: two PCs issued as one. One of them is revoked and issued anew. */
export const folioGivenTwice: ConflictFinder<FoundFolio, GivenTwice> = {
  kind: 'folioGivenTwice',
  reads: ['certificate'],
  find: (db) =>
    all<Omit<FoundFolio, 'key'>>(
      db,
      `SELECT series, year, number FROM certificate WHERE revoked_on IS NULL AND deleted_at IS NULL
       GROUP BY series, year, number HAVING count(*) > 1 ORDER BY year, series, number`,
    ).map((folio) => ({ key: conflictKey('folioGivenTwice', [formatFolio(folio)]), ...folio })),
  describe: (db, found) => {
    const names = readNames(db);
    return found.map(({ key, ...folio }) => {
      const rows = listCertificates(db, folio);
      const editionOf = nameEditions(
        db,
        rows.map(({ edition_id }) => edition_id),
      );
      return {
        kind: 'folioGivenTwice',
        key,
        choices: ['reissue'],
        folio: formatFolio(folio),
        certificates: rows.map((row) => ({
          certificateId: row.id,
          personId: row.person_id,
          name: row.person_sort_name,
          edition: editionOf(row.edition_id),
          issuedOn: row.issued_on,
          made: names.made(row),
        })),
      };
    });
  },
};

interface CertificateRow extends StampRow {
  id: CertificateId;
  person_id: PersonId;
  person_sort_name: string;
  edition_id: EditionId;
  issued_on: CalendarDate;
}

function listCertificates(
  db: ReadableDb,
  { series, year, number }: Omit<FoundFolio, 'key'>,
): CertificateRow[] {
  return all<CertificateRow>(
    db,
    `SELECT k.id, k.person_id, k.person_sort_name, k.edition_id, k.issued_on, ${stampColumns('k')}
     FROM certificate k WHERE k.series = ? AND k.year = ? AND k.number = ? AND k.revoked_on IS NULL
       AND k.deleted_at IS NULL ORDER BY k.id`,
    series,
    year,
    number,
  );
}
