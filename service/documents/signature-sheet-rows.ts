import type { SheetColumn, SheetSession, SignatureSheetRequest } from '../../domain/documents.ts';
import { joinNames, writeColumnDate, writeDay, writePeriod } from './spanish-words.ts';

const columnTitles: Record<SheetColumn, string> = {
  identityCard: 'C.I.',
  phone: 'Teléfono',
  community: 'Comunidad',
};

/** What signature-sheet.typ shows. */
export function describeSheet(request: SignatureSheetRequest) {
  const { session, sessions, people, columns, blankRows } = request;
  return {
    title: session === null ? 'Planilla de asistencia por sesiones' : 'Planilla de asistencia',
    facts: session === null ? describeEdition(request) : describeSession(request, session),
    columns: columns.map((key) => ({ key, title: columnTitles[key] })),
    sessions: session === null ? sessions.map((each) => writeColumnDate(each.date)) : [],
    people,
    blankNumbers: Array.from({ length: blankRows }, (_, index) => (people.at(-1)?.number ?? 0) + index + 1),
    signature: request.trainers.length > 1 ? 'Firma de los capacitadores' : 'Firma del capacitador/a',
  };
}

type Fact = [label: string, value: string];

function describeEdition(request: SignatureSheetRequest): Fact[] {
  const period = writePeriod(request.startsOn, request.endsOn);
  return [
    ['Curso', request.courseTitle],
    ['Edición', request.editionCode],
    ...describeTrainers(request),
    ...describePlace(request),
    ['Fechas', period.charAt(0).toUpperCase() + period.slice(1)],
  ];
}

function describeSession(request: SignatureSheetRequest, session: SheetSession): Fact[] {
  const start = session.startsAt === null ? '' : `, ${session.startsAt}`;
  return [
    ['Curso', request.courseTitle],
    ['Edición', request.editionCode],
    ['Sesión', `${writeDay(session.date)}${start}`],
    ...describePlace(request),
    ...describeTrainers(request),
    ...(session.topic === null ? [] : [['Tema', session.topic] satisfies Fact]),
  ];
}

function describePlace({ place }: SignatureSheetRequest): Fact[] {
  return place === null ? [] : [['Lugar', place]];
}

function describeTrainers({ trainers }: SignatureSheetRequest): Fact[] {
  if (trainers.length === 0) return [];
  return [[trainers.length > 1 ? 'Capacitadores' : 'Capacitador/a', joinNames(trainers)]];
}
