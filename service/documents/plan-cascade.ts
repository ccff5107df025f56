import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { DocumentOrder } from '../../domain/contract/documents.ts';
import { fullName } from '../../domain/person-name.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { getCascade } from '../../db/cascades.ts';
import type { ReadableDb } from '../../db/database.ts';
import { findOffice, findOfficeLogo } from '../../db/office.ts';
import { findPerson } from '../../db/people.ts';
import type { DocumentPlan, PlanRefusal } from './document-plan.ts';
import { nameFile } from './file-name.ts';

/** The cascade below somebody, or of the whole office, on paper. */
export function planCascade(
  db: ReadableDb,
  order: DocumentOrder & { kind: 'cascade' },
  today: CalendarDate,
): DocumentPlan | PlanRefusal {
  const cascade = getCascade(db, order, today);
  if (isRefusal(cascade)) return cascade;
  const office = findOffice(db);
  const person = order.personId === null ? null : findPerson(db, order.personId);
  const isEmpty = cascade.reach.length === 0 && cascade.lineage.links.length === 0;
  if (office === null || isEmpty) return refuse('NOTHING_TO_PRINT');
  const personName = person === null ? null : fullName(person);
  return {
    request: {
      kind: 'cascade',
      paper: order.paper,
      officeName: office.name,
      municipality: office.municipality,
      logo: findOfficeLogo(db),
      personName,
      printedOn: today,
      cascade,
      withNames: order.withNames,
    },
    fileName: nameFile('cascada', personName ?? office.name),
  };
}
