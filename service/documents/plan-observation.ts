import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { DocumentOrder } from '../../domain/contract/documents.ts';
import type { ObservationRequest } from '../../domain/documents.ts';
import type { CourseId, EditionId, PersonId } from '../../domain/ids.ts';
import { fullName } from '../../domain/person-name.ts';
import { refuse } from '../../domain/refusal.ts';
import { findCourse } from '../../db/courses.ts';
import type { ReadableDb } from '../../db/database.ts';
import { findEdition } from '../../db/editions.ts';
import { listObservationCriteria } from '../../db/observation-criteria.ts';
import { findObservation } from '../../db/observations.ts';
import { findOffice, findOfficeLogo } from '../../db/office.ts';
import type { OwnEditions } from '../../db/own-editions.ts';
import { findPerson } from '../../db/people.ts';
import { listSessions } from '../../db/sessions.ts';
import type { DocumentPlan, PlanRefusal } from './document-plan.ts';
import { nameFile } from './file-name.ts';

/** The form to observe somebody by, to be filled in by hand in the room. */
export function planObservationForm(
  db: ReadableDb,
  order: DocumentOrder & { kind: 'observationForm' },
): DocumentPlan | PlanRefusal {
  const criteria = listObservationCriteria(db);
  const marks = criteria.map(({ text, weight }) => ({ text, weight, mark: null }));
  return plan(db, order, {
    seen: null,
    observedOn: null,
    marks,
    fileName: 'ficha de observación',
  });
}

/** What was written down of an observed session; whoever sees only some editions prints those of theirs. */
export function planObservation(
  db: ReadableDb,
  order: DocumentOrder & { kind: 'observation' },
  own: OwnEditions,
): DocumentPlan | PlanRefusal {
  const observation = findObservation(db, order.observationId);
  if (observation === null) return refuse('NOT_FOUND');
  const { editionId, observer, remarks, score, observedOn, marks } = observation;
  if (own !== null && (editionId === null || !own.has(editionId))) return refuse('NOT_FOUND');
  return plan(
    db,
    { ...observation, paper: order.paper },
    { seen: { observer, remarks, score }, observedOn, marks, fileName: 'observación' },
  );
}

interface Form extends Pick<ObservationRequest, 'seen' | 'observedOn' | 'marks'> {
  fileName: string;
}

interface Place extends Pick<ObservationRequest, 'paper'> {
  personId: PersonId;
  courseId: CourseId;
  editionId: EditionId | null;
}

function plan(
  db: ReadableDb,
  { personId, courseId, editionId, paper }: Place,
  { fileName, ...form }: Form,
): DocumentPlan | PlanRefusal {
  const office = findOffice(db);
  const person = findPerson(db, personId);
  const course = findCourse(db, courseId);
  if (office === null || person === null || course === null) return refuse('NOT_FOUND');
  const edition = editionId === null ? null : findEdition(db, editionId);
  const trainerName = fullName(person);
  return {
    request: {
      kind: 'observation',
      paper,
      officeName: office.name,
      municipality: office.municipality,
      logo: findOfficeLogo(db),
      trainerName,
      courseTitle: course.title,
      editionCode: edition?.code ?? null,
      place: edition?.place ?? null,
      sessions:
        editionId === null || form.observedOn === null ? [] : listHeld(db, editionId, form.observedOn),
      ...form,
    },
    fileName: nameFile(fileName, trainerName),
  };
}

function listHeld(db: ReadableDb, editionId: EditionId, date: CalendarDate): ObservationRequest['sessions'] {
  return listSessions(db, editionId)
    .filter((session) => session.date === date && session.state !== 'cancelled')
    .map(({ startsAt, topic }) => ({ date, startsAt, topic }));
}
