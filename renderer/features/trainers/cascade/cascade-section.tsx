import { Button } from '@mantine/core';
import { IconSitemap } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../../domain/ids.ts';
import { useApi } from '../../../lib/api.tsx';
import { useFormat } from '../../../lib/format.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Section } from '../../../ui/section.tsx';
import classes from '../trainers.module.css';
import { LineageTable } from './lineage-table.tsx';
import { ReachTable } from './reach-table.tsx';

/** How far somebody's training reached, and who trained them; the cascade itself has a page of its own. */
export function CascadeSection({ personId }: { personId: PersonId }) {
  const { t } = useTranslation('trainers');
  const format = useFormat();
  const navigate = useNavigate();
  const cascade = useQuery(useApi().trainers.cascade.queryOptions({ input: { personId } }));
  return (
    <>
      <Section
        title={t('cascade.title')}
        action={
          <Button
            leftSection={<IconSitemap size={16} stroke={1.75} aria-hidden />}
            onClick={() => void navigate({ to: '/capacitadores/$personId/cascada', params: { personId } })}
          >
            {t('cascade.see')}
          </Button>
        }
      >
        <Loaded query={cascade}>
          {({ reach, people }) =>
            reach.length === 0 ? (
              <p className={classes['note']}>{t('cascade.nobody')}</p>
            ) : (
              <>
                <p className={classes['note']}>
                  {t('cascade.sum', {
                    count: people.length - 1,
                    written: format.number(people.length - 1),
                    generations: t('cascade.generations', { count: reach.length }),
                  })}
                </p>
                <ReachTable reach={reach} />
              </>
            )
          }
        </Loaded>
      </Section>
      {cascade.data !== undefined && (
        <Section title={t('lineage.title')}>
          {cascade.data.lineage.links.length === 0 ? (
            <p className={classes['note']}>{t('lineage.nobody')}</p>
          ) : (
            <LineageTable cascade={cascade.data} />
          )}
        </Section>
      )}
    </>
  );
}
