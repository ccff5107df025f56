import type { PersonId } from './ids.ts';

/** An edition as the cascade sees it: who taught it to whom. */
export interface Training<Edition = string> {
  editionId: Edition;
  /** Hours of its course. */
  hours: number;
  /** The leads first. */
  trainers: readonly PersonId[];
  /** Everyone who held a seat. */
  learners: readonly PersonId[];
}

/** Who somebody trained, in the generations in which training went on from them. */
export interface Cascade<Edition = string> {
  /** From 1: those whom the roots trained themselves, those whom these trained, and so on. */
  generations: readonly Generation<Edition>[];
  /** Of each person of a generation: by whom, and in which edition, training first came to them. */
  origins: ReadonlyMap<PersonId, Origin<Edition>>;
}

export interface Generation<Edition = string> {
  /** Everyone whom training reached in this generation and in none before. */
  people: readonly PersonId[];
  /** The editions that those of the generation before taught, each counted once in the whole cascade. */
  editions: readonly Edition[];
  /** Seats held in these editions, also by people of earlier generations. */
  participations: number;
  /** Hours taught in these editions. */
  hours: number;
}

export interface Origin<Edition = string> {
  trainer: PersonId;
  edition: Edition;
  /** From 1. */
  generation: number;
}

/**
 * The cascade below a person, or below several as one. `trainings` come in the order in which training first counts (by their end): where
 * several trainers of one generation taught somebody, the earliest edition and its first trainer are the origin.
 * Everyone belongs to the earliest generation that reaches them, so circles (one's own trainer as a learner) end.
 */
export function computeCascade<Edition>(
  roots: readonly PersonId[],
  trainings: readonly Training<Edition>[],
): Cascade<Edition> {
  const trainingsByTrainer = groupByTrainer(trainings);
  const origins = new Map<PersonId, Origin<Edition>>();
  const counted = new Set<Training<Edition>>();
  const generations: Generation<Edition>[] = [];
  let before = roots;
  while (before.length > 0) {
    const taught = takeTaught(before, trainingsByTrainer, counted);
    if (taught.length === 0) break;
    const generation = generations.length + 1;
    const people = reachPeople(new Set(roots), new Set(before), taught, { origins, generation });
    generations.push({
      people,
      editions: taught.map(({ editionId }) => editionId),
      participations: taught.reduce((sum, { learners }) => sum + learners.length, 0),
      hours: taught.reduce((sum, { hours }) => sum + hours, 0),
    });
    before = people;
  }
  return { generations, origins };
}

function groupByTrainer<Edition>(
  trainings: readonly Training<Edition>[],
): ReadonlyMap<PersonId, { training: Training<Edition>; place: number }[]> {
  const byTrainer = new Map<PersonId, { training: Training<Edition>; place: number }[]>();
  for (const [place, training] of trainings.entries()) {
    for (const trainer of training.trainers) {
      const known = byTrainer.get(trainer);
      if (known === undefined) byTrainer.set(trainer, [{ training, place }]);
      else known.push({ training, place });
    }
  }
  return byTrainer;
}

/** What these people taught and nobody of an earlier generation did, in the order of the trainings. */
function takeTaught<Edition>(
  trainers: readonly PersonId[],
  byTrainer: ReturnType<typeof groupByTrainer<Edition>>,
  counted: Set<Training<Edition>>,
): Training<Edition>[] {
  const taught = trainers
    .flatMap((trainer) => byTrainer.get(trainer) ?? [])
    .filter(({ training }) => {
      if (counted.has(training)) return false;
      counted.add(training);
      return true;
    });
  return taught.toSorted((a, b) => a.place - b.place).map(({ training }) => training);
}

function reachPeople<Edition>(
  roots: ReadonlySet<PersonId>,
  before: ReadonlySet<PersonId>,
  taught: readonly Training<Edition>[],
  { origins, generation }: { origins: Map<PersonId, Origin<Edition>>; generation: number },
): PersonId[] {
  const people: PersonId[] = [];
  for (const { editionId, trainers, learners } of taught) {
    const trainer = trainers.find((each) => before.has(each));
    if (trainer === undefined) continue;
    for (const learner of learners) {
      if (roots.has(learner) || origins.has(learner)) continue;
      origins.set(learner, { trainer, edition: editionId, generation });
      people.push(learner);
    }
  }
  return people;
}

/**
 * With whom the cascades of an office begin: who taught, and was never taught by another. Where training goes round in
 * a circle that nobody stands above, the first who taught begins it. In the order in which they first taught.
 */
export function findRoots<Edition>(trainings: readonly Training<Edition>[]): PersonId[] {
  const trainers = [...new Set(trainings.flatMap((training) => training.trainers))];
  const wereTaught = new Set(trainings.flatMap(listTaughtByOthers));
  let roots = trainers.filter((trainer) => !wereTaught.has(trainer));
  for (;;) {
    const { origins } = computeCascade(roots, trainings);
    const known = new Set([...roots, ...origins.keys()]);
    const first = trainers.find((trainer) => !known.has(trainer));
    if (first === undefined) return trainers.filter((trainer) => roots.includes(trainer));
    const { origins: below } = computeCascade([first], trainings);
    roots = [...roots.filter((root) => !below.has(root)), first];
  }
}

function listTaughtByOthers<Edition>({ trainers, learners }: Training<Edition>): PersonId[] {
  return learners.filter((learner) => trainers.some((trainer) => trainer !== learner));
}
