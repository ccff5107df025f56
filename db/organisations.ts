import type { ImportId, OrganisationId } from '../domain/ids.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { PersonSummary } from '../domain/person.ts';
import { collapseBlanks, compareSpanish, foldText } from '../domain/text.ts';
import { all, findRow, insertRow, type ReadableDb, type Writer } from './database.ts';
import { type PersonSummaryRow, personSummaryColumns, rowToPersonSummary } from './person-summary.ts';

interface OrganisationRow {
  id: OrganisationId;
  name: string;
  member_count: number;
}

/** All organisations by name, each with how many people belong to it. */
export function listOrganisations(db: ReadableDb): Organisation[] {
  const rows = all<OrganisationRow>(
    db,
    `SELECT o.id, o.name, count(p.id) AS member_count
       FROM organisation o LEFT JOIN person p ON p.organisation_id = o.id AND p.deleted_at IS NULL
      WHERE o.deleted_at IS NULL GROUP BY o.id`,
  );
  return rows.map(rowToOrganisation).toSorted((a, b) => compareSpanish(a.name, b.name));
}

/** Everyone who belongs to an organisation, by surname. */
export function listMembers(db: ReadableDb, organisationId: OrganisationId): PersonSummary[] {
  return all<PersonSummaryRow>(
    db,
    `SELECT ${personSummaryColumns} FROM person p
     WHERE p.organisation_id = ? AND p.deleted_at IS NULL ORDER BY p.sort_name, p.id`,
    organisationId,
  ).map(rowToPersonSummary);
}

/**
 * The organisation of a name, made if it is new. Case, accents and blanks do not tell two organisations apart.
 * Joins the transaction of the person it is for. No name is no organisation.
 */
export function findOrCreateOrganisation(
  writer: Writer,
  name: string | null,
  importId: ImportId | null,
): OrganisationId | null {
  if (name === null) return null;
  const folded = foldText(name);
  const found = findRow<{ id: OrganisationId }>(
    writer.db,
    'SELECT id FROM organisation WHERE name_folded = ? AND deleted_at IS NULL ORDER BY id LIMIT 1',
    folded,
  );
  if (found !== undefined) return found.id;
  const id = writer.newId() as OrganisationId;
  const row = { id, name: collapseBlanks(name), name_folded: folded, import_id: importId };
  insertRow(writer, 'organisation', row);
  return id;
}

function rowToOrganisation(row: OrganisationRow): Organisation {
  return { id: row.id, name: row.name, memberCount: row.member_count };
}
