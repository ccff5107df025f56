import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Person, PersonEdition, PersonEvent } from '../../../domain/person.ts';
import { useApi } from '../../lib/api.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/section.tsx';
import { EditionEntry } from './timeline-edition.tsx';
import { EventEntry } from './timeline-event.tsx';
import classes from './person-timeline.module.css';

/** Everything the person did with the office, the latest first, down to the day they were registered. */
export function PersonTimeline({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const api = useApi();
  const input = { id: person.id };
  const editions = useQuery(api.people.editions.queryOptions({ input }));
  const events = useQuery(api.people.events.queryOptions({ input }));
  return (
    <Section title={t('timeline.title')}>
      <Loaded query={editions}>
        {(done) => (
          <>
            {done.length === 0 && <p className={classes['nothing']}>{t('timeline.nothing')}</p>}
            <ol className={classes['timeline']}>
              {sortEntries(done, events.data ?? []).map((entry) =>
                'what' in entry ? (
                  <EventEntry key={JSON.stringify(entry)} event={entry} />
                ) : (
                  <EditionEntry key={`${entry.editionId} ${entry.as}`} edition={entry} />
                ),
              )}
            </ol>
          </>
        )}
      </Loaded>
    </Section>
  );
}

/** Both come with the latest first; the day of registering is the end. */
function sortEntries(
  editions: readonly PersonEdition[],
  events: readonly PersonEvent[],
): (PersonEdition | PersonEvent)[] {
  const dayOf = (entry: PersonEdition | PersonEvent) => ('what' in entry ? entry.on : entry.startsOn);
  const registered = events.filter(({ what }) => what === 'registered');
  const others = events.filter(({ what }) => what !== 'registered');
  return [...[...editions, ...others].toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1)), ...registered];
}
