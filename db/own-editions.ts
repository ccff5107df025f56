import type { EditionPart, NamedPart } from '../domain/contract/edition-parts.ts';
import type { EditionId } from '../domain/ids.ts';
import type { User } from '../domain/user.ts';
import { all, getNumber, type ReadableDb } from './database.ts';

/** The editions that someone may see; null: all of them. */
export type OwnEditions = ReadonlySet<EditionId> | null;

/**
 * The rule of who sees which editions: a trainer sees those that they teach themselves, as the person that their
 * user is; without a person, none. Everyone else sees all.
 */
export function listEditionIdsOf(db: ReadableDb, user: Pick<User, 'role' | 'personId'>): OwnEditions {
  if (user.role !== 'trainer') return null;
  const rows = all<{ edition_id: EditionId }>(
    db,
    `SELECT t.edition_id FROM trainer_assignment t JOIN edition e ON e.id = t.edition_id
      WHERE t.person_id = ? AND t.deleted_at IS NULL AND e.deleted_at IS NULL`,
    user.personId,
  );
  return new Set(rows.map(({ edition_id }) => edition_id));
}

const tableByPart = {
  session: 'session',
  enrolment: 'enrolment',
  assessment: 'assessment',
  certificate: 'certificate',
} as const satisfies Record<Exclude<EditionPart, 'edition'>, string>;

/** Whether all that is named belongs to one's own editions; what is not there at all belongs to none. */
export function areOwn(db: ReadableDb, own: OwnEditions, named: readonly NamedPart[]): boolean {
  if (own === null) return true;
  const byPart = Map.groupBy(named, ({ part }) => part);
  return [...byPart].every(([part, parts]) => {
    const ids = [...new Set(parts.map(({ id }) => id))];
    if (part === 'edition') return ids.every((id) => new Set<string>(own).has(id));
    return countOwn(db, own, tableByPart[part], ids) === ids.length;
  });
}

function countOwn(
  db: ReadableDb,
  own: ReadonlySet<EditionId>,
  table: string,
  ids: readonly string[],
): number {
  return getNumber(
    db,
    `SELECT count(*) FROM ${table} WHERE id IN (SELECT value FROM json_each(?))
       AND edition_id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
    toJson(own),
  );
}

/** As a parameter of `own_editions IS NULL OR edition_id IN (SELECT value FROM json_each(own_editions))`. */
export function toJson(own: OwnEditions): string | null {
  return own === null ? null : JSON.stringify([...own]);
}

/** The rows that are of one's own editions. */
export function keepOwn<Row extends { editionId: EditionId | null }>(
  own: OwnEditions,
  rows: readonly Row[],
): Row[] {
  return rows.filter(({ editionId }) => own === null || (editionId !== null && own.has(editionId)));
}
