import { IconCertificate, IconSchool } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dayInBolivia } from '../../../domain/calendar-date.ts';
import type { Person, PersonEdition } from '../../../domain/person.ts';
import { useApi } from '../../lib/api.tsx';
import { useFormat } from '../../lib/format.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/section.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import classes from './person-timeline.module.css';

/** Everything the person did with the office, the latest first, down to the day they were registered. */
export function PersonTimeline({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const api = useApi();
  const format = useFormat();
  const editions = useQuery(api.people.editions.queryOptions({ input: { id: person.id } }));
  return (
    <Section title={t('timeline.title')}>
      <Loaded query={editions}>
        {(done) => (
          <>
            {done.length === 0 && <p className={classes['nothing']}>{t('timeline.nothing')}</p>}
            <ol className={classes['timeline']}>
              {done.map((edition) => (
                <EditionEntry key={`${edition.editionId} ${edition.as}`} edition={edition} />
              ))}
              <li>
                <div className={classes['when']}>{format.longDate(dayInBolivia(person.createdAt))}</div>
                {t('timeline.registered')}
              </li>
            </ol>
          </>
        )}
      </Loaded>
    </Section>
  );
}

function EditionEntry({ edition }: { edition: PersonEdition }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const { editionId, editionCode, editionStatus, percentSoFar, folios } = edition;
  // Before an edition runs there is nothing to have attended.
  const hasBegun = editionStatus === 'running' || editionStatus === 'closed';
  const attendance =
    percentSoFar === null || !hasBegun
      ? []
      : [t('timeline.attendance', { percent: format.percent(percentSoFar) })];
  const facts = [editionCode, t(`editions:status.${editionStatus}`), ...attendance];
  return (
    <li data-as={edition.as}>
      <div className={classes['when']}>{format.longDate(edition.startsOn)}</div>
      <div className={classes['what']}>
        <TextLink to="/ediciones/$editionId" params={{ editionId }}>
          {edition.courseTitle}
        </TextLink>
        <RoleBadge edition={edition} />
      </div>
      <div className={classes['facts']}>{facts.join(' · ')}</div>
      {folios.map((folio) => (
        <div key={folio} className={classes['folio']}>
          <IconCertificate size={16} stroke={1.75} aria-hidden />
          {t('timeline.folio', { folio })}
        </div>
      ))}
    </li>
  );
}

const tones = {
  requested: 'neutral',
  enrolled: 'success',
  waiting: 'warning',
  withdrawn: 'danger',
  completed: 'info',
  declined: 'neutral',
} as const;

function RoleBadge({ edition }: { edition: PersonEdition }) {
  const { t } = useTranslation('people');
  const { as, enrolmentStatus: status } = edition;
  if (as === 'trainer' || status === null) {
    return (
      <StatusBadge tone="info" icon={IconSchool}>
        {t('timeline.trainer')}
      </StatusBadge>
    );
  }
  return <StatusBadge tone={tones[status]}>{t(`editions:enrolmentStatus.${status}`)}</StatusBadge>;
}
