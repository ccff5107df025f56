import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../domain/ids.ts';
import { useApi } from '../../lib/api.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Section } from '../../ui/section.tsx';
import { CascadeTable } from './cascade-table.tsx';
import { ReachTable } from './reach-table.tsx';
import classes from './trainers.module.css';

/** Whom somebody trained, whom these trained in turn, and how far it reached. */
export function CascadeSection({ personId }: { personId: PersonId }) {
  const { t } = useTranslation('trainers');
  const cascade = useQuery(useApi().trainers.cascade.queryOptions({ input: { personId } }));
  return (
    <Section title={t('cascade.title')}>
      <Loaded query={cascade}>
        {({ reach, people }) =>
          reach.length === 0 ? (
            <p className={classes['note']}>{t('cascade.nobody')}</p>
          ) : (
            <>
              <p className={classes['note']}>
                {t('cascade.sum', {
                  count: people.length - 1,
                  generations: t('cascade.generations', { count: reach.length }),
                })}
              </p>
              <ReachTable reach={reach} />
              <CascadeTable people={people} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}
