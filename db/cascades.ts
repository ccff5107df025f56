import { type AccreditationState, findBestState } from '../domain/accreditation.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import { measureReach, type ReachFacts } from '../domain/cascade-reach.ts';
import { type Cascade, computeCascade, findRoots, type Training } from '../domain/cascade.ts';
import type {
  CascadeEdition,
  CascadeLineage,
  CascadePerson,
  NamedCascade,
} from '../domain/contract/trainers.ts';
import type { EditionId, PersonId } from '../domain/ids.ts';
import { type LineageLink, traceLineage } from '../domain/lineage.ts';
import { type PersonName, surnamesFirst } from '../domain/person-name.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import { compareSpanish } from '../domain/text.ts';
import { listAccreditations } from './accreditations.ts';
import { all, type ReadableDb } from './database.ts';

interface EditionRow {
  id: EditionId;
  ends_on: CalendarDate;
  hours: number;
}

/**
 * Who taught whom, in the editions that run or are closed, in the order of their end. Whoever holds a seat takes part;
 * the leads stand first.
 */
export function listTrainings(db: ReadableDb): Training<EditionId>[] {
  const editions = all<EditionRow>(
    db,
    `SELECT e.id, e.ends_on, c.hours FROM edition e JOIN edition_course c ON c.edition_id = e.id
     WHERE e.status IN ('running', 'closed') AND e.deleted_at IS NULL ORDER BY e.ends_on, e.id`,
  );
  const trainers = groupPeople(
    db,
    `SELECT edition_id, group_concat(person_id, ' ' ORDER BY role <> 'lead', person_id) AS people
     FROM trainer_assignment WHERE deleted_at IS NULL GROUP BY edition_id`,
  );
  const learners = groupPeople(
    db,
    `SELECT edition_id, group_concat(person_id, ' ' ORDER BY person_id) AS people FROM enrolment
     WHERE deleted_at IS NULL AND status IN ('enrolled', 'completed') GROUP BY edition_id`,
  );
  return editions.map(({ id, hours }) => ({
    editionId: id,
    hours,
    trainers: trainers.get(id) ?? [],
    learners: learners.get(id) ?? [],
  }));
}

function groupPeople(db: ReadableDb, sql: string): Map<EditionId, PersonId[]> {
  const rows = all<{ edition_id: EditionId; people: string }>(db, sql);
  return new Map(rows.map(({ edition_id, people }) => [edition_id, people.split(' ') as PersonId[]]));
}

/**
 * The cascade below a person, as of a day, with the reach of each generation and all that leads up to them; null: of
 * the whole office. The roots come first, then generation after generation, by name. Refuses NOT_FOUND.
 */
export function getCascade(
  db: ReadableDb,
  { personId }: { personId: PersonId | null },
  today: CalendarDate,
): NamedCascade | Refusal<'NOT_FOUND'> {
  const trainings = listTrainings(db);
  const roots = personId === null ? findRoots(trainings) : [personId];
  const cascade = computeCascade(roots, trainings);
  const links = personId === null ? [] : traceLineage(personId, trainings);
  const faces = readFaces(db, { roots, cascade, links }, today);
  if (!roots.every((root) => faces.has(root))) return refuse('NOT_FOUND');
  return {
    reach: measureReach(cascade, faces, today),
    people: describePeople(roots, cascade, faces),
    editions: readEditions(db, cascade, links),
    lineage: describeLineage(links, faces),
  };
}

/** What is shown, and counted, of somebody. */
interface Face extends ReachFacts {
  /** Surnames first. */
  name: string;
  state: AccreditationState | null;
}
type Faces = ReadonlyMap<PersonId, Face>;

interface Kin {
  roots: readonly PersonId[];
  cascade: Cascade<EditionId>;
  links: readonly LineageLink<EditionId>[];
}

function readFaces(db: ReadableDb, { roots, cascade, links }: Kin, today: CalendarDate): Faces {
  const rows = all<PersonName & ReachFacts & { id: PersonId }>(
    db,
    `SELECT id, given_names AS givenNames, paternal_surname AS paternalSurname, maternal_surname AS maternalSurname,
       married_surname AS marriedSurname, sex, birth_date AS birthDate
     FROM person WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify([...roots, ...cascade.origins.keys(), ...links.map(({ trainer }) => trainer)]),
  );
  const accreditations = Map.groupBy(
    listAccreditations(db, { courseId: null }, today),
    ({ personId }) => personId,
  );
  return new Map(
    rows.map((row) => {
      const states = accreditations.get(row.id) ?? [];
      const best = findBestState(states.map(({ state }) => state));
      const { sex, birthDate } = row;
      return [row.id, { name: surnamesFirst(row), sex, birthDate, state: best }];
    }),
  );
}

/** Everybody of a cascade is a row of the database: foreign keys hold for whom an edition names. */
function showFace(faces: Faces, personId: PersonId) {
  const { name = '', state = null } = faces.get(personId) ?? {};
  return { personId, name, state };
}

function describePeople(
  roots: readonly PersonId[],
  { origins }: Cascade<EditionId>,
  faces: Faces,
): CascadePerson[] {
  const first = roots.map((root) => ({
    ...showFace(faces, root),
    generation: 0,
    trainerId: null,
    editionId: null,
  }));
  const others = [...origins].map(([id, { trainer, edition, generation }]) => ({
    ...showFace(faces, id),
    generation,
    trainerId: trainer,
    editionId: edition,
  }));
  return [...first, ...others].toSorted(byGenerationAndName);
}

function byGenerationAndName(a: CascadePerson, b: CascadePerson): number {
  return a.generation - b.generation || compareSpanish(a.name, b.name);
}

function describeLineage(links: readonly LineageLink<EditionId>[], faces: Faces): CascadeLineage {
  const nearest = new Map(
    links.toReversed().map(({ trainer, step }) => [trainer, { ...showFace(faces, trainer), step }]),
  );
  return {
    people: [...nearest.values()].toSorted((a, b) => a.step - b.step || compareSpanish(a.name, b.name)),
    links: links.map(({ step, learner, trainer, edition }) => ({
      step,
      learnerId: learner,
      trainerId: trainer,
      editionId: edition,
    })),
  };
}

/** The editions by which training came to somebody, in the order of their end. */
function readEditions(
  db: ReadableDb,
  { origins }: Cascade<EditionId>,
  links: readonly LineageLink<EditionId>[],
): CascadeEdition[] {
  const ids = new Set([...origins.values(), ...links].map(({ edition }) => edition));
  return all<CascadeEdition>(
    db,
    `SELECT e.id, e.code, c.title AS courseTitle, e.ends_on AS endsOn
     FROM edition e JOIN edition_course c ON c.edition_id = e.id
     WHERE e.id IN (SELECT value FROM json_each(?)) ORDER BY e.ends_on, e.id`,
    JSON.stringify([...ids]),
  );
}
