import type { EditionId, EnrolmentId, PersonId } from '../domain/ids.ts';
import type { EnrolmentJoin, MergeField, PeopleMerge } from '../domain/person-merge.ts';
import type { Person, PersonDraft } from '../domain/person.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import {
  all,
  deleteRow,
  findRow,
  inTransaction,
  type TableName,
  updateRow,
  upsertRow,
  type Writer,
} from './database.ts';
import { readTravellingTables } from './change-log/travelling-tables.ts';
import { joinEnrolments, listByStrength } from './enrolment-join.ts';
import { requireJustWritten } from './just-written.ts';
import { deletePerson, findPerson, updatePerson } from './people.ts';

/**
 * Makes two records of one human one, in one transaction: what was chosen of the one that goes is taken over, and
 * all that is recorded of them (enrolments, what they teach and may teach, certificates, their user) becomes that of
 * the one that stays. What was printed stays as it was printed. Refuses NOT_FOUND where either is gone or anonymised, or
 * both are one.
 */
export function mergePeople(
  writer: Writer,
  { keptId, goneId, fromGone, enrolments }: PeopleMerge,
): Person | Refusal<'NOT_FOUND'> {
  return inTransaction(writer.db, () => {
    const [kept, gone] = [findPerson(writer.db, keptId), findPerson(writer.db, goneId)];
    if (kept === null || gone === null || keptId === goneId) return refuse('NOT_FOUND');
    // Nobody can say who somebody was that was anonymised.
    if (kept.anonymisedAt !== null || gone.anonymisedAt !== null) return refuse('NOT_FOUND');
    updatePerson(writer, { id: keptId, draft: takeOver(kept, gone, fromGone) });
    if (fromGone.includes('enterprise')) moveEnterprise(writer, keptId, goneId);
    movePersonFacts(writer, { keptId, goneId, enrolments });
    updateRow(writer, 'person', { id: goneId }, { merged_into: keptId });
    deletePerson(writer, goneId);
    return requireJustWritten(findPerson(writer.db, keptId));
  });
}

/** The kept person with the chosen fields of the other. Who agreed once to have their data kept has agreed. */
function takeOver(kept: Person, gone: Person, fromGone: readonly MergeField[]): PersonDraft {
  const pick = (field: MergeField) => (fromGone.includes(field) ? gone : kept);
  const consent = kept.hasConsented ? kept : gone;
  const [name, card, home] = [pick('name'), pick('identityCard'), pick('residence')];
  return {
    givenNames: name.givenNames,
    paternalSurname: name.paternalSurname,
    maternalSurname: name.maternalSurname,
    marriedSurname: name.marriedSurname,
    idNumber: card.idNumber,
    idComplement: card.idComplement,
    idIssuedIn: card.idIssuedIn,
    sex: pick('sex').sex,
    birthDate: pick('birthDate').birthDate,
    phone: pick('phone').phone,
    email: pick('email').email,
    municipalityCode: home.municipalityCode,
    community: home.community,
    organisationName: pick('organisation').organisationName,
    languages: pick('languages').languages,
    notes: pick('notes').notes,
    hasConsented: consent.hasConsented,
    consentedOn: consent.consentedOn,
    consentMeans: consent.consentMeans,
    enterprise: kept.enterprise,
    otherEnterprises: kept.otherEnterprises,
  };
}

/** The row itself changes hands, so that what another PC changes of it meanwhile still arrives in the right place. */
function moveEnterprise(writer: Writer, keptId: PersonId, goneId: PersonId): void {
  for (const id of listIds(writer, 'enterprise', keptId)) deleteRow(writer, 'enterprise', { id });
  for (const id of listIds(writer, 'enterprise', goneId)) {
    updateRow(writer, 'enterprise', { id }, { person_id: keptId });
  }
}

/**
 * Makes all that is recorded of one person another's: whatever points to them in any table. Where both are enrolled in
 * one edition the two enrolments become one, where both teach one the stronger role stands. Joins the caller's
 * transaction.
 */
export function movePersonFacts(
  writer: Writer,
  { keptId, goneId, enrolments }: Pick<PeopleMerge, 'keptId' | 'goneId' | 'enrolments'>,
): void {
  moveEnrolments(writer, keptId, goneId, enrolments);
  moveAssignments(writer, keptId, goneId);
  movePointers(writer, keptId, goneId);
}

