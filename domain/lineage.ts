import type { Training } from './cascade.ts';
import type { PersonId } from './ids.ts';

/** Somebody taught somebody else, in an edition, on the way up from a person to the first of their trainers. */
export interface LineageLink<Edition = string> {
  /** 1: the person was taught themselves; 2: who taught them was; and so on. */
  step: number;
  learner: PersonId;
  trainer: PersonId;
  edition: Edition;
}

/**
 * All that leads up to a person. Unlike a cascade nothing is reduced: everyone who taught an edition stands there, and
 * each of its learners' editions. Everyone is followed further where they are nearest to the person, so circles end.
 * By step; within one, in the order of the trainings and of their trainers.
 */
export function traceLineage<Edition>(
  person: PersonId,
  trainings: readonly Training<Edition>[],
): LineageLink<Edition>[] {
  const links: LineageLink<Edition>[] = [];
  const known = new Set([person]);
  let below: ReadonlySet<PersonId> = known;
  for (let step = 1; below.size > 0; step += 1) {
    const found = trainings.flatMap((training) => listLinks(training, below, step));
    links.push(...found);
    below = new Set(found.map(({ trainer }) => trainer).filter((trainer) => !known.has(trainer)));
    for (const trainer of below) known.add(trainer);
  }
  return links;
}

function listLinks<Edition>(
  { editionId: edition, trainers, learners }: Training<Edition>,
  below: ReadonlySet<PersonId>,
  step: number,
): LineageLink<Edition>[] {
  return learners
    .filter((learner) => below.has(learner))
    .flatMap((learner) =>
      trainers
        .filter((trainer) => trainer !== learner)
        .map((trainer) => ({ step, learner, trainer, edition })),
    );
}
