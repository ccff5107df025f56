import { type CalendarDate, toInstant } from '../domain/calendar-date.ts';
import type { ImportId, OrganisationId, PersonId } from '../domain/ids.ts';
import { joinLanguages, splitLanguages } from '../domain/language.ts';
import { nameSortKey, nameWordsKey } from '../domain/person-name.ts';
import type { Person, PersonDraft } from '../domain/person.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import type { Sex } from '../domain/sex.ts';
import { spanishSortKey } from '../domain/text.ts';
import {
  all,
  deleteRow,
  findRow,
  insertRow,
  inTransaction,
  type ReadableDb,
  type SqlRow,
  updateRow,
  type Writer,
} from './database.ts';
import {
  findEnterprises,
  insertEnterprises,
  type PersonEnterprises,
  saveEnterprises,
} from './enterprises.ts';
import { tellPeopleApart } from './duplicates.ts';
import { requireJustWritten } from './just-written.ts';
import { findKeptPersonId } from './merged-people.ts';
import { findOrCreateOrganisation } from './organisations.ts';
import { indexPerson } from './person-search.ts';
import type { PersonSummaryRow } from './person-summary.ts';

interface PersonRow extends Omit<PersonSummaryRow, 'trade'> {
  sex: Sex | null;
  birth_date: CalendarDate | null;
  email: string | null;
  municipality_code: string | null;
  organisation_id: OrganisationId | null;
  organisation_name: string | null;
  languages: string | null;
  notes: string | null;
  has_consented: number;
  consented_on: CalendarDate | null;
  consent_means: Person['consentMeans'];
  erased_at: number | null;
  created_at: number;
  changed_at: number;
}

/** Everything about a person, or null where there is none or they were taken out. */
export function findPerson(db: ReadableDb, id: PersonId): Person | null {
  const row = findPersonRow(db, id);
  return row === undefined ? null : rowToPerson(row, findEnterprises(db, row.id));
}

/** A person as their row is, also one that was taken out of the lists or merged; null where there never was one. */
export function findStoredPerson(db: ReadableDb, id: PersonId): Person | null {
  const row = findRow<PersonRow>(db, `${personQuery} WHERE p.id = ?`, id);
  return row === undefined ? null : rowToPerson(row, findEnterprises(db, row.id));
}

/** A person, or who they have become by merging; refused where there is none. */
export function getPerson(db: ReadableDb, id: PersonId): Person | Refusal<'NOT_FOUND'> {
  const keptId = findKeptPersonId(db, id);
  return (keptId === null ? null : findPerson(db, keptId)) ?? refuse('NOT_FOUND');
}

/**
 * Registers a person with their enterprises; their organisation is found or made by its name. That they are not
 * `isNot` is remembered, so that nobody is asked again; who of these is gone is left aside.
 */
export function createPerson(
  writer: Writer,
  { isNot = [], ...draft }: PersonDraft & { isNot?: readonly PersonId[] },
): Person {
  return inTransaction(writer.db, () => {
    const id = insertPerson(writer, draft, null);
    for (const other of isNot) tellPeopleApart(writer, [id, other]);
    return requireJustWritten(findPerson(writer.db, id));
  });
}

/**
 * Writes a new person without reading them back, for lists of thousands. `importId` says of which list.
 * The caller holds the transaction.
 */
export function insertPerson(writer: Writer, draft: PersonDraft, importId: ImportId | null): PersonId {
  const id = writer.newId() as PersonId;
  const organisationId = findOrCreateOrganisation(writer, draft.organisationName, importId);
  insertRow(writer, 'person', { id, import_id: importId, ...personToRow(draft, organisationId) });
  insertEnterprises(writer, id, draft, importId);
  indexPerson(writer.db, id);
  return id;
}

/** Changes a person and their enterprises. Certificates they hold stay as they were printed. Who was anonymised stays so. */
export function updatePerson(
  writer: Writer,
  { id, draft }: { id: PersonId; draft: PersonDraft },
): Person | Refusal<'NOT_FOUND'> | Refusal<'ANONYMISED'> {
  return inTransaction(writer.db, () => {
    const stored = findPersonRow(writer.db, id);
    if (stored === undefined) return refuse('NOT_FOUND');
    if (stored.erased_at !== null) return refuse('ANONYMISED');
    const organisationId = findOrCreateOrganisation(writer, draft.organisationName, null);
    updateRow(writer, 'person', { id }, personToRow(draft, organisationId));
    saveEnterprises(writer, id, draft);
    indexPerson(writer.db, id);
    return requireJustWritten(findPerson(writer.db, id));
  });
}

/**
 * Takes a person out of the lists. Refused, with the codes of the editions, while they are enrolled (a
 * withdrawal is history too), teach or hold a certificate.
 */
