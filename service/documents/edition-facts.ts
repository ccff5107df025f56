import type { PrintedEdition } from '../../domain/documents.ts';
import { joinNames, writePeriod } from './spanish-words.ts';

/** A label and what stands beside it in the head of a list. */
export type Fact = [label: string, value: string];

/** What an edition is, for the head of a list of it. */
export function describeEdition(edition: PrintedEdition): Fact[] {
  const period = writePeriod(edition.startsOn, edition.endsOn);
  return [
    ['Curso', edition.courseTitle],
    ['Edición', edition.editionCode],
    ...describeTrainers(edition),
    ...describePlace(edition),
    ['Fechas', period.charAt(0).toUpperCase() + period.slice(1)],
  ];
}

export function describePlace({ place }: PrintedEdition): Fact[] {
  return place === null ? [] : [['Lugar', place]];
}

export function describeTrainers({ trainers }: PrintedEdition): Fact[] {
  if (trainers.length === 0) return [];
  return [[trainers.length > 1 ? 'Capacitadores' : 'Capacitador/a', joinNames(trainers)]];
}
