import type { ObservationRequest } from '../../domain/documents.ts';
import { markScale, type ObservationMark } from '../../domain/observation.ts';
import type { Fact } from './edition-facts.ts';
import { writeDay, writeNumber } from './spanish-words.ts';

/** A fact without a value is a line to write on. */
const blank = '';

/** What observation.typ shows. */
export function describeObservation(request: ObservationRequest) {
  const { seen, marks, observedOn, trainerName } = request;
  return {
    title: seen === null ? 'Ficha de observación' : 'Observación de una sesión',
    facts: describeSession(request),
    explanation:
      'Marque una casilla por criterio. Si algo no corresponde a esta sesión, marque «N. A.»: no cuenta.',
    scale: ['1 Por mejorar', '2 En camino', '3 Bien', '4 Muy bien', 'N. A. No se aplica'],
    criteria: marks.map((mark, index) => describeMark(mark, index, seen !== null)),
    hasWeights: marks.some(({ weight }) => weight > 1),
    remarks: seen?.remarks ?? blank,
    isFilled: seen !== null,
    score: seen === null || seen.score === null ? blank : `${writeNumber(seen.score)} de 100`,
    points: seen === null || marks.length === 0 ? blank : writePoints(marks),
    signatures: [
      { name: seen?.observer ?? blank, label: 'Firma de quien observó' },
      { name: trainerName, label: 'Firma de quien capacitó' },
    ],
    observedOn: observedOn === null ? blank : writeDay(observedOn),
  };
}

function describeSession(request: ObservationRequest): Fact[] {
  const { trainerName, courseTitle, editionCode, place, observedOn, seen, sessions } = request;
  const held = sessions.map(({ startsAt, topic }) => [startsAt, topic].filter(Boolean).join(', '));
  return [
    ['Capacitador/a', trainerName],
    ['Curso', courseTitle],
    ['Edición', editionCode ?? blank],
    ['Lugar', place ?? blank],
    ['Fecha', observedOn === null ? blank : writeDay(observedOn)],
    ['Sesión', held.filter(Boolean).join('; ')],
    ['Observa', seen?.observer ?? blank],
    ['Participantes', blank],
  ].filter(([, value]) => seen === null || value !== blank) as Fact[];
}

function describeMark({ text, weight, mark }: ObservationMark, index: number, isFilled: boolean) {
  return {
    number: index + 1,
    text,
    weight,
    boxes: [...markScale, null].map((value) => isFilled && value === mark),
  };
}

/** The sum as one does it by hand. */
function writePoints(marks: readonly ObservationMark[]): string {
  const applied = marks.filter(({ mark }) => mark !== null);
  const points = applied.reduce((sum, { mark, weight }) => sum + (mark ?? 0) * weight, 0);
  const most = applied.reduce((sum, { weight }) => sum + Math.max(...markScale) * weight, 0);
  return `${points} de ${most}`;
}
