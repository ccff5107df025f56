import type { PrintedEdition, SheetPerson } from '../../domain/documents.ts';
import { nameRoom } from '../../domain/room.ts';
import type { Edition } from '../../domain/edition.ts';
import type { Enrolment } from '../../domain/enrolment.ts';
import { formatIdentityCard } from '../../domain/identity-card.ts';
import type { Person } from '../../domain/person.ts';
import { formatPhone } from '../../domain/phone.ts';

/** An edition as the head of a list tells it. */
export function printEdition(edition: Edition): PrintedEdition {
  const { courseTitle, code, place, room, trainers, startsOn, endsOn } = edition;
  return {
    courseTitle,
    editionCode: code,
    place: nameRoom(place, room),
    trainers: trainers.map(({ name }) => name),
    startsOn,
    endsOn,
  };
}

/** Somebody of an edition as a line of a list. */
export function printPerson(enrolment: Enrolment, index: number): SheetPerson {
  const { paternalSurname, maternalSurname, marriedSurname, givenNames, phone, community } = enrolment;
  const married = marriedSurname === null ? null : `de ${marriedSurname}`;
  return {
    number: index + 1,
    surnames: [paternalSurname, maternalSurname, married].filter((part) => part !== null).join(' '),
    givenNames,
    identityCard: printIdentityCard(enrolment),
    phone: phone === null ? null : formatPhone(phone),
    community,
  };
}

/** '12336143-1A CB'; null where there is none. */
export function printIdentityCard({
  idNumber,
  idComplement,
  idIssuedIn,
}: Pick<Person, 'idNumber' | 'idComplement' | 'idIssuedIn'>): string | null {
  if (idNumber === null) return null;
  return formatIdentityCard({ number: idNumber, complement: idComplement, issuedIn: idIssuedIn });
}
