import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dayInBolivia, type Instant } from '../../../domain/calendar-date.ts';
import type { Person } from '../../../domain/person.ts';
import { useApi } from '../../lib/api.tsx';
import { useFormat } from '../../lib/format.ts';
import { useSession } from '../../lib/session.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useAnonymise } from './use-anonymise.ts';

/** Says on the page of somebody who was anonymised since when, and what of them came from another PC later. */
export function AnonymisedNotice({ person, since }: { person: Person; since: Instant }) {
  const { t } = useTranslation('people');
  const { can } = useSession();
  const format = useFormat();
  return (
    <Notice tone="info">
      {t('anonymise.since', { date: format.longDate(dayInBolivia(since)) })}
      {can('coordinator') && <LateData person={person} />}
    </Notice>
  );
}

function LateData({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const api = useApi();
  const review = useQuery(api.people.reviewAnonymising.queryOptions({ input: { id: person.id } }));
  const { anonymise, error, isPending } = useAnonymise(person);
  if (review.data === undefined || !review.data.isBehind) return null;
  return (
    <>
      <p>{error ?? t('anonymise.late')}</p>
      <Button size="compact-sm" loading={isPending} onClick={() => void anonymise()}>
        {t('anonymise.again')}
      </Button>
    </>
  );
}
