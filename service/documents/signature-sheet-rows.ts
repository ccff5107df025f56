import type { SheetColumn, SheetSession, SignatureSheetRequest } from '../../domain/documents.ts';
import { describeEdition, describePlace, describeTrainers, type Fact } from './edition-facts.ts';
import { writeColumnDate, writeDay } from './spanish-words.ts';

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
