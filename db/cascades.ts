import { type CalendarDate, isYouth } from '../domain/calendar-date.ts';
import { type Cascade, computeCascade, type Generation, type Training } from '../domain/cascade.ts';
import type { EditionId, PersonId } from '../domain/ids.ts';
import type { Sex } from '../domain/sex.ts';
import { all, type ReadableDb } from './database.ts';

/** How far the training of one generation reached. Shares are of those whose sex, or birth date, is known. */
export interface GenerationReach {
  /** From 1: those whom the person trained. */
  readonly generation: number;
  readonly people: number;
  /** Of the people, those who taught somebody in turn. */
  readonly trainers: number;
  readonly editions: number;
  readonly participations: number;
  readonly hours: number;
  /** 0 to 1; null where nothing is known of anyone. */
  readonly womenShare: number | null;
  readonly youthShare: number | null;
}

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
    `SELECT e.id, e.ends_on, coalesce(e.hours, c.hours) AS hours FROM edition e JOIN course c ON c.id = e.course_id
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

/** The cascade below a person, as of a day, with the reach of each generation. */
export function findCascade(
  db: ReadableDb,
  personId: PersonId,
  today: CalendarDate,
): { cascade: Cascade<EditionId>; reach: GenerationReach[] } {
  const cascade = computeCascade(personId, listTrainings(db));
  const facts = readFacts(db, [...cascade.origins.keys()]);
  const taught = new Set([...cascade.origins.values()].map(({ trainer }) => trainer));
  const reach = cascade.generations.map((generation, index) =>
    measureGeneration(generation, { number: index + 1, facts, taught, today }),
  );
  return { cascade, reach };
}

interface PersonFacts {
  sex: Sex | null;
  birthDate: CalendarDate | null;
}

function readFacts(db: ReadableDb, ids: readonly PersonId[]): Map<PersonId, PersonFacts> {
  const rows = all<PersonFacts & { id: PersonId }>(
    db,
    `SELECT id, sex, birth_date AS birthDate FROM person WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
  return new Map(rows.map((row) => [row.id, row]));
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
