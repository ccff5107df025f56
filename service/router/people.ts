import { anonymisePerson, reviewAnonymising } from '../../db/anonymising.ts';
import { comparePeople } from '../../db/conflicts/compare-people.ts';
import { getCurrentAction } from '../../db/history/undo.ts';
import { keepOwn } from '../../db/own-editions.ts';
import { mergePeople } from '../../db/merge-people.ts';
import { createPerson, getPerson, removePerson, restorePerson, updatePerson } from '../../db/people.ts';
import { listPeople } from '../../db/people-list.ts';
import { listPersonEditions } from '../../db/person-editions.ts';
import { listPersonEvents } from '../../db/person-events.ts';
import { searchPeople } from '../../db/person-search.ts';
import { listToldApart, tellPeopleApart } from '../../db/duplicates.ts';
import { findDuplicates, findSimilarPeople } from '../duplicates.ts';
import { answer, os } from './base.ts';

export const peopleRouter = {
  search: os.people.search.handler(({ input, context }) => searchPeople(context.db, input)),
  list: os.people.list.handler(({ input, context }) => listPeople(context.db, input)),
  get: os.people.get.handler(({ input, context, errors }) => answer(getPerson(context.db, input.id), errors)),
  editions: os.people.editions.handler(({ input, context, errors }) =>
    keepOwn(context.ownEditions, answer(listPersonEditions(context.db, input.id), errors)),
  ),
  events: os.people.events.handler(({ input, context, errors }) =>
    answer(listPersonEvents(context.db, input.id), errors),
  ),
  similar: os.people.similar.handler(({ input, context }) => findSimilarPeople(context.db, input.draft)),
  duplicates: os.people.duplicates.handler(({ input, context, signal }) =>
    findDuplicates(context.db, input, signal),
  ),
  toldApart: os.people.toldApart.handler(({ context }) => listToldApart(context.db)),
  tellApart: os.people.tellApart.handler(({ input, context, errors }) =>
    answer(tellPeopleApart(context.writer, [input.firstId, input.secondId]), errors),
  ),
  create: os.people.create.handler(({ input, context }) => createPerson(context.writer, input)),
  update: os.people.update.handler(({ input, context, errors }) =>
    answer(updatePerson(context.writer, input), errors),
  ),
  remove: os.people.remove.handler(({ input, context, errors }) =>
    answer(removePerson(context.writer, input.id), errors),
  ),
  restore: os.people.restore.handler(({ input, context, errors }) =>
    answer(restorePerson(context.writer, input.id), errors),
  ),
  reviewAnonymising: os.people.reviewAnonymising.handler(({ input, context, errors }) =>
    answer(reviewAnonymising(context.db, input.id), errors),
  ),
  anonymise: os.people.anonymise.handler(({ input, context, errors }) =>
    answer(anonymisePerson(context.writer, input.id), errors),
  ),
  compare: os.people.compare.handler(({ input, context, errors }) =>
    answer(comparePeople(context.db, [input.firstId, input.secondId]), errors),
  ),
  merge: os.people.merge.handler(({ input, context, errors }) => ({
    person: answer(mergePeople(context.writer, input), errors),
    done: getCurrentAction(context.db),
  })),
};