function moveEnrolments(
  writer: Writer,
  keptId: PersonId,
  goneId: PersonId,
  joins: readonly EnrolmentJoin[],
): void {
  const idsByEdition = listEnrolmentIds(writer, keptId);
  for (const [editionId, goneIds] of listEnrolmentIds(writer, goneId)) {
    for (const id of goneIds) updateRow(writer, 'enrolment', { id }, { person_id: keptId });
    const ownIds = idsByEdition.get(editionId);
    if (ownIds !== undefined) joinAll(writer, [...ownIds, ...goneIds], joins);
  }
}

/** Which is kept was chosen, or else is the strongest. */
function joinAll(writer: Writer, ids: readonly EnrolmentId[], joins: readonly EnrolmentJoin[]): void {
  const chosen = joins.find(({ keptId }) => ids.includes(keptId));
  const keptId = chosen?.keptId ?? listByStrength(writer.db, ids)[0]?.id;
  if (keptId === undefined) return;
  const join = chosen ?? { keptId, takenMarks: [], takenGrades: [] };
  joinEnrolments(writer, { ...join, goneIds: ids.filter((id) => id !== keptId) });
}

function listEnrolmentIds({ db }: Writer, personId: PersonId): Map<EditionId, EnrolmentId[]> {
  const rows = all<{ id: EnrolmentId; edition_id: EditionId }>(
    db,
    'SELECT id, edition_id FROM enrolment WHERE person_id = ? AND deleted_at IS NULL ORDER BY id',
    personId,
  );
  const byEdition = Map.groupBy(rows, (row) => row.edition_id);
  return new Map([...byEdition].map(([editionId, ofOne]) => [editionId, ofOne.map(({ id }) => id)]));
}

/** Who taught as lead and as assistant has led. */
function moveAssignments(writer: Writer, keptId: PersonId, goneId: PersonId): void {
  type Assignment = { edition_id: EditionId; role: 'lead' | 'assistant'; exception_reason: string | null };
  const sql =
    'SELECT edition_id, role, exception_reason FROM trainer_assignment WHERE person_id = ? AND deleted_at IS NULL';
  for (const { edition_id, role, exception_reason } of all<Assignment>(writer.db, sql, goneId)) {
    const own = findRow<Assignment>(writer.db, `${sql} AND edition_id = ?`, keptId, edition_id);
    if (own === undefined || (own.role !== role && role === 'lead')) {
      upsertRow(writer, 'trainer_assignment', { edition_id, person_id: keptId }, { role, exception_reason });
    }
    deleteRow(writer, 'trainer_assignment', { edition_id, person_id: goneId });
  }
}

/**
 * What is moved otherwise, or not at all: an enterprise goes along only where it was chosen, and whoever was merged
 * into the one that goes finds the way by them.
 */
const movedOtherwise = new Set(['enrolment', 'trainer_assignment', 'enterprise', 'person']);

/** Found in the schema, so that no table that is added is forgotten. Throws where a key of a fact names a person. */
function movePointers(writer: Writer, keptId: PersonId, goneId: PersonId): void {
  for (const { name, hasNaturalKey, parents } of readTravellingTables(writer.db.handle).values()) {
    if (movedOtherwise.has(name)) continue;
    for (const { table, columns, ownColumns } of parents) {
      const [column] = columns;
      if (table !== 'person' || column === undefined) continue;
      if (hasNaturalKey || ownColumns.length === 0) throw new Error(`nobody says how ${name} is merged`);
      const sql = `SELECT id FROM ${name} WHERE ${column} = ? AND deleted_at IS NULL ORDER BY id`;
      for (const { id } of all<{ id: string }>(writer.db, sql, goneId)) {
        updateRow(writer, name as TableName, { id }, { [column]: keptId });
      }
    }
  }
}

function listIds({ db }: Writer, table: TableName, personId: PersonId): string[] {
  const sql = `SELECT id FROM ${table} WHERE person_id = ? AND deleted_at IS NULL ORDER BY id`;
  return all<{ id: string }>(db, sql, personId).map(({ id }) => id);
}
