import type { RouterClient } from '@orpc/server';
import type { AccreditationLine } from '../../domain/contract/trainers.ts';
import { personIdSchema } from '../../domain/ids.ts';
import type { Router } from '../router/router.ts';
import { RefusedError } from './sentences.ts';

type Client = RouterClient<Router>;

/** Who may teach what, with the reason and what is missing. */
export async function listTrainerStatus(client: Client, courseCode: string | undefined) {
  const courseId = courseCode === undefined ? null : await findCourseId(client, courseCode);
  return (await client.trainers.list({ courseId })).map(describeAccreditation);
}

function describeAccreditation({ personId, name, courseCode, level, state }: AccreditationLine) {
  const { status, reason, since, until, missing } = state;
  return { person: personId, name, course: courseCode, level, status, reason, since, until, missing };
}

async function findCourseId(client: Client, code: string) {
  const courses = await client.courses.list();
  const course = courses.find((each) => each.code.toLowerCase() === code.trim().toLowerCase());
  if (course === undefined) throw new RefusedError(`No hay un curso con el código «${code}».`);
  return course.id;
}

/** Whom somebody trained, generation by generation. */
export async function measureCascade(client: Client, person: string) {
  return (await client.trainers.cascade({ personId: readPersonId(person) })).reach;
}

/** Who trained somebody, who trained these, and so on, in which editions. */
export async function listLineage(client: Client, person: string) {
  const personId = readPersonId(person);
  const { people, lineage, editions } = await client.trainers.cascade({ personId });
  const nameById = new Map([...people, ...lineage.people].map((each) => [each.personId, each.name]));
  const editionById = new Map(editions.map((edition) => [edition.id, edition]));
  return lineage.links.map(({ step, trainerId, learnerId, editionId }) => ({
    step,
    trainer: { person: trainerId, name: nameById.get(trainerId) },
    learner: { person: learnerId, name: nameById.get(learnerId) },
    edition: editionById.get(editionId)?.code,
    endsOn: editionById.get(editionId)?.endsOn,
  }));
}

function readPersonId(person: string) {
  const personId = personIdSchema.safeParse(person);
  if (personId.success) return personId.data;
  throw new RefusedError(`«${person}» no es el código de una persona. Use «people search».`);
}
