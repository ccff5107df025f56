import type { EditionNamed } from '../../domain/conflict.ts';
import type { EditionId, PersonId } from '../../domain/ids.ts';
import { surnamesFirst } from '../../domain/person-name.ts';
import { all, type ReadableDb } from '../database.ts';

/** Editions by id with what the screen calls them; deleted ones too. */
export function nameEditions(db: ReadableDb, ids: Iterable<EditionId>): (id: EditionId) => EditionNamed {
  const rows = all<EditionNamed>(
    db,
    `SELECT e.id AS editionId, e.code AS editionCode, c.title AS courseTitle
     FROM edition e JOIN edition_course c ON c.edition_id = e.id WHERE e.id IN (SELECT value FROM json_each(?))`,
    JSON.stringify([...new Set(ids)]),
  );
  const byId = new Map(rows.map((row) => [row.editionId, row]));
  return (id) => {
    const found = byId.get(id);
    if (found === undefined) throw new Error(`edition ${id} was never there`);
    return found;
  };
}

interface NameRow {
  id: PersonId;
  given_names: string;
  paternal_surname: string | null;
  maternal_surname: string | null;
  married_surname: string | null;
}

/** People by id with their names, surnames first; deleted ones too. */
export function namePeople(
  db: ReadableDb,
  ids: Iterable<PersonId>,
): (id: PersonId) => { personId: PersonId; name: string } {
  const rows = all<NameRow>(
    db,
    `SELECT id, given_names, paternal_surname, maternal_surname, married_surname FROM person
     WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify([...new Set(ids)]),
  );
  const byId = new Map(rows.map((row) => [row.id, surnamesFirst(rowToName(row))]));
  return (id) => ({ personId: id, name: byId.get(id) ?? '' });
}

function rowToName(row: NameRow) {
  return {
    givenNames: row.given_names,
    paternalSurname: row.paternal_surname,
    maternalSurname: row.maternal_surname,
    marriedSurname: row.married_surname,
  };
}
