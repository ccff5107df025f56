import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { DocumentOrder } from '../../domain/contract/documents.ts';
import type { FormPerson, ListedPerson } from '../../domain/documents.ts';
import { type Enrolment, hasLeft, holdsSeat } from '../../domain/enrolment.ts';
import type { Person } from '../../domain/person.ts';
import { formatPhone } from '../../domain/phone.ts';
import { refuse } from '../../domain/refusal.ts';
import type { ReadableDb } from '../../db/database.ts';
import { findEdition } from '../../db/editions.ts';
import { listEnrolments } from '../../db/enrolments.ts';
import { findOffice, findOfficeLogo } from '../../db/office.ts';
import { findPerson } from '../../db/people.ts';
import type { DocumentPlan, PlanRefusal } from './document-plan.ts';
import { nameFile } from './file-name.ts';
import { printEdition, printIdentityCard, printPerson } from './printed-people.ts';

/** The name of a municipality by its code, or null. */
export type NameMunicipality = (code: string) => string | null;

/** The list of those who are enrolled, wait and asked, each group in its own order and all numbered on. */
export function planEnrolmentList(
  db: ReadableDb,
  order: DocumentOrder & { kind: 'enrolmentList' },
  today: CalendarDate,
): DocumentPlan | PlanRefusal {
  const edition = findEdition(db, order.editionId);
  const office = findOffice(db);
  if (edition === null || office === null) return refuse('NOT_FOUND');
  const groupOf = ({ status }: Enrolment) => (holdsSeat(status) ? 'seated' : status);
  const listed = listEnrolments(db, order.editionId).filter((one) =>
    order.groups.some((group) => group === groupOf(one)),
  );
  if (listed.length === 0) return refuse('NOTHING_TO_PRINT');
  return {
    request: {
      kind: 'enrolmentList',
      paper: order.paper,
      orientation: order.orientation,
      officeName: office.name,
      municipality: office.municipality,
      logo: findOfficeLogo(db),
      ...printEdition(edition),
      capacity: edition.capacity,
      printedOn: today,
      people: listed.map(listPerson),
      columns: order.columns,
    },
    fileName: nameFile('inscritos', edition.code),
  };
}

function listPerson(enrolment: Enrolment, index: number): ListedPerson {
  const { organisationName: organisation, status, waitingPosition } = enrolment;
  return { ...printPerson(enrolment, index), organisation, status, waitingPosition };
}

/** A form a page: filled in with what is known of those who are asked for, then the blank ones. */
export function planEnrolmentForm(
  db: ReadableDb,
  order: DocumentOrder & { kind: 'enrolmentForm' },
  nameMunicipality: NameMunicipality,
): DocumentPlan | PlanRefusal {
  const edition = findEdition(db, order.editionId);
  const office = findOffice(db);
  if (edition === null || office === null) return refuse('NOT_FOUND');
  const { enrolmentIds, blankForms } = order;
  const chosen = listEnrolments(db, order.editionId).filter(({ id, status }) =>
    enrolmentIds === null ? !hasLeft(status) : enrolmentIds.includes(id),
  );
  const people = chosen
    .map(({ personId }) => findPerson(db, personId))
    .filter((person) => person !== null)
    .map((person) => fillForm(person, nameMunicipality));
  if (people.length + blankForms === 0) return refuse('NOTHING_TO_PRINT');
  return {
    request: {
      kind: 'enrolmentForm',
      paper: order.paper,
      officeName: office.name,
      municipality: office.municipality,
      logo: findOfficeLogo(db),
      ...printEdition(edition),
      people,
      blankForms,
    },
    fileName: nameFile('fichas de inscripción', edition.code),
  };
}

function fillForm(person: Person, nameMunicipality: NameMunicipality): FormPerson {
  const { municipalityCode, phone, organisationName } = person;
  return {
    ...person,
    identityCard: printIdentityCard(person),
    phone: phone === null ? null : formatPhone(phone),
    municipality: municipalityCode === null ? null : nameMunicipality(municipalityCode),
    organisation: organisationName,
  };
}
