import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { DocumentOrder } from '../../domain/contract/documents.ts';
import type { RecordSection } from '../../domain/documents.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Person, PersonEvent } from '../../domain/person.ts';
import { fullName, surnamesFirst } from '../../domain/person-name.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import type { ReadableDb } from '../../db/database.ts';
import { listHistory } from '../../db/history/history.ts';
import { findOffice, findOfficeLogo } from '../../db/office.ts';
import type { OwnEditions } from '../../db/own-editions.ts';
import { listObservations } from '../../db/observations.ts';
import { findStoredPerson, getPerson } from '../../db/people.ts';
import { listPersonEditions } from '../../db/person-editions.ts';
import { listPersonEvents } from '../../db/person-events.ts';
import {
  countTakenOut,
  listLeadReasons,
  listMergedIds,
  listRecordedCertificates,
  listRecordedEnrolments,
  listRecordedUsers,
} from '../../db/person-record.ts';
import type { DocumentPlan, PlanRefusal } from './document-plan.ts';
import { nameFile } from './file-name.ts';
import {
  describeAccreditations,
  describeCertificates,
  describeChanges,
  describeEnrolment,
  describeEnterprises,
  describeIdentity,
  describeMerged,
  describeObservations,
  describeTeaching,
  known,
} from './person-record-words.ts';
import type { NameMunicipality } from './plan-enrolment.ts';
import type { ScreenWords } from './screen-words.ts';
import { writeDate } from './spanish-words.ts';

/** What a document is written with besides the data. */
export interface PrintedNames {
  nameMunicipality: NameMunicipality;
  words: ScreenWords;
}

const mostActions = 2000;

/**
 * Everything that is kept of a person, for them to read (Constitution, art. 130). Whoever sees only some editions
 * cannot hand out the whole.
 */
export function planPersonRecord(
  db: ReadableDb,
  order: DocumentOrder & { kind: 'personRecord' },
  { today, own, names }: { today: CalendarDate; own: OwnEditions; names: PrintedNames },
): DocumentPlan | PlanRefusal {
  const person = own === null ? getPerson(db, order.personId) : refuse('NOT_FOUND');
  const office = findOffice(db);
  if (isRefusal(person)) return person;
  if (office === null) return refuse('NOT_FOUND');
  return {
    request: {
      kind: 'personRecord',
      paper: order.paper,
      officeName: office.name,
      municipality: office.municipality,
      logo: findOfficeLogo(db),
      personName: fullName(person),
      printedOn: today,
      sections: listSections(db, person, names),
    },
    fileName: nameFile('ficha personal', surnamesFirst(person)),
  };
}

function listSections(
  db: ReadableDb,
  person: Person,
  { words, nameMunicipality }: PrintedNames,
): RecordSection[] {
  const { id } = person;
  const editions = listPersonEditions(db, id);
  const events = listPersonEvents(db, id);
  if (isRefusal(editions) || isRefusal(events)) throw new Error('the person is there');
  const enrolments = new Map(listRecordedEnrolments(db, id).map((enrolment) => [enrolment.id, enrolment]));
  return [
    ...describeIdentity(person, words, nameMunicipality),
    ...describeEnterprises(person, words),
    ...editions.flatMap((edition) => {
      const enrolment = edition.enrolmentId === null ? undefined : enrolments.get(edition.enrolmentId);
      return enrolment === undefined ? [] : [describeEnrolment(edition, enrolment, words)];
    }),
    ...describeTeaching(
      editions.filter(({ as }) => as === 'trainer'),
      listLeadReasons(db, id),
      words,
    ),
    ...describeAccreditations(events, words),
    ...describeObservations(listObservations(db, id, null)),
    ...describeCertificates(listRecordedCertificates(db, id), words),
    ...listMergedIds(db, id)
      .map((mergedId) => findStoredPerson(db, mergedId))
      .filter((merged) => merged !== null)
      .map(describeMerged),
    describeOffice(db, id, events, words),
    describeChanges(listChanges(db, id), words),
  ];
}

function listChanges(db: ReadableDb, personId: PersonId) {
  const query = { subject: { of: 'person', personId }, userId: null, table: null } as const;
  // What may be undone is not printed, so it does not matter who asks.
  return listHistory(db, { id: '' as never, role: 'reader' }, { ...query, offset: 0, limit: mostActions })
    .actions;
}

/** How they came into the office's data, as whom they sign in, and what was taken out but is still kept. */
function describeOffice(
  db: ReadableDb,
  id: PersonId,
  events: readonly PersonEvent[],
  words: ScreenWords,
): RecordSection {
  const registered = events.find((event) => event.what === 'registered');
  const users = listRecordedUsers(db, id).map(
    ({ name, role, isActive }) =>
      `${name}, ${words(`app:role.${role}`)}${isActive === 1 ? '' : ' (desactivado)'}`,
  );
  const takenOut = countTakenOut(db, id);
  return {
    title: 'En la oficina',
    facts: known([
      ['Registro', registered === undefined ? null : writeDate(registered.on)],
      ['Con la lista', registered?.fileName ?? null],
      ...users.map((user) => ['Usuario', user] as const),
      ['Quitado de las listas, todavía guardado', takenOut === 0 ? null : `${takenOut} datos`],
    ]),
  };
}
