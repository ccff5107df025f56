import { type CalendarDate, isYouth } from '../domain/calendar-date.ts';
import { computeCascade, type Generation, type Training } from '../domain/cascade.ts';
import type { GenerationReach } from '../domain/cascade-reach.ts';
import type { EditionId, PersonId } from '../domain/ids.ts';
import type { CascadePerson } from '../domain/contract/trainers.ts';
import { type PersonName, surnamesFirst } from '../domain/person-name.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import type { Sex } from '../domain/sex.ts';
import { compareSpanish } from '../domain/text.ts';
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

/** A person's cascade as it is shown: the root first, then generation after generation, by name. */
export interface NamedCascade {
  readonly reach: GenerationReach[];
  readonly people: CascadePerson[];
}

/** The cascade below a person, as of a day, with the reach of each generation. Refuses NOT_FOUND. */
export function getCascade(
  db: ReadableDb,
  { personId }: { personId: PersonId },
  today: CalendarDate,
): NamedCascade | Refusal<'NOT_FOUND'> {
  const { generations, origins } = computeCascade(personId, listTrainings(db));
  const facts = readFacts(db, [personId, ...origins.keys()]);
  const root = facts.get(personId);
  if (root === undefined) return refuse('NOT_FOUND');
  const taught = new Set([...origins.values()].map(({ trainer }) => trainer));
  const reach = generations.map((generation, index) =>
    measureGeneration(generation, { number: index + 1, facts, taught, today }),
  );
  const people = [...origins].map(([id, { trainer, edition, generation }]) => ({
    personId: id,
    name: facts.get(id)?.name ?? '',
    generation,
    trainerId: trainer,
    editionId: edition,
  }));
  const first = { personId, name: root.name, generation: 0, trainerId: null, editionId: null };
  return { reach, people: [first, ...people.toSorted(byGenerationAndName)] };
}

function byGenerationAndName(a: CascadePerson, b: CascadePerson): number {
  return a.generation - b.generation || compareSpanish(a.name, b.name);
}

interface PersonFacts {
  /** Surnames first. */
  name: string;
  sex: Sex | null;
  birthDate: CalendarDate | null;
}

function readFacts(db: ReadableDb, ids: readonly PersonId[]): Map<PersonId, PersonFacts> {
  const rows = all<PersonName & Omit<PersonFacts, 'name'> & { id: PersonId }>(
    db,
    `SELECT id, given_names AS givenNames, paternal_surname AS paternalSurname, maternal_surname AS maternalSurname,
       married_surname AS marriedSurname, sex, birth_date AS birthDate
     FROM person WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
  return new Map(
    rows.map((row) => [row.id, { name: surnamesFirst(row), sex: row.sex, birthDate: row.birthDate }]),
  );
}

function measureGeneration(
  { people, editions, participations, hours }: Generation<EditionId>,
  {
    number,
    facts,
    taught,
    today,
  }: {
    number: number;
    facts: ReadonlyMap<PersonId, PersonFacts>;
    taught: ReadonlySet<PersonId>;
    today: CalendarDate;
  },
): GenerationReach {
  const known = people.flatMap((id) => facts.get(id) ?? []);
  const sexes = known.flatMap(({ sex }) => sex ?? []);
  const births = known.flatMap(({ birthDate }) => birthDate ?? []);
  return {
    generation: number,
    people: people.length,
    trainers: people.filter((id) => taught.has(id)).length,
    editions: editions.length,
    participations,
    hours,
    womenShare: shareOf(sexes, (sex) => sex === 'F'),
    youthShare: shareOf(births, (birthDate) => isYouth(birthDate, today)),
  };
}

function shareOf<Item>(items: readonly Item[], isOne: (item: Item) => boolean): number | null {
  return items.length === 0 ? null : items.filter(isOne).length / items.length;
}
