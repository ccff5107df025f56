import { distance } from 'fastest-levenshtein';
import type { ReadableDb } from '../db/database.ts';
import { listDuplicates, listDuplicatesOf, listSimilarPeople } from '../db/duplicates.ts';
import { comparePeopleOn, readPeopleOn } from '../db/people-register.ts';
import type { Duplicates } from '../domain/duplicate.ts';
import type { PersonId } from '../domain/ids.ts';
import type { PersonDraft, SimilarPerson } from '../domain/person.ts';
import { createTimeSlices } from './time-slices.ts';

/** So long one call goes through the register, in milliseconds; whoever wants more asks again. */
const longestLook = 300;

/**
 * The pairs of the register that may be one human, as far as it was gone through by now; the service answers others
 * meanwhile. Nothing goes on once nobody asks any more.
 */
export async function findDuplicates(
  db: ReadableDb,
  { personId, limit }: { personId: PersonId | null; limit: number },
  signal?: AbortSignal,
): Promise<Duplicates> {
  await readPeople(db, signal);
  if (personId !== null) return listDuplicatesOf(db, personId, distance);
  const slices = createTimeSlices(signal);
  const until = performance.now() + longestLook;
  while (performance.now() < until && comparePeopleOn(db, distance)) await slices.pause();
  return listDuplicates(db, limit);
}

/** Who is stored already and may be the human of a draft. */
export async function findSimilarPeople(db: ReadableDb, draft: PersonDraft): Promise<SimilarPerson[]> {
  await readPeople(db);
  return listSimilarPeople(db, draft, distance);
}

/** Has everyone in memory as the tables have them: half a second for 20,000 people at first, nothing afterwards. */
export async function readPeople(db: ReadableDb, signal?: AbortSignal): Promise<void> {
  const slices = createTimeSlices(signal);
  while (readPeopleOn(db, distance)) await slices.pause();
}
