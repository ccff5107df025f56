import { z } from 'zod';
import { anonymisingReviewSchema } from '../anonymising.ts';
import { conflictKeySchema, enrolmentComparisonSchema, personSideSchema } from '../conflict.ts';
import { duplicatesSchema, toldApartSchema } from '../duplicate.ts';
import { actionPlaceSchema } from '../history.ts';
import { organisationIdSchema, personIdSchema } from '../ids.ts';
import { organisationSchema } from '../organisation.ts';
import { peopleMergeSchema } from '../person-merge.ts';
import {
  newPersonDraftSchema,
  personDraftSchema,
  personEditionSchema,
  personEventSchema,
  personSchema,
  personSummarySchema,
  similarPersonSchema,
} from '../person.ts';
import { forCoordinator, forReader, forRegistrar, forTrainer } from './procedure.ts';

const personIdInput = z.object({ id: personIdSchema });

export const personSortSchema = z.enum(['surname', 'identityCard', 'community', 'newest']);

export const peopleContract = {
  /**
   * As you type: each word is part of a name or of a phone number, or the beginning of an identity number, a community or
   * an organisation.
   */
  search: forReader
    .input(z.object({ text: z.string().max(100), limit: z.number().int().min(1).max(50) }))
    .output(z.array(personSummarySchema)),
  /** A page of the table; `text` filters as in search, '' shows everyone. */
  list: forReader
    .input(
      z.object({
        text: z.string().max(100),
        sort: personSortSchema,
        descending: z.boolean(),
        offset: z.number().int().min(0),
        limit: z.number().int().min(1).max(500),
      }),
    )
    .output(z.object({ total: z.number().int(), rows: z.array(personSummarySchema) })),
  /** A person, or who they have become by merging: whoever comes by the old address gets the new id. */
  get: forReader.input(personIdInput).output(personSchema),
  editions: forReader.input(personIdInput).output(z.array(personEditionSchema)),
  /** What else was recorded of a person, the latest first. */
  events: forReader.input(personIdInput).output(z.array(personEventSchema)),
  /** Who is stored already and may be the same human as somebody who is being registered. */
  similar: forReader.input(z.object({ draft: personDraftSchema })).output(z.array(similarPersonSchema)),
  /**
   * The pairs that may be one human, the surest first: of the whole register, or those one person is in. The register
   * is gone through a little with every call, so this is asked again until `looked` says that all of it was.
   */
  duplicates: forRegistrar
    .input(z.object({ personId: personIdSchema.nullable(), limit: z.number().int().min(0).max(5000) }))
    .output(duplicatesSchema),
  /** The pairs of which somebody said so, the last first. */
  toldApart: forRegistrar.output(z.array(toldApartSchema)),
  /** Records that two records are two people; `words` take it back (conflicts.takeBack). */
  tellApart: forRegistrar
    .input(z.object({ firstId: personIdSchema, secondId: personIdSchema }))
    .output(z.object({ words: z.array(conflictKeySchema) })),
  /** Trainers too: people turn up who were never registered. */
  create: forTrainer.input(newPersonDraftSchema).output(personSchema),
  update: forRegistrar
    .errors({ ANONYMISED: { status: 409 } })
    .input(z.object({ id: personIdSchema, draft: personDraftSchema }))
    .output(personSchema),
  /** Takes a person out of the lists; refused while they are enrolled, teach or hold a certificate. */
  remove: forRegistrar
    .errors({ PERSON_IN_USE: { status: 409, data: z.object({ editions: z.array(z.string()) }) } })
    .input(personIdInput)
    .output(z.null()),
  restore: forRegistrar.input(personIdInput).output(personSchema),
  /** What anonymising somebody would take away and leave, and what stands in its way; changes nothing. */
  reviewAnonymising: forCoordinator.input(personIdInput).output(anonymisingReviewSchema),
  /** Takes away all that says who somebody was, for good and on every PC; refused while they take part, teach or may sign in. */
  anonymise: forCoordinator
    .errors({ STILL_ACTIVE: { status: 409 } })
    .input(personIdInput)
    .output(personSchema),
  /** Two records that may be one human side by side, with the editions where both are enrolled. */
  compare: forRegistrar.input(z.object({ firstId: personIdSchema, secondId: personIdSchema })).output(
    z.object({
      people: z.array(personSideSchema.extend({ whole: personSchema })),
      editions: z.array(enrolmentComparisonSchema),
    }),
  ),
  /** Makes two records of one human one; answers the one that stays. */
  merge: forRegistrar
    .input(peopleMergeSchema)
    .output(z.object({ person: personSchema, done: actionPlaceSchema })),
};

export const organisationsContract = {
  list: forReader.output(z.array(organisationSchema)),
  /** Everyone who belongs to one, by surname. */
  members: forReader
    .input(z.object({ organisationId: organisationIdSchema }))
    .output(z.array(personSummarySchema)),
};
