import type { EnrolmentListColumn, EnrolmentListRequest, ListedPerson } from '../../domain/documents.ts';
import { holdsSeat } from '../../domain/enrolment.ts';
import { describeEdition } from './edition-facts.ts';
import { writeDate } from './spanish-words.ts';

const columnTitles: Record<EnrolmentListColumn, string> = {
  identityCard: 'C.I.',
  phone: 'Teléfono',
  organisation: 'Organización',
  community: 'Comunidad',
  status: 'Estado',
};

/** What enrolment-list.typ shows. */
export function describeEnrolmentList(request: EnrolmentListRequest) {
  const { people, columns, capacity, printedOn } = request;
  const count = (isSo: (person: ListedPerson) => boolean) => people.filter(isSo).length;
  const seated = count(({ status }) => holdsSeat(status));
  const waiting = count(({ status }) => status === 'waiting');
  const requested = count(({ status }) => status === 'requested');
  const parts = [
    seated === 0
      ? null
      : seated === 1
        ? `1 inscrita de ${capacity} cupos`
        : `${seated} inscritas de ${capacity} cupos`,
    waiting === 0 ? null : `${waiting} en espera`,
    requested === 0 ? null : requested === 1 ? '1 solicitud' : `${requested} solicitudes`,
  ];
  return {
    title: 'Lista de inscripciones',
    facts: [
      ...describeEdition(request),
      ['Personas', parts.filter((part) => part !== null).join(', ')],
      ['Impreso', writeDate(printedOn)],
    ],
    columns: columns.map((key) => ({ key, title: columnTitles[key] })),
    people: people.map((person) => ({ ...person, status: writeStatus(person) })),
  };
}

function writeStatus({ status, waitingPosition }: ListedPerson): string {
  switch (status) {
    case 'waiting':
      return waitingPosition === null ? 'En espera' : `En espera, lugar ${waitingPosition}`;
    case 'requested':
      return 'Solicitud';
    case 'completed':
      return 'Concluyó';
    case 'enrolled':
      return 'Inscrita';
    case 'withdrawn':
      return 'Retiro';
    case 'declined':
      return 'No aceptada';
  }
}