export function removePerson(
  writer: Writer,
  id: PersonId,
): null | Refusal<'NOT_FOUND'> | Refusal<'PERSON_IN_USE', { editions: string[] }> {
  return inTransaction(writer.db, () => {
    const stored = findPersonRow(writer.db, id);
    if (stored === undefined) return refuse('NOT_FOUND');
    const editions = listEditionCodes(writer.db, id);
    if (editions.length > 0) return refuse('PERSON_IN_USE', { editions });
    forgetMerged(writer, id);
    deletePerson(writer, id);
    return null;
  });
}

/** Whoever had become this person leads to nobody any more: that is known here, so nobody need be asked about it. */
function forgetMerged(writer: Writer, id: PersonId): void {
  const rows = all<{ id: PersonId }>(writer.db, 'SELECT id FROM person WHERE merged_into = ?', id);
  for (const merged of rows) updateRow(writer, 'person', { id: merged.id }, { merged_into: null });
}

/** Takes a person out of lists and search whatever they take part in; the caller has seen to that. */
export function deletePerson(writer: Writer, id: PersonId): void {
  deleteRow(writer, 'person', { id });
  indexPerson(writer.db, id);
}

/** Brings back a person who was taken out, as they were; nobody else any more where they had been merged. */
export function restorePerson(writer: Writer, id: PersonId): Person | Refusal<'NOT_FOUND'> {
  return inTransaction(writer.db, () => {
    const isThere = updateRow(writer, 'person', { id }, { deleted_at: null, merged_into: null });
    if (!isThere) return refuse('NOT_FOUND');
    indexPerson(writer.db, id);
    return requireJustWritten(findPerson(writer.db, id));
  });
}

const personQuery = `SELECT p.*, o.name AS organisation_name
  FROM person p LEFT JOIN organisation o ON o.id = p.organisation_id AND o.deleted_at IS NULL`;

function findPersonRow(db: ReadableDb, id: PersonId): PersonRow | undefined {
  return findRow<PersonRow>(db, `${personQuery} WHERE p.id = ? AND p.deleted_at IS NULL`, id);
}

function listEditionCodes(db: ReadableDb, id: PersonId): string[] {
  const rows = all<{ code: string }>(
    db,
    `SELECT code FROM edition WHERE deleted_at IS NULL AND id IN (
       SELECT edition_id FROM enrolment WHERE person_id = ? AND deleted_at IS NULL
       UNION SELECT edition_id FROM trainer_assignment WHERE person_id = ? AND deleted_at IS NULL
       UNION SELECT edition_id FROM certificate WHERE person_id = ? AND deleted_at IS NULL)
     ORDER BY starts_on, code`,
    id,
    id,
    id,
  );
  return rows.map(({ code }) => code);
}

function personToRow(draft: PersonDraft, organisationId: OrganisationId | null): SqlRow {
  return {
    given_names: draft.givenNames,
    paternal_surname: draft.paternalSurname,
    maternal_surname: draft.maternalSurname,
    married_surname: draft.marriedSurname,
    sort_name: nameSortKey(draft),
    folded_name: nameWordsKey(draft),
    id_number: draft.idNumber,
    id_complement: draft.idComplement,
    id_issued_in: draft.idIssuedIn,
    sex: draft.sex,
    birth_date: draft.birthDate,
    phone: draft.phone,
    email: draft.email,
    municipality_code: draft.municipalityCode,
    community: draft.community,
    sort_community: draft.community === null ? null : spanishSortKey(draft.community),
    organisation_id: organisationId,
    languages: joinLanguages(draft.languages),
    notes: draft.notes,
    has_consented: draft.hasConsented ? 1 : 0,
    consented_on: draft.hasConsented ? draft.consentedOn : null,
    consent_means: draft.hasConsented ? draft.consentMeans : null,
  };
}

function rowToPerson(row: PersonRow, { main, others }: PersonEnterprises): Person {
  return {
    id: row.id,
    givenNames: row.given_names,
    paternalSurname: row.paternal_surname,
    maternalSurname: row.maternal_surname,
    marriedSurname: row.married_surname,
    idNumber: row.id_number,
    idComplement: row.id_complement,
    idIssuedIn: row.id_issued_in,
    sex: row.sex,
    birthDate: row.birth_date,
    phone: row.phone,
    email: row.email,
    municipalityCode: row.municipality_code,
    community: row.community,
    organisationId: row.organisation_name === null ? null : row.organisation_id,
    organisationName: row.organisation_name,
    languages: splitLanguages(row.languages),
    notes: row.notes,
    hasConsented: row.has_consented === 1,
    consentedOn: row.consented_on,
    consentMeans: row.consent_means,
    enterprise: main,
    otherEnterprises: others,
    anonymisedAt: row.erased_at === null ? null : toInstant(row.erased_at),
    createdAt: toInstant(row.created_at),
    changedAt: toInstant(row.changed_at),
  };
}
